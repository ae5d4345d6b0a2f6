// Everything that can be done from anywhere: what the command palette lists and shortcuts call.
import type { PlaygroundApp } from '../../../state/playground-app.ts';
import { actionRefusals } from '../../../state/selectors/action-refusals.ts';
import { exampleList } from '../../../state/selectors/example-list.ts';
import { exportRefusal } from '../../../state/selectors/share/comparison-report.ts';
import type { UiState } from '../../../state/ui-store.ts';
import { copyMarkdown, saveSamplesCsv, saveSamplesJson } from '../../chart/export-comparison.ts';
import { openInstrument } from '../../instrument/open-instrument.ts';
import { savePlaygroundFile } from '../../library/playground-files.ts';
import { copyLink } from '../../share/copy-link.ts';
import type { ShortcutId } from '../../shared/keyboard/shortcuts.ts';

export interface AppAction {
  id: string;
  label: string;
  group: string;
  shortcut?: ShortcutId;
  /** Why it cannot be taken now, null when it can. */
  refusal: string | null;
  run: () => void;
}

/** The actions as they stand now; read the state anew for each use. */
export function appActions(app: PlaygroundApp): AppAction[] {
  return [
    ...engineActions(app),
    ...playgroundActions(app),
    ...exportActions(app),
    ...viewActions(app),
    ...queryActions(app),
    ...exampleList.map(({ id, title }) => ({
      id: `example-${id}`,
      label: `Open example: ${title}`,
      group: 'Examples',
      refusal: null,
      run: () => app.files.openExample(id),
    })),
  ];
}

/** The action of a shortcut. */
export function actionOf(app: PlaygroundApp, shortcut: ShortcutId): AppAction | null {
  if (shortcut === 'commands') {
    const run = () => app.ui.setState({ dialog: 'commands' });
    return { id: shortcut, label: 'Commands', group: 'View', refusal: null, run };
  }
  return appActions(app).find((action) => action.shortcut === shortcut) ?? null;
}

function engineActions(app: PlaygroundApp): AppAction[] {
  const { playground } = app.document.store.getState();
  const refusals = actionRefusals(playground, app.runs.getState(), app.ui.getState().queryId);
  const group = 'Engine';
  return [
    {
      id: 'run',
      label: 'Run query',
      group,
      shortcut: 'run',
      refusal: refusals.run,
      run: () => {
        app.ui.setState(bench);
        void app.run.runQuery();
      },
    },
    {
      id: 'compare',
      label: 'Compare',
      group,
      shortcut: 'compare',
      refusal: refusals.compare,
      run: () => {
        app.ui.setState(bench);
        void app.compare();
      },
    },
    {
      id: 'stop',
      label: 'Stop',
      group,
      shortcut: 'stop',
      refusal: refusals.stop,
      run: app.stop,
    },
    {
      id: 'generate',
      label: 'Generate data',
      group,
      refusal: refusals.generate,
      run: () => void app.database.generate(),
    },
    {
      id: 'instrument',
      label: 'Test this instrument',
      group,
      refusal: null,
      run: () => openInstrument(app),
    },
  ];
}

function playgroundActions(app: PlaygroundApp): AppAction[] {
  const { pastStates, futureStates } = app.document.store.temporal.getState();
  const group = 'Playground';
  const open = (dialog: 'share' | 'paste' | 'history' | 'stored' | 'export' | 'diagram') => () =>
    app.ui.setState({ dialog });
  return [
    {
      id: 'copy-link',
      label: 'Copy link',
      group,
      shortcut: 'copy-link',
      refusal: null,
      run: () => void copyLink(app),
    },
    { id: 'share', label: 'Share…', group, refusal: null, run: open('share') },
    { id: 'paste', label: 'Paste SQL…', group, refusal: null, run: open('paste') },
    { id: 'history', label: 'History…', group, refusal: null, run: open('history') },
    { id: 'diagram', label: 'Diagram of the schema', group, refusal: null, run: open('diagram') },
    { id: 'stored', label: 'Stored data…', group, refusal: null, run: open('stored') },
    { id: 'add-query', label: 'Add query', group, refusal: null, run: () => addQuery(app) },
    {
      id: 'undo',
      label: 'Undo',
      group,
      shortcut: 'undo',
      refusal: pastStates.length > 0 ? null : 'There is nothing to undo.',
      run: app.playground.undo,
    },
    {
      id: 'redo',
      label: 'Redo',
      group,
      shortcut: 'redo',
      refusal: futureStates.length > 0 ? null : 'There is nothing to redo.',
      run: app.playground.redo,
    },
    { id: 'new', label: 'New playground', group, refusal: null, run: app.files.startNew },
    {
      id: 'open',
      label: 'Open or import file…',
      group,
      refusal: null,
      run: app.imports.pick,
    },
    {
      id: 'save',
      label: 'Save as file',
      group,
      refusal: null,
      run: () => savePlaygroundFile(app),
    },
    { id: 'export', label: 'Export data…', group, refusal: null, run: open('export') },
  ];
}

