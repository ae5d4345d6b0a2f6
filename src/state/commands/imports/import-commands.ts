// Files coming in: looked at in a worker that is thrown away, then made the playground's data.
// Until an import has succeeded whole, playground and database are as they were.
import type { EngineClient } from '../../../client/engine-client.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import { maxRowsPerTable } from '../../../engine/model/playground.ts';
import type {
  ImportOutcome,
  ImportProgress,
  RowsOptions,
} from '../../../engine/model/transfer/import.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCountOf } from '../../../lib/format-count.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { ImportPlace, ImportStore, KnownReport, RowsChoice } from '../../import-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { UiStore } from '../../ui-store.ts';
import type { DatabaseCommands } from '../database/database-commands.ts';
import type { FileCommands } from '../share/file-commands.ts';
import { whenIdle } from '../work/activity.ts';
import type { Work, Works } from '../work/work.ts';
import type { HeldFiles } from './held-files.ts';
import { newPlayground, withData, withGeneratedData, withRowsFrom } from './imported-playground.ts';
import { existingTableChoice, fittingTable, newTableChoice, toRowsTarget } from './rows-choice.ts';

/** A file of the user's machine. */
export interface PickedFile {
  name: string;
  blob: Blob;
}

/** What the transfer worker made; `file` where the browser's storage could not keep the image. */
interface ImportedFile {
  outcome: ImportOutcome;
  file: Blob | null;
}

export interface ImportCommands {
  /** Opens the dialog in which a file is chosen or dropped. */
  pick(): void;
  /** Looks at a file and proposes what to make of it; opens a .dyno.json at once. */
  open(file: PickedFile): Promise<void>;
  /** Reads the rows once more with other options. */
  setOptions(options: RowsOptions): Promise<void>;
  setPlace(place: ImportPlace): void;
  setRows(choice: RowsChoice): void;
  /** Proposes the columns for another table of this playground; null for a new one. */
  chooseTable(table: string | null): void;
  /** Takes the file in as decided. */
  start(): Promise<void>;
  /** Forgets the file and closes the dialog. */
  close(): void;
  /** Makes rows by a recipe, as many as the file has, in place of the file's. */
  detach(): void;
}

export interface ImportDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  ui: UiStore;
  imports: ImportStore;
  client: EngineClient;
  works: Works;
  database: DatabaseCommands;
  files: FileCommands;
  held: HeldFiles;
  pasteSql: (sql: string) => void;
  /** Asks the browser not to clear what is stored. */
  persist: () => void;
}

const storageWarning =
  'This browser has no room to keep the data: it stays only until this page is closed. Open the file again after that.';

