// The whole of the page without a screen: stores, the verbs on them, and what follows changes.
// Components read the stores and call the verbs; tests do the same without React.
import type { EngineClient } from '../client/engine-client.ts';
import type { Playground } from '../engine/model/playground.ts';
import type { Bytes } from '../engine/model/units.ts';
import type { HistoryStore } from '../storage/history-store.ts';
import type { ImageStore } from '../storage/images/image-store.ts';
import {
  type CompareCommands,
  createCompareCommands,
} from './commands/comparing/compare-commands.ts';
import { createCounting } from './commands/comparing/counting.ts';
import { startChoosingBuild } from './commands/database/build-choice.ts';
import {
  createDatabaseCommands,
  type DatabaseCommands,
} from './commands/database/database-commands.ts';
import { startPlacingErrors } from './commands/database/error-places.ts';
import { startForgetting } from './commands/database/forgetting.ts';
import { createLoopCommands, type LoopCommands } from './commands/database/loop-commands.ts';
import { startPlanning } from './commands/database/planning.ts';
import { createRunCommands, type RunCommands } from './commands/database/run-commands.ts';
import {
  createDocumentCommands,
  type DocumentCommands,
} from './commands/document/document-commands.ts';
import { createIndexCommands, type IndexCommands } from './commands/document/index-commands.ts';
import { createPasteCommand } from './commands/document/paste-command.ts';
import { createQueryCommands, type QueryCommands } from './commands/document/query-commands.ts';
import { createRecipeCommands, type RecipeCommands } from './commands/document/recipe-commands.ts';
import { createSetupCommands, type SetupCommands } from './commands/document/setup-commands.ts';
import { createHistoryCommands, type HistoryCommands } from './commands/history-commands.ts';
import { createHeldFiles } from './commands/imports/held-files.ts';
import { createImportCommands, type ImportCommands } from './commands/imports/import-commands.ts';
import {
  createInstrumentCommands,
  type InstrumentCommands,
} from './commands/instrument-commands.ts';
import { createNotices, type Notices, startWithdrawingUndo } from './commands/notices.ts';
import { createScaleCommands, type ScaleCommands } from './commands/scale/scale-commands.ts';
import { createDataExports, type DataExportCommands } from './commands/share/data-exports.ts';
import { createExportCommands, type ExportCommands } from './commands/share/export-commands.ts';
import {
  createFileCommands,
  type FileCommands,
  type Shelf,
} from './commands/share/file-commands.ts';
import { createShareCommands, type ShareCommands } from './commands/share/share-commands.ts';
import {
  createStorageCommands,
  type StorageCommands,
} from './commands/storage/storage-commands.ts';
import { createStoredCommands, type StoredCommands } from './commands/stored-commands.ts';
import { startClearingActivity, whenIdle } from './commands/work/activity.ts';
import {
  alwaysVisible,
  createDisturbances,
  type PageVisibility,
} from './commands/work/disturbances.ts';
import { createStop } from './commands/work/stop-command.ts';
import { createWorks } from './commands/work/work.ts';
import { createWritesCommands, type WritesCommands } from './commands/writes/writes-commands.ts';
import { createDocument, type DocumentEditor } from './document-store.ts';
import { createHistoryState, type HistoryStateStore } from './history-store.ts';
import { createImportStore, type ImportStore } from './import-store.ts';
import { createRunsStore, type RunsStore } from './runs-store.ts';
import { createScaleStore } from './scale-store.ts';
import { createStorageStore } from './storage-store.ts';
import { createStoredStore, type StoredStore } from './stored-store.ts';
import { createUiStore, type Theme, type UiStore } from './ui-store.ts';
import { createWritesStore } from './writes-store.ts';

export interface PlaygroundApp {
  document: DocumentEditor;
  runs: RunsStore;
  ui: UiStore;
  playground: DocumentCommands;
  setups: SetupCommands;
  queries: QueryCommands;
  recipe: RecipeCommands;
  indexes: IndexCommands;
  database: DatabaseCommands;
  run: RunCommands;
  /** What is asked of the plans of the selected query. */
  plans: LoopCommands;
  compare: CompareCommands['compare'];
  /** Continue, Confirm and what else follows a comparison. */
  comparison: Omit<CompareCommands, 'compare'>;
  instrument: InstrumentCommands;
  scale: ScaleCommands;
  writes: WritesCommands;
  /** The Storage lab; `storage` is about what the browser keeps. */
  storageLab: StorageCommands;
  stop: () => void;
  /** Sorts pasted SQL into place and says what it did, with undo. */
  pasteSql: (sql: string) => void;
  share: ShareCommands;
  files: FileCommands;
  /** Files of the user's that become data, and the one that is being taken in. */
  imports: ImportCommands;
  importing: ImportStore;
  /** What was measured, as texts to take away, and the data as files. */
  exports: ExportCommands & DataExportCommands;
  notices: Notices;
  /** Comparisons that were kept, and the verbs on them. */
  history: HistoryStateStore;
  kept: HistoryCommands;
  /** What this browser keeps of data, and the verbs on it. */
  stored: StoredStore;
  storage: StoredCommands;
  /** Ends what runs by itself (planning). */
  dispose: () => void;
}