function exportActions(app: PlaygroundApp): AppAction[] {
  const { playground } = app.document.store.getState();
  const refusal = exportRefusal(playground, app.runs.getState());
  const action = (id: string, label: string, run: () => void) => ({
    id,
    label,
    group: 'Comparison',
    refusal,
    run,
  });
  return [
    action('copy-markdown', 'Copy comparison as Markdown', () => void copyMarkdown(app)),
    action('samples-csv', 'Save raw samples as CSV', () => saveSamplesCsv(app)),
    action('samples-json', 'Save raw samples as JSON', () => saveSamplesJson(app)),
  ];
}

/** Where what an action shows can be seen. */
const bench = { mode: 'bench' } as const;

const pictures = [
  { chart: 'times', label: 'Times' },
  { chart: 'order', label: 'Run order' },
  { chart: 'distribution', label: 'Distribution' },
  { chart: 'counters', label: 'Counters' },
  { chart: 'parts', label: 'Parts' },
] as const;

function viewActions({ ui }: PlaygroundApp): AppAction[] {
  const show = (id: string, label: string, patch: Partial<UiState>) => ({
    id,
    label,
    group: 'View',
    refusal: null,
    run: () => ui.setState(patch),
  });
  return [
    show('show-queries', 'Show Queries', { ...bench, leftTab: 'queries', phonePane: 'edit' }),
    show('show-schema', 'Show Schema', { ...bench, leftTab: 'schema', phonePane: 'edit' }),
    show('show-data', 'Show Data', { ...bench, leftTab: 'data', phonePane: 'edit' }),
    show('show-chart', 'Show Chart', { ...bench, detailTab: 'chart', phonePane: 'detail' }),
    ...pictures.map(({ chart, label }) =>
      show(`show-${chart}`, `Show Chart: ${label}`, {
        ...bench,
        detailTab: 'chart',
        chart,
        phonePane: 'detail',
      }),
    ),
    show('show-plan', 'Show Plan', { ...bench, detailTab: 'plan', phonePane: 'detail' }),
    show('show-rows', 'Show Rows', { ...bench, detailTab: 'rows', phonePane: 'detail' }),
    show('show-bench', 'Show Bench', bench),
    show('show-writes', 'Show the lab Writes', { mode: 'labs', labTab: 'writes' }),
    show('show-scale', 'Show the lab Scale', { mode: 'labs', labTab: 'scale' }),
    show('show-storage', 'Show the lab Storage', { mode: 'labs', labTab: 'storage' }),
    show('theme-system', 'Theme: System', { theme: 'system' }),
    show('theme-light', 'Theme: Light', { theme: 'light' }),
    show('theme-dark', 'Theme: Dark', { theme: 'dark' }),
    show('help', 'Help and shortcuts', { dialog: 'help' }),
  ];
}

function queryActions(app: PlaygroundApp): AppAction[] {
  return app.document.store.getState().playground.queries.map(({ id, name }) => ({
    id: `query-${id}`,
    label: `Select query: ${name}`,
    group: 'Queries',
    refusal: null,
    run: () => {
      app.queries.select(id);
      app.ui.setState({ ...bench, leftTab: 'queries' });
    },
  }));
}

function addQuery({ queries, ui }: PlaygroundApp): void {
  queries.add();
  ui.setState({ ...bench, leftTab: 'queries', phonePane: 'edit' });
}
