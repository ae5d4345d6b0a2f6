// Makes the engine's database what the playground says: data, indexes, statistics.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { DatabaseRequest } from '../../../engine/model/database/database.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { databaseBasis } from '../../selectors/basis.ts';
import { asActivity } from '../work/activity.ts';

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
  /** What the engine's database was built from: after a restart it is built from that again. */
  let built: { request: DatabaseRequest; basis: string } | null = null;

  async function ensure(): Promise<void> {
    const { playground } = document.store.getState();
    const request = toDatabaseRequest(playground);
    const summary = await client.engine.call('ensureDatabase', request, {
      onProgress: (progress) => runs.setState({ activity: { kind: 'generating', progress } }),
    });
    built = { request, basis: databaseBasis(playground) };
    runs.setState({ database: { summary, basis: built.basis } });
  }

  return {
    generate: () => asActivity(runs, { kind: 'generating', progress: start }, ensure),
    ensure,
    restore() {
      if (!built) return;
      const { request, basis } = built;
      client.engine.call('ensureDatabase', request).then(
        (summary) => runs.setState({ database: { summary, basis } }),
        // Stopped again, or crashed again: the restart that follows restores once more.
        () => {},
      );
    },
  };
}

/** What the engine builds a playground's database from. */
export function toDatabaseRequest({
  schemaSql,
  recipe,
  indexes,
  setups,
}: Playground): DatabaseRequest {
  return {
    schemaSql,
    recipe,
    indexes,
    needsStatistics: setups.some((setup) => setup.hasStatistics),
  };
}