export function createImportCommands(dependencies: ImportDependencies): ImportCommands {
  const { document, runs, ui, imports, client, works, database, files, held } = dependencies;
  let file: PickedFile | null = null;
  /** Answers about a file that was looked at before this one are nobody's. */
  let turn = 0;

  const schema = () =>
    runs.getState().inspection?.schema ?? { tables: [], views: [], triggers: [] };
  const fileName = () => file?.name ?? '';

  function propose(report: KnownReport): void {
    const { playground } = document.store.getState();
    const isSameFile = playground.imported?.fileName === fileName();
    switch (report.kind) {
      case 'database':
        imports.setState(
          ready(report, isSameFile ? { kind: 'replace-data' } : { kind: 'new' }, null),
          true,
        );
        return;
      case 'script':
        imports.setState(
          ready(report, report.fitsPlayground ? { kind: 'text' } : { kind: 'new' }, null),
          true,
        );
        return;
      case 'rows': {
        const table = fittingTable(report, schema());
        const choice = table
          ? existingTableChoice(report, table)
          : newTableChoice(report, fileName(), { tables: [], views: [], triggers: [] });
        imports.setState(
          ready(report, table ? { kind: 'add-rows' } : { kind: 'new' }, choice),
          true,
        );
        return;
      }
      default:
        assertNever(report);
    }
  }

  function ready(report: KnownReport, place: ImportPlace, rows: RowsChoice | null) {
    return { status: 'ready' as const, fileName: fileName(), report, place, rows };
  }

  async function inspect(options?: RowsOptions): Promise<void> {
    if (!file) return;
    const { name, blob } = file;
    const own = ++turn;
    const before = imports.getState();
    if (!options) imports.setState({ status: 'inspecting', fileName: name }, true);
    const transfer = client.openTransfer();
    try {
      const report = await transfer.call('inspectFile', {
        file: blob,
        name,
        ...(options && { rows: options }),
      });
      if (own !== turn) return;
      if (report.kind === 'refused') {
        imports.setState({ status: 'failed', fileName: name, error: report.error }, true);
      } else if (report.kind === 'playground') {
        await openPlayground(file);
      } else if (options && report.kind === 'rows' && before.status === 'ready') {
        // The user's choice of place stays; the columns may be others now.
        const table = schema().tables.find((each) => each.name === before.rows?.table);
        const rows =
          before.rows?.isNew === false && table
            ? existingTableChoice(report, table)
            : { ...newTableChoice(report, name, emptySchema), table: before.rows?.table ?? name };
        imports.setState(ready(report, before.place, rows), true);
      } else propose(report);
    } catch (thrown) {
      if (own !== turn) return;
      imports.setState({ status: 'failed', fileName: name, error: toEngineError(thrown) }, true);
    } finally {
      transfer.close();
    }
  }

  async function openPlayground({ name, blob }: PickedFile): Promise<void> {
    close();
    if (files.openFile({ name, text: await blob.text() })) {
      await whenIdle(runs);
      void database.generate();
    }
  }

  function close(): void {
    turn++;
    file = null;
    imports.setState({ status: 'none' }, true);
    if (ui.getState().dialog === 'import') ui.setState({ dialog: 'none' });
  }

  /** The worker's answer to what the user decided. */
  async function takeIn(
    { name, blob }: PickedFile,
    report: KnownReport,
    place: ImportPlace,
    rows: RowsChoice | null,
    work: Work,
  ): Promise<ImportedFile> {
    const say = (progress: ImportProgress) =>
      runs.setState({ activity: { kind: 'importing', fileName: name, progress } });
    const base =
      report.kind === 'rows' && place.kind === 'add-rows' ? await presentImage(work) : null;
    const transfer = client.openTransfer();
    try {
      return await work.blocking(
        () => {
          const options = { onProgress: say };
          if (report.kind === 'rows' && rows) {
            const request = {
              file: blob,
              name,
              options: report.options,
              target: toRowsTarget(rows),
              base,
            };
            return transfer.call('importRows', request, options);
          }
          const operation = report.kind === 'script' ? 'importScript' : 'importDatabase';
          return transfer.call(operation, { file: blob, name }, options);
        },
        transfer.close,
        0,
      );
    } finally {
      transfer.close();
    }
  }

  /** The database as it is now, or null where the playground has none yet. */
  async function presentImage(work: Work): Promise<ArrayBuffer | null> {
    if (document.store.getState().playground.schemaSql.trim() === '') return null;
    await work.blocking(database.ensure, client.stop, 0);
    const { image } = await work.blocking(
      () => client.engine.call('exportImage', {}),
      client.stop,
      0,
    );
    return image;
  }

  function show({ outcome, file: unkept }: ImportedFile, place: ImportPlace): void {
    const { playground } = document.store.getState();
    const data = place.kind === 'add-rows' ? withRowsFrom(playground, outcome) : outcome;
    if (unkept) held.hold(outcome.imported.imageId, unkept);
    else dependencies.persist();
    const next = place.kind === 'new' ? newPlayground(data) : withData(playground, data);
    const { fileName: name } = outcome.imported;
    files.replaceWith(next, `${name}: ${formatCountOf(outcome.rowCount, 'row')} taken in`);
    ui.setState({ leftTab: next.queries.length === 0 ? 'queries' : 'data', phonePane: 'edit' });
    const warnings = unkept ? [...outcome.warnings, storageWarning] : outcome.warnings;
    const { rowCount, badRows, badRowCount } = outcome;
    if (badRowCount === 0 && warnings.length === 0) {
      close();
      return;
    }
    imports.setState(
      { status: 'done', fileName: name, rowCount, badRows, badRowCount, warnings },
      true,
    );
    ui.setState({ dialog: 'import' });
  }

  async function start(): Promise<void> {
    const state = imports.getState();
    if (state.status !== 'ready' || !file) return;
    const { report, place, rows } = state;
    const taken = file;
    if (place.kind === 'text') {
      const text = await taken.blob.text();
      close();
      files.startNew();
      dependencies.pasteSql(text);
      return;
    }
    imports.setState({ status: 'importing', fileName: taken.name }, true);
    let made: ImportedFile | null = null;
    let failure: unknown = null;
    const first = { phase: 'reading', fraction: 0 } as const;
    await whenIdle(runs);
    await works.run({ kind: 'importing', fileName: taken.name, progress: first }, async (work) => {
      try {
        made = await takeIn(taken, report, place, rows, work);
      } catch (thrown) {
        failure = thrown;
        throw thrown;
      }
    });
    if (made) {
      show(made, place);
      void database.generate();
      return;
    }
    const error = toEngineError(failure ?? 'The engine was at work.');
    // Stopped: the file is still there, and so is what was decided.
    imports.setState(
      error.code === 'stopped' ? state : { status: 'failed', fileName: taken.name, error },
      true,
    );
  }

  return {
    pick() {
      if (imports.getState().status !== 'importing') imports.setState({ status: 'none' }, true);
      ui.setState({ dialog: 'import' });
    },
    async open(picked) {
      if (imports.getState().status === 'importing') return;
      file = picked;
      ui.setState({ dialog: 'import' });
      await inspect();
    },
    setOptions: (options) => inspect(options),
    setPlace(place) {
      const state = imports.getState();
      if (state.status !== 'ready') return;
      const { report } = state;
      if (report.kind !== 'rows') {
        imports.setState({ ...state, place }, true);
        return;
      }
      const isAdding = place.kind === 'add-rows';
      const table = isAdding ? fittingTable(report, schema()) : null;
      const rows = table
        ? existingTableChoice(report, table)
        : newTableChoice(report, fileName(), isAdding ? schema() : emptySchema);
      imports.setState({ ...state, place, rows }, true);
    },
    setRows(rows) {
      const state = imports.getState();
      if (state.status === 'ready') imports.setState({ ...state, rows }, true);
    },
    chooseTable(name) {
      const state = imports.getState();
      if (state.status !== 'ready' || state.report.kind !== 'rows') return;
      const table = schema().tables.find((each) => each.name === name);
      const rows = table
        ? existingTableChoice(state.report, table)
        : newTableChoice(state.report, fileName(), schema());
      imports.setState({ ...state, rows }, true);
    },
    start,
    close() {
      if (imports.getState().status === 'importing') ui.setState({ dialog: 'none' });
      else close();
    },
    detach() {
      document.edit((playground) => withGeneratedData(playground, maxRowsPerTable));
    },
  };
}

const emptySchema = { tables: [], views: [], triggers: [] };
