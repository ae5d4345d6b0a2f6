// Keeps every comparison, and pins one for the current to be compared with.
// Storage is given; without it nothing is kept and nothing fails.
import type { HistoryEntry, HistoryRecord } from '../../engine/model/comparison/history.ts';
import {
  type CountedCell,
  cellKey,
  type QueryResult,
} from '../../engine/model/comparison/query-result.ts';
import { toEngineError } from '../../engine/model/errors.ts';
import type { Playground } from '../../engine/model/playground.ts';
import { samplesJson } from '../../report/samples-json.ts';
import { playgroundFileExtension, playgroundFileName } from '../../share/playground-file.ts';
import type { HistoryStore } from '../../storage/history-store.ts';
import type { DocumentEditor } from '../document-store.ts';
import type { HistoryStateStore } from '../history-store.ts';
import type { RunsStore } from '../runs-store.ts';
import { isFreshResult } from '../selectors/comparing/continuation.ts';
import { historyHeadline } from '../selectors/history/history-headline.ts';
import { playgroundHash } from '../selectors/playground-hash.ts';
import type { TextFile } from './share/file-commands.ts';
import { whenIdle } from './work/activity.ts';

export interface HistoryCommands {
  /** Reads the list and the pinned comparison again. */
  refresh(): Promise<void>;
  /** Shows what was measured then, if the playground is still the one that it was measured of. */
  show(entry: HistoryEntry): Promise<boolean>;
  /** Shows the newest comparison of the playground as it stands, when nothing is measured yet. */
  showLast(): Promise<HistoryEntry | null>;
  /** The comparison kept last is no longer the one that is shown. */
  forgetCurrent(): void;
  /**
   * Keeps what was measured of this playground; `isNew`: as one more, not in place of the one kept
   * last.
   */
  keep(playground: Playground, isNew: boolean): Promise<void>;
  setPinned(id: number, isPinned: boolean): Promise<void>;
  /** Pins the comparison kept last, once it is kept. False when nothing of it is. */
  pinCurrent(): Promise<boolean>;
  remove(id: number): Promise<void>;
  clear(): Promise<void>;
  load(id: number): Promise<HistoryEntry | null>;
  /** The raw samples of a kept comparison, with its playground and environment, as a JSON file. */
  toFile(id: number): Promise<TextFile | null>;
}

export interface HistoryDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  history: HistoryStateStore;
  store: HistoryStore | null;
  /** The time of day as ISO 8601. */
  timestamp: () => string;
}

