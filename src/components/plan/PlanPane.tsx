// The plans of the selected query in every setup, side by side; on a narrow pane one at a time.
// Keeps away from reading plans; lines, words and findings come from a selector.
import { ListTree } from 'lucide-react';
import { type CSSProperties, Fragment, useMemo, useState } from 'react';
import { isBusy } from '../../state/activity.ts';
import { pinnedPlans } from '../../state/selectors/history/pinned-plan.ts';
import {
  defaultManyRows,
  type FindingPlace,
  type ManyRows,
} from '../../state/selectors/plan/findings-view.ts';
import type { PlanView, SetupPlan } from '../../state/selectors/plan/plan-view.ts';
import { useApp, useRuns, useUi } from '../shared/app-context.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { usePinnedView } from '../shared/use-pinned-view.ts';
import { copyPlans, copyStepLink } from './copy-plans.ts';
import { ManyRowsSelect } from './ManyRowsSelect.tsx';
import { PinnedPlanColumn } from './PinnedPlanColumn.tsx';
import { type CountingProps, PlanBar } from './PlanBar.tsx';
import { PlanFindings } from './PlanFindings.tsx';
import styles from './PlanPane.module.css';
import { ProgramPane } from './ProgramPane.tsx';
import { RawPlan } from './RawPlan.tsx';
import { PlanColumn } from './tree/PlanColumn.tsx';
import columns from './tree/PlanColumns.module.css';
import { usePlanView } from './use-plan-view.ts';

export function PlanPane() {
  const [manyRows, setManyRows] = useState<ManyRows>(defaultManyRows);
  const view = usePlanView(manyRows);
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
  return <Plans key={view.queryId} view={view} manyRows={manyRows} onManyRows={setManyRows} />;
}

const keptWords = 'Below: the plans of the last text that compiled.';

interface PlansProps {
  view: PlanView;
  manyRows: ManyRows;
  onManyRows: (rows: ManyRows) => void;
}

