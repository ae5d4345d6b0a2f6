// Makes the engine's database what the playground says: data, indexes, statistics.
import type { EngineClient } from '../../../client/engine-client.ts';
import type {
  BuildProgress,
  DatabaseRequest,
  DatabaseSummary,
} from '../../../engine/model/database/database.ts';
import { type EngineError, toEngineError } from '../../../engine/model/errors.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { isBusy } from '../../activity.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { BuiltDatabase, RunsStore } from '../../runs-store.ts';
import { databaseBasis } from '../../selectors/basis.ts';
import type { HeldFiles } from '../imports/held-files.ts';
import { asActivity } from '../work/activity.ts';
import { createSizeMeasuring } from './measuring-sizes.ts';

export interface DatabaseCommands {
  /** Makes what is missing, as an activity of its own (the button Generate data). */
  generate(): Promise<boolean>;
  /** The same within another activity; rejects with an EngineFailure. */
  ensure(): Promise<void>;
  /** Asks what each table and index takes, once nothing else runs; see runs.sizes. */
  measureSizes(): Promise<void>;
  /** Brings the database back after the engine was restarted, behind the scenes. */
  restore(): void;
  /** A restart of the engine brings nothing back: its database is of another playground. */
  forget(): void;
}

const start = { phase: 'schema', fraction: 0 } as const;

export function createDatabaseCommands(
  document: DocumentEditor,
  runs: RunsStore,
  client: EngineClient,
  held: HeldFiles,
): DatabaseCommands {
  /** What the engine's database was built from: after a restart it is built from that again. */
  let built: (Omit<BuiltDatabase, 'summary'> & { request: DatabaseRequest }) | null = null;

  async function ensure(): Promise<void> {
    const { playground } = document.store.getState();
    const request = toDatabaseRequest(playground);
    const summary = await askFor(request, (progress) =>
      runs.setState({ activity: { kind: 'generating', progress } }),
    );
    const made = { basis: databaseBasis(playground), askedWith: playground };
    built = { ...made, request };
    runs.setState({ database: { ...made, summary } });
  }

  /** Notes whether the image of a file's data is here: that outlasts the activity that found out. */
  async function askFor(
    request: DatabaseRequest,
    onProgress: (progress: BuildProgress) => void,
  ): Promise<DatabaseSummary> {
    const imageId = request.imported?.imageId;
    try {
      const withFile = held.withFile(request);
      const summary = await client.engine.call('ensureDatabase', withFile, { onProgress });
      if (runs.getState().missingImage === imageId) runs.setState({ missingImage: null });
      return summary;
    } catch (thrown) {
      const isMissing = toEngineError(thrown).code === 'image-missing';
      if (isMissing && imageId !== undefined) runs.setState({ missingImage: imageId });
      throw thrown;
    }
  }

  /** The database is gone for good; another activity finds that out by itself. */
  function giveUp(error: EngineError): void {
    built = null;
    runs.setState(({ activity }) => ({
      database: null,
      activity: isBusy(activity) ? activity : { kind: 'failed', error },
    }));
  }

  return {
    generate: () => asActivity(runs, { kind: 'generating', progress: start }, ensure),
    ensure,
    measureSizes: createSizeMeasuring(runs, client),
    restore() {
      if (!built) return;
      const { request, ...made } = built;
      askFor(request, () => {}).then(
        (summary) => runs.setState({ database: { ...made, summary } }),
        (thrown) => {
          const error = toEngineError(thrown);
          // Stopped again, or crashed again: the restart that follows restores once more.
          if (error.code === 'image-missing' && built?.request === request) giveUp(error);
        },
      );
    },
    forget() {
      built = null;
    },
  };
}

/** What the engine builds a playground's database from. */
export function toDatabaseRequest({
  schemaSql,
  recipe,
  imported,
  indexes,
  setups,
}: Playground): DatabaseRequest {
  return {
    schemaSql,
    recipe,
    indexes,
    needsStatistics: setups.some((setup) => setup.hasStatistics),
    isKept: true,
    ...(imported && { imported }),
  };
}