export function createHistoryCommands(dependencies: HistoryDependencies): HistoryCommands {
  const { document, runs, history, store, timestamp } = dependencies;
  /** Storage answers later than the page is ready again: who needs the entry waits for it. */
  let keeping: Promise<void> = Promise.resolve();

  async function refresh(): Promise<void> {
    if (!store) return;
    const listed = await store.list();
    if (listed.kind === 'failed') {
      history.setState({ problem: listed.message });
      return;
    }
    const { entries } = listed;
    const pinnedId = entries.find(({ isPinned }) => isPinned)?.id ?? null;
    const known = history.getState().pinned;
    const pinned = pinnedId === known?.id ? known : pinnedId === null ? null : await load(pinnedId);
    const { unreadable, message } = listed;
    history.setState({ entries, pinned, unreadable, problem: message });
  }

  async function load(id: number): Promise<HistoryEntry | null> {
    const loaded = await store?.load(id);
    if (loaded?.kind === 'loaded') return loaded.entry;
    if (loaded && 'message' in loaded) history.setState({ problem: loaded.message });
    return null;
  }

  async function change(work: (store: HistoryStore) => Promise<{ kind: string }>): Promise<void> {
    if (!store) return;
    const outcome = await work(store);
    await refresh();
    if ('message' in outcome) history.setState({ problem: String(outcome.message) });
  }

  async function keep(record: HistoryRecord, isNew: boolean): Promise<void> {
    const replaced = isNew ? null : history.getState().currentId;
    await change(async (kept) => {
      const outcome = await kept.add(record);
      if (outcome.kind !== 'added') return outcome;
      history.setState({ currentId: outcome.id });
      const wasPinned = history.getState().pinned?.id === replaced;
      return replaced === null || wasPinned ? outcome : kept.remove(replaced);
    });
  }

  const setPinned = (id: number, isPinned: boolean) =>
    change((kept) => kept.setPinned(id, isPinned));

  /** What is gone can no longer be pinned. */
  function forget(id: number): void {
    if (history.getState().currentId === id) history.setState({ currentId: null });
  }

  const currentHash = () => playgroundHash(document.store.getState().playground);

  async function show(entry: HistoryEntry): Promise<boolean> {
    // What is under way may be making the data, and another playground clears the results.
    await whenIdle(runs);
    const { results } = runs.getState();
    if (Object.keys(results).length > 0 || entry.playgroundHash !== currentHash()) return false;
    runs.setState({
      results: Object.fromEntries(entry.results.map((result) => [result.queryId, result])),
      counts: entry.counts,
    });
    history.setState({ currentId: entry.id });
    return true;
  }

  return {
    refresh,
    load,
    show,
    async showLast() {
      const { entries } = history.getState();
      const last = entries?.find(({ playgroundHash: hash }) => hash === currentHash());
      const entry = last && (await load(last.id));
      return entry && (await show(entry)) ? entry : null;
    },
    forgetCurrent: () => history.setState({ currentId: null }),
    keep(playground, isNew) {
      const record = recordOf(playground, runs.getState(), timestamp());
      if (isNew) history.setState({ currentId: null });
      if (!record) return keeping;
      // One that cannot be kept must not keep those after it from being kept.
      keeping = keeping
        .then(() => keep(record, isNew))
        .catch((thrown: unknown) => {
          history.setState({ problem: toEngineError(thrown).message });
        });
      return keeping;
    },
    setPinned,
    async pinCurrent() {
      await keeping;
      const { currentId } = history.getState();
      if (currentId !== null) await setPinned(currentId, true);
      return currentId !== null;
    },
    async remove(id) {
      forget(id);
      await change((kept) => kept.remove(id));
    },
    async clear() {
      history.setState({ currentId: null });
      await change((kept) => kept.clear());
    },
    async toFile(id) {
      const entry = await load(id);
      return entry && samplesFile(entry, timestamp());
    },
  };
}

function samplesFile(entry: HistoryEntry, exportedAt: string): TextFile {
  const { at, title, playground, results, counts } = entry;
  const stem = playgroundFileName(title).slice(0, -playgroundFileExtension.length);
  // Colons are not allowed in the names of files everywhere.
  const time = at.slice(0, 19).replaceAll(':', '');
  return {
    name: `${stem}-${time}-samples.json`,
    text: samplesJson({ playground, results, counts, doubts: {}, link: null }, exportedAt),
  };
}

/** What is measured of the playground as it stands; null when nothing is. */
function recordOf(
  playground: Playground,
  {
    results,
    counts,
  }: { results: Record<string, QueryResult>; counts: Record<string, CountedCell> },
  at: string,
): HistoryRecord | null {
  const measured = playground.queries.flatMap(({ id }) => {
    const result = results[id];
    return result && result.rounds.length > 0 && isFreshResult(playground, result) ? [result] : [];
  });
  const [first] = measured;
  if (!first) return null;
  const keys = new Set(
    measured.flatMap(({ queryId, setups }) => setups.map(({ id }) => cellKey(queryId, id))),
  );
  return {
    at,
    title: playground.title,
    headline: historyHeadline(playground, measured),
    playgroundHash: playgroundHash(playground),
    playground,
    environment: first.environment,
    results: measured,
    counts: Object.fromEntries(Object.entries(counts).filter(([key]) => keys.has(key))),
  };
}