function Plans({ view, manyRows, onManyRows }: PlansProps) {
  const app = useApp();
  const setupId = useUi((ui) => ui.setupId);
  const format = useUi((ui) => ui.planFormat);
  const place = useUi((ui) => (ui.planPlace?.queryId === view.queryId ? ui.planPlace : null));
  const counting = useCounting(view);
  const pinnedView = usePinnedView();
  const schema = useRuns((runs) => runs.inspection?.schema);
  const pinned = useMemo(() => pinnedPlans(pinnedView, schema), [pinnedView, schema]);
  const [isPinnedHidden, setIsPinnedHidden] = useState(false);
  /** Setups whose plan is another's and is drawn in full all the same. */
  const [inFull, setInFull] = useState<readonly string[]>([]);
  const shown = view.setups.find((setup) => setup.setupId === setupId) ?? view.setups[0];
  const chosen = view.setups.find((setup) => setup.setupId === place?.setupId);
  const selectedRow = chosen?.lines.find(
    ({ path, isRemoved }) => path === place?.path && !isRemoved,
  );
  const isLookedAt = (id: string) => id === shown?.setupId || id === place?.setupId;
  const isBrief = ({ setupId: id, sameAs }: SetupPlan) =>
    sameAs !== null && !isLookedAt(id) && !inFull.includes(id);
  const select = (id: string, path: string | null) =>
    app.ui.setState({
      planPlace: path === null ? null : { queryId: view.queryId, setupId: id, path },
    });
  const isPlanned = view.setups.some(({ lines, isKept }) => lines.length > 0 && !isKept);
  // One sentence says it of all setups, and there is no older plan to show.
  const isFailed = view.commonError !== null && view.setups.every(({ isKept }) => !isKept);
  const others = isPinnedHidden ? {} : pinned.others;

  function showFinding({ setupId: id, path }: FindingPlace): void {
    select(id, path);
    // A narrow pane shows the plan of the chosen setup alone.
    app.ui.setState({ setupId: id });
  }

  return (
    <div className={styles.pane} data-plan-scroller>
      <PlanBar
        setups={view.setups}
        shownId={shown?.setupId ?? ''}
        onShow={(id) => app.ui.setState({ setupId: id })}
        format={format}
        onFormat={(planFormat) => app.ui.setState({ planFormat })}
        counting={format === 'tree' ? counting : null}
        onCopy={isPlanned ? () => void copyPlans(app, view.queryId, manyRows) : null}
        pinned={
          Object.keys(pinned.others).length > 0
            ? { isHidden: isPinnedHidden, onToggle: () => setIsPinnedHidden(!isPinnedHidden) }
            : null
        }
      >
        {format === 'tree' && isPlanned && (
          <ManyRowsSelect manyRows={manyRows} onManyRows={onManyRows} />
        )}
      </PlanBar>
      {format === 'tree' && isPlanned && (
        <PlanFindings findings={view.findings} place={place} onSelect={showFinding} />
      )}
      {view.commonError && (
        <Fault
          error={view.commonError}
          className={styles.fault}
          action={isFailed ? null : <span className={styles.kept}>{keptWords}</span>}
        />
      )}
      {format === 'program' && shown && !isFailed && (
        <ProgramPane setup={shown} queryName={view.queryName} />
      )}
      {format !== 'program' && !isFailed && (
        <div className={columns.plans} style={gridStyle(view, isBrief, Object.keys(others))}>
          {view.setups.map((setup) => (
            <Fragment key={setup.setupId}>
              <PlanColumn
                setup={setup}
                queryName={view.queryName}
                isShown={setup === shown}
                isAsPinned={pinned.same.includes(setup.setupId)}
                isBrief={isBrief(setup)}
                onBrief={
                  setup.sameAs === null || isLookedAt(setup.setupId)
                    ? null
                    : (isNowBrief) => setInFull((ids) => toggled(ids, setup.setupId, !isNowBrief))
                }
                selected={setup === chosen ? (place?.path ?? null) : null}
                selectedRow={chosen?.isLevel ? (selectedRow?.row ?? null) : null}
                onSelect={(path) => select(setup.setupId, path)}
                onCopyLink={(path) =>
                  void copyStepLink(app, {
                    queryId: view.queryId,
                    setupId: setup.setupId,
                    path,
                  })
                }
              >
                {format === 'text' && setup.rawRows.length > 0 ? (
                  <RawPlan rows={setup.rawRows} />
                ) : undefined}
              </PlanColumn>
              {Object.hasOwn(others, setup.setupId) && (
                <PinnedPlanColumn
                  setup={setup}
                  plan={others[setup.setupId]}
                  queryName={view.queryName}
                  isRaw={format === 'text'}
                  isShown={setup === shown}
                />
              )}
            </Fragment>
          ))}
        </div>
      )}
    </div>
  );
}

function toggled(ids: readonly string[], id: string, isIn: boolean): string[] {
  return [...ids.filter((each) => each !== id), ...(isIn ? [id] : [])];
}

/** A column for each plan, narrower for what is drawn in brief; rows for head, faults, lines, foot. */
function gridStyle(
  { setups, gridRows }: PlanView,
  isBrief: (setup: SetupPlan) => boolean,
  pinned: readonly string[],
): CSSProperties {
  const widths = setups.flatMap((setup) => [
    isBrief(setup) ? 'minmax(220px, 0.6fr)' : 'minmax(250px, 1fr)',
    ...(pinned.includes(setup.setupId) ? ['minmax(260px, 1fr)'] : []),
  ]);
  const lines = gridRows > 0 ? `repeat(${gridRows}, auto)` : 'auto';
  return { gridTemplateColumns: widths.join(' '), gridTemplateRows: `auto auto ${lines} 1fr` };
}

function useCounting(view: PlanView): CountingProps | null {
  const { plans } = useApp();
  const activity = useRuns((runs) => runs.activity);
  if (view.setups.every(({ lines, isKept }) => lines.length === 0 || isKept)) return null;
  const isCounting = activity.kind === 'counting-loops';
  const isRefused = isBusy(activity) || view.isCounted;
  return {
    label: 'Count actual rows',
    explanation: view.isCounted
      ? 'The rows of these plans are counted.'
      : isBusy(activity) && !isCounting
        ? 'The engine is at work: wait, or press Stop.'
        : 'Executes a copy of the query once in each setup, with a function that counts the rows of every loop. SQLite itself does not tell. What it writes is rolled back.',
    isBusy: isCounting,
    isRefused,
    onCount: () => void plans.countLoops(),
  };
}
