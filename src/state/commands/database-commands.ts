// Makes the engine's database what the playground says: data, indexes, statistics.
import type { EngineClient } from '../../client/engine-client.ts';
import type { DatabaseRequest } from '../../engine/model/database.ts';
import type { Playground } from '../../engine/model/playground.ts';
import type { DocumentEditor } from '../document-store.ts';
import type { RunsStore } from '../runs-store.ts';
import { databaseBasis } from '../selectors/basis.ts';
import { asActivity } from './activity.ts';

export interface DatabaseCommands {
  /** Makes what is missing, as an activity of its own (the button Generate data). */
  generate(): Promise<boolean>;
  /** The same within another activity; rejects with an EngineFailure. */
  ensure(): Promise<void>;
  /** Brings the database back after the engine was restarted, behind the scenes. */
  restore(): void;
}

const start = { phase: 'schema', fraction: 0 } as const;

export function createDatabaseCommands(
  document: DocumentEditor,
  runs: RunsStore,
  client: EngineClient,
): DatabaseCommands {
  async function ensure(playground = document.store.getState().playground): Promise<void> {
    const summary = await client.engine.call('ensureDatabase', toDatabaseRequest(playground), {
      onProgress: (progress) => runs.setState({ activity: { kind: 'generating', progress } }),
    });
    const basis = databaseBasis(playground);
    runs.setState({ database: { summary, basis } });
  }

  return {
    generate: () => asActivity(runs, { kind: 'generating', progress: start }, () => ensure()),
    ensure: () => ensure(),
    restore() {
      if (!runs.getState().database) return;
      const { playground } = document.store.getState();
      // Its outcome is seen by whatever is asked next; a failure is reported there.
      client.engine.call('ensureDatabase', toDatabaseRequest(playground)).then(
        (summary) => runs.setState({ database: { summary, basis: databaseBasis(playground) } }),
        () => runs.setState({ database: null }),
      );
    },
  };
}

function toDatabaseRequest({ schemaSql, recipe, indexes, setups }: Playground): DatabaseRequest {
  return {
    schemaSql,
    recipe,
    indexes,
    needsStatistics: setups.some((setup) => setup.hasStatistics),
  };
}
