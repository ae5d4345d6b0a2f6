// The last run: every statement with its rows and times, what was bound, what went wrong.
// Keeps away from running; the grid below pages through rows by itself.
import { CircleStop, Rows3 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { StatementOutcome } from '../../engine/model/database/run.ts';
import { oneLine } from '../../lib/format/one-line.ts';
import { type RunView, runView, statementWords } from '../../state/selectors/queries/run-words.ts';
import { useApp, usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { cellText } from '../shared/grid/cell-text.ts';
import { Kbd } from '../shared/keyboard/Kbd.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { Banner } from '../shared/messages/Banner.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import { ResultGrid } from './ResultGrid.tsx';
import styles from './RowsPane.module.css';
import { SaveRowsMenu } from './SaveRowsMenu.tsx';
import { StatementList } from './StatementList.tsx';
import { useRowWindows } from './use-row-windows.ts';

export function RowsPane() {
  const playground = usePlayground((whole) => whole);
  const lastRun = useRuns((runs) => runs.lastRun);
  const selectedId = useUi((ui) => ui.queryId);
  const view = useMemo(() => lastRun && runView(playground, lastRun), [playground, lastRun]);
  if (!view || !lastRun) {
    return (
      <EmptyState isCompact icon={<Rows3 size={20} aria-hidden="true" />} title="No rows yet">
        Run query <Kbd keys={['Ctrl', '↵']} /> runs the statement at the cursor once, in the chosen
        setup, and shows its rows here. What it changes is rolled back.
      </EmptyState>
    );
  }
  // A new run starts with a new choice of its statements, and with no rows of the one before.
  return <Run key={lastRun.number} view={view} isSelected={lastRun.queryId === selectedId} />;
}

function Run({ view, isSelected }: { view: RunView; isSelected: boolean }) {
  const { outcome, queryName, letter, setupName, sql, isStale, isStopped } = view;
  const { statements, error, isRolledBack } = outcome;
  const last = statements.findLastIndex(({ columns }) => columns.length > 0);
  const [chosen, setChosen] = useState(last < 0 ? statements.length - 1 : last);
  const statement = statements[chosen];
  return (
    <div className={styles.pane} data-stale={isStale || undefined}>
      <header className={styles.header}>
        {statement && (
          <div className={styles.tools}>
            <SaveRowsMenu statement={statement} queryName={queryName} />
          </div>
        )}
        <p className={styles.title}>
          Result of <b>{queryName}</b> in {letter && <SetupChip letter={letter} size="sm" />}{' '}
          {setupName}
          {!isSelected && <span className={styles.dim}> (another query is selected now)</span>}
          {isStale && (
            <Tooltip content="The query, the data or the setup was changed after this run. Run query again to see what they give now.">
              <span className={styles.stale}>stale</span>
            </Tooltip>
          )}
        </p>
        {statements.length <= 1 && (
          <code className={styles.sql} title={sql}>
            {oneLine(sql)}
          </code>
        )}
        {statement && <StatementLine statement={statement} letter={letter ?? '–'} />}
        {isRolledBack && (
          <p className={styles.note}>
            Its changes were rolled back: the data is as it was before the run.
          </p>
        )}
      </header>
      {isStopped && (
        <EmptyState isCompact icon={<CircleStop size={20} aria-hidden="true" />} title="Stopped">
          The run was stopped before it had an answer. The playground and the data are as they were.
        </EmptyState>
      )}
      {error && !isStopped && (
        <div className={styles.error}>
          <Banner tone="error" title={error.message}>
            {error.hint}
          </Banner>
        </div>
      )}
      {statements.length > 1 && (
        <StatementList statements={statements} chosen={chosen} onChoose={setChosen} />
      )}
      {statement && (
        <StatementRows
          key={statement.resultId ?? `at ${statement.offset}`}
          label={`Result of ${queryName}`}
          statement={statement}
        />
      )}
    </div>
  );
}

function StatementLine({ statement, letter }: { statement: StatementOutcome; letter: string }) {
  const words = statementWords(statement);
  return (
    <p className={styles.line}>
      <Tooltip content="Time of this one run, taken in the engine around preparing, stepping and reading. One run is an indication; Compare measures.">
        <span className={styles.headline}>{words.headline}</span>
      </Tooltip>{' '}
      <span className={styles.dim}>
        ({words.parts}), one run in {letter}.
      </span>
      {words.remarks.map((remark) => (
        <span key={remark}> {remark}</span>
      ))}
      {statement.bound.map(({ name, value }) => (
        <Tooltip key={name} content="The first draw of this parameter's values was bound.">
          <code className={styles.bound}>
            {name} ={' '}
            {typeof value === 'string' ? `'${cellText(value).text}'` : cellText(value).text}
          </code>
        </Tooltip>
      ))}
    </p>
  );
}

function StatementRows({ label, statement }: { label: string; statement: StatementOutcome }) {
  const app = useApp();
  const { resultId, firstRows, columns, keptRows } = statement;
  const { rowAt, onShow, problem } = useRowWindows({
    resultId,
    rowCount: keptRows,
    firstRows,
    readRows: app.run.readRows,
  });
  if (columns.length === 0) {
    return (
      <p className={styles.none}>
        This statement returns no rows: {statementWords(statement).count}.
      </p>
    );
  }
  return (
    <>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <ResultGrid
        label={label}
        columns={columns}
        rowCount={keptRows}
        sample={firstRows}
        rowAt={rowAt}
        onShow={onShow}
      />
    </>
  );
}
