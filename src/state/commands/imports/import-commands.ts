// Files coming in: looked at in a worker that is thrown away, then made the playground's data.
// Until an import has succeeded whole, playground and database are as they were.
import type { EngineClient } from '../../../client/engine-client.ts';
import { emptySchema } from '../../../engine/model/database/schema.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import { maxRowsPerTable } from '../../../engine/model/playground.ts';
import type { FileReport, RowsOptions } from '../../../engine/model/transfer/import.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type {
  ImportPlace,
  ImportState,
  ImportStore,
  KnownReport,
  RowsChoice,
} from '../../import-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { importRefusal } from '../../selectors/imports/import-refusal.ts';
import type { UiStore } from '../../ui-store.ts';
import type { DatabaseCommands } from '../database/database-commands.ts';
import type { FileCommands } from '../share/file-commands.ts';
import { whenIdle } from '../work/activity.ts';
import type { Works } from '../work/work.ts';
import { fileText } from './file-text.ts';
import type { HeldFiles } from './held-files.ts';
import { newPlayground, withData, withGeneratedData, withRowsFrom } from './imported-playground.ts';
import { proposal, rowsFor, rowsInto, rowsReread } from './proposed-place.ts';
import { createTakeIn, type ImportedFile, type PickedFile } from './take-in.ts';