export interface PlaygroundAppOptions {
  client: EngineClient;
  playground: Playground;
  /** The page follows the system until told otherwise. */
  theme?: Theme;
  /** Address of the page without its hash: links are made from it. */
  pageAddress: string;
  /** Shows another address without a step in the browser's history. */
  replaceAddress: (url: string) => void;
  /** A monotonic clock in milliseconds. */
  now: () => number;
  /** Whether the page can be seen; without it, it always is. */
  visibility?: PageVisibility;
  /** Where comparisons are kept; without it they are not. */
  historyStore?: HistoryStore;
  /** The time of day as ISO 8601. */
  timestamp?: () => string;
  /** Where playgrounds are put aside; without it there are none. */
  shelf?: Shelf;
  /** Where database images are kept; without it none can be seen or cleared. */
  images?: ImageStore;
  /** The Storage lab asks before it copies a larger database; 128 MB unless told otherwise. */
  largeStorageBytes?: Bytes;
  /** Asks the browser not to clear what is stored. */
  persist?: () => void;
}

/** Builds the page's state around a playground; runs nothing but the planner. */
export function createPlaygroundApp(options: PlaygroundAppOptions): PlaygroundApp {
  const { client } = options;
  const document = createDocument(options.playground, options.now);
  const runs = createRunsStore();
  const ui = createUiStore(options.theme);
  ui.setState({
    queryId: options.playground.queries[0]?.id ?? null,
    setupId: options.playground.setups[0]?.id ?? null,
  });
  const notices = createNotices(ui);
  const playground = createDocumentCommands(document, ui);
  const held = createHeldFiles();
  const database = createDatabaseCommands(document, runs, client, held);
  const works = createWorks(runs);
  const history = createHistoryState();
  const timestamp = options.timestamp ?? (() => '');
  const kept = createHistoryCommands({
    document,
    runs,
    history,
    store: options.historyStore ?? null,
    timestamp,
  });
  const disturbances = createDisturbances(options.visibility ?? alwaysVisible, client);
  const compare = createCompareCommands({
    document,
    runs,
    ui,
    client,
    database,
    disturbances,
    held,
    counting: createCounting(runs, client),
    works,
    onMeasured: (playground, isNew) => void kept.keep(playground, isNew),
  });
  const scale = createScaleCommands({
    document,
    runs,
    ui,
    scale: createScaleStore(),
    client,
    works,
    disturbances,
  });
  const writes = createWritesCommands({
    document,
    runs,
    writes: createWritesStore(),
    client,
    works,
    disturbances,
    held,
  });
  const storageLab = createStorageCommands({
    document,
    runs,
    storage: createStorageStore(options.largeStorageBytes),
    client,
    database,
    works,
  });
  const stop = createStop(runs, client, works);
  const generateWhenIdle = () => whenIdle(runs).then(database.generate);
  const share = createShareCommands({
    document,
    runs,
    ui,
    client,
    playground,
    generate: database.generate,
    generateWhenIdle,
    compare: compare.compare,
    notices,
    pageAddress: options.pageAddress,
    replaceAddress: options.replaceAddress,
    async hasImage(imageId) {
      const records = (await options.images?.list()) ?? [];
      return held.has(imageId) || records.some((record) => record.imageId === imageId);
    },
  });
  const files = createFileCommands(
    document,
    ui,
    playground,
    notices,
    generateWhenIdle,
    options.shelf ?? null,
    kept.show,
  );
  const pasteSql = createPasteCommand(document, runs, ui, notices);
  const importing = createImportStore();
  const imports = createImportCommands({
    document,
    runs,
    ui,
    imports: importing,
    client,
    works,
    database,
    files,
    held,
    pasteSql,
    persist: options.persist ?? (() => {}),
  });
  const stored = createStoredStore();
  client.onEngineRestart(database.restore);
  const stopChoosing = startChoosingBuild(document, client, database);
  const stopForgetting = startForgetting(document, runs, () => {
    stop();
    kept.forgetCurrent();
  });
  const stopClearing = startClearingActivity(document, runs);
  const stopWithdrawing = startWithdrawingUndo(document, ui);
  const stopPlanning = startPlanning(document, runs, ui, client, notices);
  const stopPlacing = startPlacingErrors(document, runs, client);
  return {
    document,
    runs,
    ui,
    playground,
    setups: createSetupCommands(document),
    queries: createQueryCommands(document, ui),
    recipe: createRecipeCommands(document),
    indexes: createIndexCommands(document),
    database,
    run: createRunCommands(document, runs, ui, client, database),
    plans: createLoopCommands(document, runs, ui, client, database),
    compare: compare.compare,
    comparison: compare,
    instrument: createInstrumentCommands({ runs, client, disturbances, held, works }),
    scale,
    writes,
    storageLab,
    stop,
    pasteSql,
    share,
    files,
    imports,
    importing,
    exports: {
      ...createExportCommands({ document, runs, makeLink: share.makeLink, timestamp }),
      ...createDataExports({ document, runs, client, works, database, notices }),
    },
    notices,
    history,
    kept,
    stored,
    storage: createStoredCommands({
      stored,
      images: options.images ?? null,
      shelf: options.shelf ?? null,
    }),
    dispose() {
      stopChoosing();
      stopForgetting();
      stopClearing();
      stopWithdrawing();
      stopPlanning();
      stopPlacing();
      scale.dispose();
      writes.dispose();
      storageLab.dispose();
    },
  };
}
