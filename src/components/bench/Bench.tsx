// The bench, the centre of the tool: reads the state, hands it to the grid, does what is asked.
// Keeps away from drawing cells and from measuring.
import { Database, TextSearch } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { benchView, type SetupView } from '../../state/selectors/bench/bench-view.ts';
import { heatLegend } from '../../state/selectors/bench/heat.ts';
import { workloadView } from '../../state/selectors/bench/workload-view.ts';
import { sqlKnowledge } from '../../state/selectors/editor/sql-knowledge.ts';
import { suggestedIndexSql } from '../../state/selectors/schema/index-suggestion.ts';
import { indexTargetProblem } from '../../state/selectors/schema/index-target-problem.ts';
import { authorConfirmation } from '../../state/selectors/share/author-confirmation.ts';
import { useApp, usePlayground, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { useBenchRuns } from '../shared/use-bench-runs.ts';
import styles from './Bench.module.css';
import { BenchFoot } from './BenchFoot.tsx';
import { type BenchActions, BenchGrid } from './BenchGrid.tsx';
import { IndexEditor } from './IndexEditor.tsx';

/** Which statement the index editor holds: a new one, or that of an index. */
type Editing = { kind: 'new'; sql: string } | { kind: 'change'; name: string; sql: string };

export function Bench() {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const runs = useBenchRuns();
  const { inspection } = runs;
  const queryId = useUi((ui) => ui.queryId);
  const setupId = useUi((ui) => ui.setupId);
  const heat = useUi((ui) => ui.heat);
  const author = useUi((ui) => ui.openedLink?.author ?? null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const view = useMemo(() => benchView(playground, runs), [playground, runs]);
  const confirmation = useMemo(
    () => authorConfirmation(playground, runs, author),
    [playground, runs, author],
  );
  const workload = useMemo(() => workloadView(playground, runs, view), [playground, runs, view]);

  const selectQuery = useCallback(
    (id: string) => {
      // Selecting moves the caret to the start: not while the query stays the same.
      if (app.ui.getState().queryId !== id) app.queries.select(id);
    },
    [app],
  );
  const selectCell = useCallback(
    (id: string, setup: string) => {
      selectQuery(id);
      app.ui.setState({ setupId: setup });
    },
    [app, selectQuery],
  );

  function sayRemoved(what: string): void {
    app.notices.show({
      tone: 'info',
      text: `Removed ${what}.`,
      details: [],
      action: { label: 'Undo', run: app.playground.undo },
    });
  }

  function selectSetup(id: string | null): void {
    if (id !== null) app.ui.setState({ setupId: id });
  }

  const actions: BenchActions = {
    addSetup: () => selectSetup(app.setups.add()),
    renameSetup: app.setups.rename,
    duplicateSetup: (id) => selectSetup(app.setups.duplicate(id)),
    moveSetup: app.setups.move,
    removeSetup: (setup: SetupView) => {
      app.setups.remove(setup.id);
      const [first] = app.document.store.getState().playground.setups;
      if (app.ui.getState().setupId === setup.id) selectSetup(first?.id ?? null);
      sayRemoved(`setup ${setup.letter} (${setup.name})`);
    },
    setIndexOn: app.setups.setIndexOn,
    setStatistics: app.setups.setStatistics,
    setCache: app.setups.setCache,
    addIndex: () => {
      const query = playground.queries.find(({ id }) => id === queryId) ?? null;
      const schema = inspection?.schema ?? { tables: [], views: [], triggers: [] };
      setEditing({ kind: 'new', sql: suggestedIndexSql(schema, query, playground.indexes) });
    },
    editIndex: (name) => {
      const index = playground.indexes.find((candidate) => candidate.name === name);
      if (index) setEditing({ kind: 'change', name, sql: index.sql });
    },
    removeIndex: (name) => {
      app.indexes.remove(name);
      sayRemoved(`index ${name}`);
    },
    selectQuery,
    selectCell,
  };

  const hasTables = inspection === null || inspection.schema.tables.length > 0;
  return (
    <div className={styles.bench}>
      <BenchGrid
        view={view}
        workload={workload}
        heat={heat}
        confirmations={confirmation?.cells}
        queryId={queryId}
        setupId={setupId}
        maxSetups={6}
        actions={actions}
        noQueries={hasTables ? <NoQueries /> : <NoTables />}
      />
      {view.setups.length > 1 && view.queries.length > 0 && (
        <BenchFoot
          workload={workload}
          heat={heat}
          legend={heatLegend(heat, view.setups[0]?.letter ?? 'A')}
          onHeat={(wanted) => app.ui.setState({ heat: wanted })}
        />
      )}
      {editing && (
        <IndexEditor
          knowledge={sqlKnowledge(inspection, playground, runs.database)}
          title={editing.kind === 'new' ? 'New index' : `Index ${editing.name}`}
          description={
            editing.kind === 'new'
              ? 'It is on in every setup but the baseline, so that there is something to compare.'
              : 'Its switches stay as they are.'
          }
          saveLabel={editing.kind === 'new' ? 'Add' : 'Save'}
          sql={editing.sql}
          onSave={(sql) =>
            indexTargetProblem(inspection, sql) ??
            (editing.kind === 'new' ? app.indexes.add(sql) : app.indexes.change(editing.name, sql))
          }
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

function NoTables() {
  const app = useApp();
  return (
    <EmptyState
      isCompact
      icon={<Database size={20} aria-hidden="true" />}
      title="Start with a table"
      action={
        <Button
          variant="primary"
          onClick={() => app.ui.setState({ leftTab: 'schema', phonePane: 'edit' })}
        >
          Write a schema
        </Button>
      }
    >
      Write CREATE TABLE in Schema, paste SQL, or open an example.
    </EmptyState>
  );
}

function NoQueries() {
  const app = useApp();
  return (
    <EmptyState
      isCompact
      icon={<TextSearch size={20} aria-hidden="true" />}
      title="No queries yet"
      action={
        <Button
          onClick={() => {
            app.queries.add();
            app.ui.setState({ leftTab: 'queries', phonePane: 'edit' });
          }}
        >
          Write a query
        </Button>
      }
    >
      A query gets a cell in every setup: its plan at once, its time after Compare.
    </EmptyState>
  );
}
