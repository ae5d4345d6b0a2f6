// The plan that a setup had in the pinned comparison, beside its plan now; nothing when they agree.
import type { PinnedPlan } from '../../state/selectors/history/pinned-plan.ts';
import type { SetupPlan } from '../../state/selectors/plan/plan-view.ts';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { RawPlan } from './RawPlan.tsx';
import styles from './tree/PlanColumns.module.css';
import { StepTree } from './tree/StepTree.tsx';

export interface PinnedPlanColumnProps {
  setup: SetupPlan;
  plan: PinnedPlan | undefined;
  queryName: string;
  isRaw: boolean;
  /** Of the setup that a narrow pane shows. */
  isShown: boolean;
}

export function PinnedPlanColumn(props: PinnedPlanColumnProps) {
  const { setup, plan, queryName, isRaw, isShown } = props;
  if (!plan) return null;
  const { letter, name } = setup;
  return (
    <section
      className={styles.plan}
      aria-label={`Pinned, setup ${letter} ${name}`}
      data-setup={letter}
      data-shown={isShown || undefined}
      data-pinned
    >
      <header className={styles.header}>
        <SetupChip letter={letter} isStale />
        <span className={styles.name}>pinned, {letter}</span>
        <span className={styles.remarks}>then</span>
      </header>
      {isRaw ? (
        <RawPlan rows={plan.rawRows} />
      ) : plan.lines.length === 0 ? (
        <p className={styles.nothing}>No plan steps then.</p>
      ) : (
        <StepTree label={`Pinned plan of ${queryName} in ${letter}`} lines={plan.lines} />
      )}
    </section>
  );
}
