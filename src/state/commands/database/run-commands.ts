// Runs a query once in the chosen setup and pages through its rows.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { RunOutcome } from '../../../engine/model/database/run.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import type { SqlValue } from '../../../engine/model/values.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import { statementAt } from '../../../engine/sql/statements/statement-at.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { cellBasis, databaseBasis } from '../../selectors/basis.ts';
import type { UiStore } from '../../ui-store.ts';
import { asActivity } from '../work/activity.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { isAnother } from './forgetting.ts';

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
      const basis = cellBasis(databaseBasis(playground), playground, query, setup);
      const keep = (outcome: RunOutcome): void => {
        const current = document.store.getState().playground;
        // Ids begin anew with another playground: an answer for the old one is nobody's.
        if (isAnother(current, playground)) return;
        if (!current.queries.some(({ id }) => id === query.id)) return;
        const number = (runs.getState().lastRun?.number ?? 0) + 1;
        const lastRun = { number, queryId: query.id, setupId: setup.id, sql, basis, outcome };
        runs.setState({ lastRun });
        ui.setState({ detailTab: 'rows' });
      };
      const running = { kind: 'running', queryName: query.name } as const;
      return asActivity(runs, running, async () => {
        try {
          await database.ensure();
          runs.setState({ activity: running });
          const { seed } = playground.recipe;
          const request = { sql, setup, parameters, seed };
          keep(await client.engine.call('runQuery', request));
        } catch (thrown) {
          keep({ statements: [], error: toEngineError(thrown), isRolledBack: false });
          throw thrown;
        }
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
