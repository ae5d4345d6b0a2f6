// The plan that a setup had in the pinned comparison, beside its plan now; nothing when they agree.
import type { PinnedPlan } from '../../state/selectors/history/pinned-plan.ts';
import type { SetupPlan } from '../../state/selectors/plan/plan-view.ts';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import styles from './PlanPane.module.css';
import { PlanTree } from './PlanTree.tsx';
import { RawPlan } from './RawPlan.tsx';

export interface PinnedPlanColumnProps {
  setup: SetupPlan;
  plan: PinnedPlan | undefined;
  queryName: string;
  isRaw: boolean;
  /** Of the setup that a narrow pane shows. */
  isShown: boolean;
}

const onlyThen = { text: 'only then', explanation: 'The plan now has no such line.' };

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
        <span className={styles.remark}>then</span>
      </header>
      {isRaw ? (
        <RawPlan rows={plan.rawRows} />
      ) : plan.lines.length === 0 ? (
        <p className={styles.nothing}>No plan steps then.</p>
      ) : (
        <PlanTree
          label={`Pinned plan of ${queryName} in ${letter}`}
          lines={plan.lines}
          mark={onlyThen}
        />
      )}
      {!isRaw && plan.gone.length > 0 && (
        <div className={styles.gone}>
          <p>Not then, but now:</p>
          <ul>
            {plan.gone.map((text, index) => (
              <li key={`${text} ${plan.gone.indexOf(text, index)}`}>
                <code>{text}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
