// Runs a query once in the chosen setup and pages through its rows.
import type { EngineClient } from '../../client/engine-client.ts';
import type { SqlValue } from '../../engine/model/values.ts';
import { statementAt } from '../../engine/sql/statement-at.ts';
import type { DocumentEditor } from '../document-store.ts';
import type { RunsStore } from '../runs-store.ts';
import type { UiStore } from '../ui-store.ts';
import { asActivity } from './activity.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { withParameters } from './query-commands.ts';

export interface RunCommands {
  /** Runs the selection, or else the statement at the caret, of the selected query. */
  runQuery(): Promise<boolean>;
  /** A window of rows of a statement's result. */
  readRows(resultId: number, from: number, count: number): Promise<SqlValue[][]>;
}

export function createRunCommands(
  document: DocumentEditor,
  runs: RunsStore,
  ui: UiStore,
  client: EngineClient,
  database: DatabaseCommands,
): RunCommands {
  return {
    runQuery() {
      const { playground } = document.store.getState();
      const { queryId, setupId, selection } = ui.getState();
      const query = playground.queries.find((candidate) => candidate.id === queryId);
      const setup = playground.setups.find((candidate) => candidate.id === setupId);
      if (!query || !setup) return Promise.resolve(false);
      const sql = textToRun(query.sql, selection);
      const { parameters } = withParameters({ ...query, sql });
      const running = { kind: 'running', queryName: query.name } as const;
      return asActivity(runs, running, async () => {
        await database.ensure();
        runs.setState({ activity: running });
        const { seed } = playground.recipe;
        const request = { sql, setup, parameters, seed };
        const outcome = await client.engine.call('runQuery', request);
        const number = (runs.getState().lastRun?.number ?? 0) + 1;
        runs.setState({ lastRun: { number, queryId: query.id, setupId: setup.id, outcome } });
        ui.setState({ detailTab: 'rows' });
      });
    },
    readRows: (resultId, from, count) => client.engine.call('readRows', { resultId, from, count }),
  };
}

/** The selected text, or the statement that the caret is in, or everything. */
function textToRun(sql: string, { start, end }: { start: number; end: number }): string {
  const selected = sql.slice(start, end);
  if (selected.trim() !== '') return selected;
  return statementAt(sql, start)?.sql ?? sql;
}