export interface ImportCommands {
  /** Opens the dialog in which a file is chosen or dropped. */
  pick(): void;
  /** Looks at a file and proposes what to make of it; opens a .dyno.json at once. */
  open(file: PickedFile): Promise<void>;
  /** Reads the rows once more with other options; until that is done, nothing is taken in. */
  setOptions(options: RowsOptions): Promise<void>;
  setPlace(place: ImportPlace): void;
  setRows(choice: RowsChoice): void;
  /** Proposes the columns for another table of this playground; null for a new one. */
  chooseTable(table: string | null): void;
  /** Takes the file in as decided; does nothing while importRefusal says why not. */
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

type Ready = Extract<ImportState, { status: 'ready' }>;

export function createImportCommands(dependencies: ImportDependencies): ImportCommands {
  const { document, runs, ui, imports, client, works, database, files, held } = dependencies;
  const takeIn = createTakeIn(dependencies);
  let file: PickedFile | null = null;
  /** Answers about a file that was looked at before this one are nobody's. */
  let turn = 0;

  const schema = () => runs.getState().inspection?.schema ?? emptySchema;
  const show = (state: ImportState) => imports.setState(state, true);

  /** Decisions are made about a file that was looked at, and change nothing else. */
  function decide(change: (state: Ready) => Partial<Ready>): void {
    const state = imports.getState();
    if (state.status === 'ready') show({ ...state, ...change(state) });
  }

  async function inspect(picked: PickedFile, options?: RowsOptions): Promise<void> {
    const { name, blob } = picked;
    const own = ++turn;
    const transfer = client.openTransfer();
    try {
      const request = { file: blob, name, ...(options && { rows: options }) };
      const report = await transfer.call('inspectFile', request);
      if (own === turn) await receive(picked, report);
    } catch (thrown) {
      if (own === turn) show({ status: 'failed', fileName: name, error: toEngineError(thrown) });
    } finally {
      transfer.close();
    }
  }

  async function receive(picked: PickedFile, report: FileReport): Promise<void> {
    const { name } = picked;
    if (report.kind === 'refused') {
      show({ status: 'failed', fileName: name, error: report.error });
    } else if (report.kind === 'playground') {
      await openPlayground(picked);
    } else {
      show(reread(report, name) ?? proposed(report, name));
    }
  }

  function proposed(report: KnownReport, fileName: string): Ready {
    const { playground } = document.store.getState();
    const { place, rows } = proposal(report, playground, schema(), fileName);
    return { status: 'ready', fileName, report, place, rows, isReading: false };
  }

  /** What the user has decided by now, of rows that were read once more. */
  function reread(report: KnownReport, fileName: string): Ready | null {
    const state = imports.getState();
    if (state.status !== 'ready' || state.report.kind !== 'rows' || !state.rows) return null;
    if (report.kind !== 'rows') return null;
    const rows = rowsReread(state.rows, state.report, report, schema(), fileName);
    return { ...state, report, rows, isReading: false };
  }

  async function openPlayground({ name, blob }: PickedFile): Promise<void> {
    close();
    if (files.openFile({ name, text: await fileText(blob) })) await generate();
  }

  /** What was under way ends first: making data is an activity of its own. */
  async function generate(): Promise<void> {
    await whenIdle(runs);
    void database.generate();
  }

  function close(): void {
    turn++;
    file = null;
    show({ status: 'none' });
    if (ui.getState().dialog === 'import') ui.setState({ dialog: 'none' });
  }

  function finish({ outcome, file: unkept }: ImportedFile, place: ImportPlace): void {
    const { playground } = document.store.getState();
    const data = place.kind === 'add-rows' ? withRowsFrom(playground, outcome) : outcome;
    if (unkept) held.hold(outcome.imported.imageId, unkept);
    else dependencies.persist();
    runs.setState({ missingImage: null });
    const { playground: next, warnings: more } =
      place.kind === 'new'
        ? { playground: newPlayground(data), warnings: [] }
        : withData(playground, data);
    const { fileName } = outcome.imported;
    files.replaceWith(next, `${fileName}: ${formatCountOf(outcome.rowCount, 'row')} taken in`);
    ui.setState({ leftTab: next.queries.length === 0 ? 'queries' : 'data', phonePane: 'edit' });
    const { rowCount, badRows, badRowCount, badRowUnit } = outcome;
    const warnings = [...outcome.warnings, ...more];
    if (badRowCount === 0 && warnings.length === 0) {
      close();
      return;
    }
    show({ status: 'done', fileName, rowCount, badRows, badRowCount, badRowUnit, warnings });
    ui.setState({ dialog: 'import' });
  }

  async function takeAsText({ blob }: PickedFile, report: KnownReport): Promise<void> {
    const text = await fileText(blob, report.kind === 'script' ? report.encoding : undefined);
    close();
    files.startNew();
    dependencies.pasteSql(text);
  }

  async function takeAsData(taken: PickedFile, state: Ready): Promise<void> {
    const { name } = taken;
    show({ status: 'importing', fileName: name });
    const progress = { phase: 'reading', fraction: 0 } as const;
    let made: ImportedFile | null = null;
    let failure: unknown = null;
    await works.run({ kind: 'importing', fileName: name, progress }, async (work) => {
      try {
        made = await takeIn(taken, state, work);
      } catch (thrown) {
        failure = thrown;
        throw thrown;
      }
    });
    if (made) {
      finish(made, state.place);
      await generate();
      return;
    }
    const error = failure === null ? null : toEngineError(failure);
    // Stopped: the file is still there, and so is what was decided.
    const isStopped = error === null || error.code === 'stopped';
    show(isStopped ? state : { status: 'failed', fileName: name, error });
  }

  return {
    pick() {
      if (imports.getState().status !== 'importing') show({ status: 'none' });
      ui.setState({ dialog: 'import' });
    },
    async open(picked) {
      if (imports.getState().status === 'importing') return;
      file = picked;
      show({ status: 'inspecting', fileName: picked.name });
      ui.setState({ dialog: 'import' });
      await inspect(picked);
    },
    async setOptions(options) {
      const state = imports.getState();
      if (!file || state.status !== 'ready' || state.report.kind !== 'rows') return;
      show({ ...state, report: { ...state.report, options }, isReading: true });
      await inspect(file, options);
    },
    setPlace(place) {
      decide(({ report, fileName }) =>
        report.kind === 'rows'
          ? { place, rows: rowsFor(report, place, schema(), fileName) }
          : { place },
      );
    },
    setRows: (rows) => decide(() => ({ rows })),
    chooseTable(name) {
      decide(({ report, fileName }) =>
        report.kind === 'rows' ? { rows: rowsInto(report, name, schema(), fileName) } : {},
      );
    },
    async start() {
      const state = imports.getState();
      if (state.status !== 'ready' || !file) return;
      if (importRefusal(state, runs.getState().activity) !== null) return;
      turn++;
      await (state.place.kind === 'text'
        ? takeAsText(file, state.report)
        : takeAsData(file, state));
    },
    close() {
      if (imports.getState().status === 'importing') ui.setState({ dialog: 'none' });
      else close();
    },
    detach() {
      document.edit((playground) => withGeneratedData(playground, maxRowsPerTable));
    },
  };
}
