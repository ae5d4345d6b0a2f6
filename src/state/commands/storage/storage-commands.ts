// The verbs of the Storage lab: Read the pages, Try VACUUM. Each is one activity, on a copy of the
// engine's database in SQLite's official build, which is loaded for it and freed after.
import type { EngineClient } from '../../../client/engine-client.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { storageBasis } from '../../selectors/storage/storage-basis.ts';
import { noStorage, type StorageStore } from '../../storage-store.ts';
import type { DatabaseCommands } from '../database/database-commands.ts';
import { isAnother } from '../database/forgetting.ts';
import type { Work, Works } from '../work/work.ts';

export interface StorageCommands {
  store: StorageStore;
  /**
   * Makes what is missing of the database and reads its pages. A large database waits for the
   * user's word (store.asking) unless `isAgreed`. Gives true when they were read.
   */
  read(isAgreed?: boolean): Promise<boolean>;
  /**
   * What VACUUM with this page size would make of the database; the playground's own stays as it
   * is. Reads the pages first when those that were read are stale.
   */
  tryVacuum(pageSizeBytes: number, isAgreed?: boolean): Promise<boolean>;
  /** Chooses the page size of the next trial. */
  choosePageSize(pageSizeBytes: number): void;
  /** Takes a trial away. */
  dropTrial(pageSizeBytes: number): void;
  /** Ends what follows the document. */
  dispose(): void;
}

export interface StorageDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  storage: StorageStore;
  client: EngineClient;
  database: Pick<DatabaseCommands, 'ensure'>;
  works: Works;
}

type Counter = ReturnType<EngineClient['openCounter']>;

export function createStorageCommands(dependencies: StorageDependencies): StorageCommands {
  const { document, runs, storage, client, database, works } = dependencies;

  function say(text: string, fraction: number): void {
    runs.setState({ activity: { kind: 'reading-pages', text, fraction } });
  }

  /** The one activity of both verbs; `trialPageSize` is null when only the pages are read. */
  async function start(trialPageSize: number | null, isAgreed: boolean): Promise<boolean> {
    const first = { kind: 'reading-pages', text: 'Making the database', fraction: 0 } as const;
    let isDone = false;
    const isWell = await works.run(first, async (work) => {
      storage.setState({ error: null, asking: null });
      try {
        isDone = await readAndTry(work, trialPageSize, isAgreed);
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code !== 'stopped') storage.setState({ error });
        throw thrown;
      }
    });
    return isWell && isDone;
  }

  async function readAndTry(
    work: Work,
    trialPageSize: number | null,
    isAgreed: boolean,
  ): Promise<boolean> {
    const basis = storageBasis(document.store.getState().playground);
    await work.blocking(database.ensure, client.stop, 0);
    const sizeBytes = runs.getState().database?.summary.sizeBytes ?? 0;
    if (sizeBytes > storage.getState().largeBytes && !isAgreed) {
      storage.setState({ asking: { sizeBytes, trialPageSize } });
      return false;
    }
    say(`Reading the pages: copying ${formatBytes(sizeBytes)}`, 0.1);
    const { image } = await work.blocking(
      () => client.engine.call('exportImage', {}),
      client.stop,
      0,
    );
    const counter = client.openCounter();
    try {
      await work.blocking(() => counter.call('loadImage', { image }), counter.close, 0);
      if (trialPageSize === null || storage.getState().read?.basis !== basis) {
        await readPages(counter, work, basis);
      }
      if (trialPageSize !== null) await readTrial(counter, work, trialPageSize);
    } finally {
      counter.close();
    }
    return true;
  }

  async function readPages(counter: Counter, work: Work, basis: string): Promise<void> {
    say('Reading the pages', 0.4);
    const report = await work.blocking(() => counter.call('readStorage', {}), counter.close, 0);
    // Trials of another database would stand beside what they were not made from.
    storage.setState({ read: { report, basis }, trials: {} });
  }

  async function readTrial(counter: Counter, work: Work, pageSizeBytes: number): Promise<void> {
    say(`Trying VACUUM with pages of ${formatBytes(pageSizeBytes)}`, 0.6);
    const trial = await work.blocking(
      () => counter.call('tryStorage', { pageSizeBytes }),
      counter.close,
      0,
    );
    storage.setState(({ trials }) => ({ trials: { ...trials, [pageSizeBytes]: trial } }));
  }

  const stopFollowing = document.store.subscribe(({ playground }, { playground: before }) => {
    if (playground === before || !isAnother(playground, before)) return;
    const { largeBytes } = storage.getState();
    storage.setState({ ...noStorage, largeBytes });
  });

  return {
    store: storage,
    read: (isAgreed = false) => start(null, isAgreed),
    tryVacuum: (pageSizeBytes, isAgreed = false) => start(pageSizeBytes, isAgreed),
    choosePageSize: (trialPageSize) => storage.setState({ trialPageSize }),
    dropTrial: (pageSizeBytes) =>
      storage.setState(({ trials }) => ({
        trials: Object.fromEntries(
          Object.entries(trials).filter(([size]) => Number(size) !== pageSizeBytes),
        ),
      })),
    dispose: stopFollowing,
  };
}
