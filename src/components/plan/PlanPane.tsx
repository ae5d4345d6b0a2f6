// The plans of the selected query in every setup, side by side; on a narrow pane one at a time.
// Keeps away from reading plans; the lines and what differs come from a selector.
import { ListTree } from 'lucide-react';
import { Fragment, useMemo, useState } from 'react';
import { pinnedPlans } from '../../state/selectors/history/pinned-plan.ts';
import { planView, type SetupPlan } from '../../state/selectors/plan/plan-view.ts';
import { useApp, usePlayground, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { Select } from '../shared/fields/Select.tsx';
import { Badge } from '../shared/labels/Badge.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import { useBenchRuns } from '../shared/use-bench-runs.ts';
import { usePinnedView } from '../shared/use-pinned-view.ts';
import { PinnedPlanColumn } from './PinnedPlanColumn.tsx';
import styles from './PlanPane.module.css';
import { PlanTree } from './PlanTree.tsx';
import { RawPlan } from './RawPlan.tsx';

export function PlanPane() {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const queryId = useUi((ui) => ui.queryId);
  const setupId = useUi((ui) => ui.setupId);
  const runs = useBenchRuns();
  const [isRaw, setIsRaw] = useState(false);
  const [isPinnedHidden, setIsPinnedHidden] = useState(false);
  const pinnedView = usePinnedView();
  const pinned = useMemo(() => pinnedPlans(pinnedView), [pinnedView]);
  const view = useMemo(() => planView(playground, runs, queryId), [playground, runs, queryId]);
  if (!view?.hasStatement) {
    return (
      <EmptyState
        isCompact
        icon={<ListTree size={20} aria-hidden="true" />}
        title={view ? 'No statement yet' : 'No query selected'}
      >
        {view
          ? `Write the statement of “${view.queryName}”: its plans appear here while you type.`
          : 'Select a query in the bench or write one.'}
      </EmptyState>
    );
  }
  const shown = view.setups.find((setup) => setup.setupId === setupId) ?? view.setups[0];
  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        <div className={styles.switcher}>
          <Select
            label="Plan in"
            size="sm"
            value={shown?.setupId ?? ''}
            options={view.setups.map((setup) => ({
              value: setup.setupId,
              label: setup.name,
              setup: setup.letter,
            }))}
            onChange={(id) => app.ui.setState({ setupId: id })}
          />
        </div>
        <p className={styles.legend}>
          Nested loops stand one below the other, the outer first.
          {view.setups.length > 1 && ' New: not in the baseline.'}
        </p>
        {Object.keys(pinned.others).length > 0 && (
          <Button size="sm" variant="ghost" onClick={() => setIsPinnedHidden(!isPinnedHidden)}>
            {isPinnedHidden ? 'Show pinned plans' : 'Hide pinned plans'}
          </Button>
        )}
        <Tooltip content="The rows of EXPLAIN QUERY PLAN as SQLite gives them. The numbers under cost are its own estimate per step, on a logarithmic scale.">
          <Button size="sm" variant="ghost" aria-pressed={isRaw} onClick={() => setIsRaw(!isRaw)}>
            {isRaw ? 'Show as tree' : 'Show raw text'}
          </Button>
        </Tooltip>
      </div>
      <div className={styles.plans}>
        {view.setups.map((setup) => (
          <Fragment key={setup.setupId}>
            <PlanColumn
              setup={setup}
              queryName={view.queryName}
              isRaw={isRaw}
              isShown={setup === shown}
              isAsPinned={pinned.same.includes(setup.setupId)}
            />
            {!isPinnedHidden && (
              <PinnedPlanColumn
                setup={setup}
                plan={pinned.others[setup.setupId]}
                queryName={view.queryName}
                isRaw={isRaw}
                isShown={setup === shown}
              />
            )}
          </Fragment>
        ))}
      </div>
    </div>
  );
}

interface PlanColumnProps {
  setup: SetupPlan;
  queryName: string;
  isRaw: boolean;
  /** The one that a narrow pane shows. */
  isShown: boolean;
  /** It is the plan of the pinned comparison, too. */
  isAsPinned: boolean;
}

function PlanColumn({ setup, queryName, isRaw, isShown, isAsPinned }: PlanColumnProps) {
  const { letter, name, isBaseline, isProvisional, isSame } = setup;
  return (
    <section
      className={styles.plan}
      aria-label={`Setup ${letter} ${name}`}
      data-setup={letter}
      data-shown={isShown || undefined}
    >
      <header className={styles.header}>
        <SetupChip letter={letter} />
        <span className={styles.name}>{name}</span>
        {isBaseline && <span className={styles.remark}>baseline</span>}
        {isSame && <span className={styles.remark}>same plan</span>}
        {isAsPinned && <span className={styles.remark}>as pinned</span>}
        {isProvisional && (
          <Tooltip content="Statistics are on, but there is no data yet that they could be made from.">
            <Badge isProvisional>provisional</Badge>
          </Tooltip>
        )}
      </header>
      <PlanBody setup={setup} label={`Plan of ${queryName} in ${letter}`} isRaw={isRaw} />
    </section>
  );
}

interface PlanBodyProps {
  setup: SetupPlan;
  label: string;
  isRaw: boolean;
}

function PlanBody({ setup: { plan, error, isBaseline }, label, isRaw }: PlanBodyProps) {
  if (error) {
    return (
      <p className={styles.error} role="alert">
        {error.message} {error.hint}
      </p>
    );
  }
  if (!plan) return <p className={styles.nothing}>Planning…</p>;
  if (plan.lines.length === 0) {
    return (
      <p className={styles.nothing}>
        No plan steps: SQLite runs this statement without reading a table in a loop.
      </p>
    );
  }
  if (isRaw) return <RawPlan rows={plan.rawRows} />;
  return (
    <>
      <PlanTree label={label} lines={plan.lines} />
      {!isBaseline && plan.gone.length > 0 && (
        <div className={styles.gone}>
          <p>Not here, but in the baseline:</p>
          <ul>
            {plan.gone.map((text, index) => (
              <li key={`${text} ${plan.gone.indexOf(text, index)}`}>
                <del>{text}</del>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
