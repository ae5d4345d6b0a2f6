// Composition root: starts the workers, builds the page's state, mounts it. Imported by none.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './components/shared/style/tokens.css';
import './components/shared/style/base.css';
import { createEngineClient } from './client/engine-client.ts';
import { App } from './components/app/App.tsx';
import { AppProvider } from './components/shared/app-context.tsx';
import { firstVisitExample } from './examples/list.ts';
import { fileVersionOf } from './share/document-version.ts';
import { parseImageRecord } from './share/image-record-schema.ts';
import { parsePlayground, playgroundProblem } from './share/playground-schema.ts';
import { parseHistoryEntry, parseHistorySummary } from './share/results/history-schema.ts';
import { startAutosave } from './state/commands/document/autosave.ts';
import { restorePlace, startKeepingPlace } from './state/commands/place/keeping-place.ts';
import { createPlaygroundApp } from './state/playground-app.ts';
import { createHistoryStore } from './storage/history-store.ts';
import { createBrowserImages } from './storage/images/browser-images.ts';
import { createPlaceStore } from './storage/place-store.ts';
import { createPlaygroundStore } from './storage/playground-store.ts';

const client = createEngineClient({
  spawnEngine: (build) =>
    build === 'sql.js'
      ? new Worker(new URL('./workers/engine.worker.ts', import.meta.url), { type: 'module' })
      : new Worker(new URL('./workers/official-engine.worker.ts', import.meta.url), {
          type: 'module',
        }),
  spawnPlanner: (build) =>
    build === 'sql.js'
      ? new Worker(new URL('./workers/planner.worker.ts', import.meta.url), { type: 'module' })
      : new Worker(new URL('./workers/official-planner.worker.ts', import.meta.url), {
          type: 'module',
        }),
  spawnCounter: () =>
    new Worker(new URL('./workers/counter.worker.ts', import.meta.url), { type: 'module' }),
  spawnTransfer: () =>
    new Worker(new URL('./workers/transfer.worker.ts', import.meta.url), { type: 'module' }),
});
const keeper = createPlaygroundStore({
  parse: parsePlayground,
  problemOf: playgroundProblem,
  versionOf: fileVersionOf,
  factory: () => indexedDB,
});
const historyStore = createHistoryStore({
  parseEntry: parseHistoryEntry,
  parseSummary: parseHistorySummary,
  factory: () => indexedDB,
});
const placeStore = createPlaceStore(() => localStorage);
const pageAddress = location.origin + location.pathname;

async function start(root: HTMLElement): Promise<void> {
  const kept = await keeper.loadCurrent();
  const app = createPlaygroundApp({
    client,
    playground: 'playground' in kept ? kept.playground : firstVisitExample.playground,
    pageAddress,
    replaceAddress: (url) => history.replaceState(null, '', url),
    now: () => performance.now(),
    shelf: keeper,
    historyStore,
    images: createBrowserImages(parseImageRecord),
    persist: () => void navigator.storage?.persist?.().catch(() => {}),
    timestamp: () => new Date().toISOString(),
    visibility: {
      isHidden: () => document.visibilityState === 'hidden',
      subscribe(onChange) {
        document.addEventListener('visibilitychange', onChange);
        return () => document.removeEventListener('visibilitychange', onChange);
      },
    },
  });
  if (kept.kind === 'failed' || kept.kind === 'previous') {
    app.ui.setState({ storageProblem: kept.message });
  }
  // What could not be read may be readable later: it is put aside before anything is saved.
  if (kept.kind === 'failed') app.ui.setState({ visited: firstVisitExample.playground });
  const own = kept.kind === 'loaded' ? kept.playground : null;
  const opened = await app.share.open(location.hash, own);
  startAutosave({
    document: app.document,
    ui: app.ui,
    keeper,
    warn: (text) => app.notices.show({ tone: 'warning', text, details: [], action: null }),
    forgetLink: () => {
      // Browsers allow few calls a second, and this follows typing.
      if (location.hash !== '') history.replaceState(null, '', pageAddress);
    },
  });
  // What was measured of one's own playground comes back; a link's is measured here first.
  void app.kept.refresh().then(async () => {
    const shown = opened === 'nothing' ? await app.kept.showLast() : null;
    if (!shown) return;
    const text = `Showing what was measured on ${new Date(shown.at).toLocaleString()}`;
    app.notices.show({ tone: 'info', text, details: [], action: null });
  });
  addEventListener('hashchange', () => void app.share.follow(location.hash));
  // A link shows what it is about; where the page was left is for who comes back to it.
  if (location.hash === '' || isReturn()) restorePlace(app, placeStore);
  const place = startKeepingPlace(app, placeStore);
  addEventListener('pagehide', place.save);
  createRoot(root).render(
    <StrictMode>
      <AppProvider app={app}>
        <App />
      </AppProvider>
    </StrictMode>,
  );
  // A link runs nothing before a click; one's own playground gets its data at once.
  if (opened !== 'playground') void app.database.generate();
}

/** True when the page was loaded again, or come back to by the browser's Back. */
function isReturn(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (
    navigation instanceof PerformanceNavigationTiming &&
    (navigation.type === 'reload' || navigation.type === 'back_forward')
  );
}

const root = document.getElementById('root');
if (root) void start(root);
