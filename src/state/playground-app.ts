// The whole of the page without a screen: stores, the verbs on them, and what follows changes.
// Components read the stores and call the verbs; tests do the same without React.
import type { EngineClient } from '../client/engine-client.ts';
import type { Playground } from '../engine/model/playground.ts';
import { startClearingActivity, whenIdle } from './commands/activity.ts';
import { type CompareCommands, createCompareCommands } from './commands/compare-commands.ts';
import { createDatabaseCommands, type DatabaseCommands } from './commands/database-commands.ts';
import { createDocumentCommands, type DocumentCommands } from './commands/document-commands.ts';
import { createFileCommands, type FileCommands, type Shelf } from './commands/file-commands.ts';
import { startForgetting } from './commands/forgetting.ts';
import { createIndexCommands, type IndexCommands } from './commands/index-commands.ts';
import { createNotices, type Notices, startWithdrawingUndo } from './commands/notices.ts';
import { createPasteCommand } from './commands/paste-command.ts';
import { startPlanning } from './commands/planning.ts';
import { createQueryCommands, type QueryCommands } from './commands/query-commands.ts';
import { createRunCommands, type RunCommands } from './commands/run-commands.ts';
import { createSetupCommands, type SetupCommands } from './commands/setup-commands.ts';
import { createShareCommands, type ShareCommands } from './commands/share-commands.ts';
import { createStop } from './commands/stop-command.ts';
import { createDocument, type DocumentEditor } from './document-store.ts';
import { createRunsStore, type RunsStore } from './runs-store.ts';
import { createUiStore, type Theme, type UiStore } from './ui-store.ts';

export interface PlaygroundApp {
  document: DocumentEditor;
  runs: RunsStore;
  ui: UiStore;
  playground: DocumentCommands;
  setups: SetupCommands;
  queries: QueryCommands;
  indexes: IndexCommands;
  database: DatabaseCommands;
  run: RunCommands;
  compare: CompareCommands['compare'];
  stop: () => void;
  /** Sorts pasted SQL into place and says what it did, with undo. */
  pasteSql: (sql: string) => void;
  share: ShareCommands;
  files: FileCommands;
  notices: Notices;
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
  /** Where playgrounds are put aside; without it there are none. */
  shelf?: Shelf;
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
  const database = createDatabaseCommands(document, runs, client);
  const compare = createCompareCommands(document, runs, client, database);
  const stop = createStop(runs, client, compare);
  const generateWhenIdle = () => whenIdle(runs).then(database.generate);
  client.onEngineRestart(database.restore);
  const stopForgetting = startForgetting(document, runs, stop);
  const stopClearing = startClearingActivity(document, runs);
  const stopWithdrawing = startWithdrawingUndo(document, ui);
  const stopPlanning = startPlanning(document, runs, client);
  return {
    document,
    runs,
    ui,
    playground,
    setups: createSetupCommands(document),
    queries: createQueryCommands(document, ui),
    indexes: createIndexCommands(document),
    database,
    run: createRunCommands(document, runs, ui, client, database),
    compare: compare.compare,
    stop,
    pasteSql: createPasteCommand(document, runs, ui, notices),
    share: createShareCommands({
      document,
      runs,
      ui,
      client,
      playground,
      generate: database.generate,
      compare: compare.compare,
      pageAddress: options.pageAddress,
      replaceAddress: options.replaceAddress,
    }),
    files: createFileCommands(
      document,
      ui,
      playground,
      notices,
      generateWhenIdle,
      options.shelf ?? null,
    ),
    notices,
    dispose() {
      stopForgetting();
      stopClearing();
      stopWithdrawing();
      stopPlanning();
    },
  };
}
