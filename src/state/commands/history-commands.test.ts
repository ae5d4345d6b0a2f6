import { describe, expect, test } from 'vitest';
import { anyEnvironment } from '../../engine/model/comparison/environment.testing.ts';
import type { HistoryEntry, HistoryRecord } from '../../engine/model/comparison/history.ts';
import type { QueryResult } from '../../engine/model/comparison/query-result.ts';
import { firstVisitExample } from '../../examples/list.ts';
import type { HistoryStore } from '../../storage/history-store.ts';
import { createDocument } from '../document-store.ts';
import { createHistoryState } from '../history-store.ts';
import { createRunsStore } from '../runs-store.ts';
import { cellBasis, databaseBasis } from '../selectors/basis.ts';
import { createHistoryCommands } from './history-commands.ts';

const { playground } = firstVisitExample;

/** Keeps entries in memory; answers a moment later, as storage does. */
function memoryStore(): HistoryStore {
  let entries: HistoryEntry[] = [];
  let nextId = 1;
  const later = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
  return {
    async add(record: HistoryRecord) {
      await later();
      const id = nextId++;
      entries.unshift({ ...record, id, isPinned: false });
      return { kind: 'added', id, dropped: 0 };
    },
    async list() {
      const summaries = entries.map(({ playground: kept, results, counts, ...rest }) => ({
        ...rest,
        queries: results.map(({ queryId }) => queryId),
        setups: kept.setups.map(({ name }) => name),
      }));
      return { kind: 'listed', entries: summaries, unreadable: 0, message: null };
    },
    async load(id) {
      const entry = entries.find((each) => each.id === id);
      return entry ? { kind: 'loaded', entry } : { kind: 'none' };
    },
    async setPinned(id, isPinned) {
      entries = entries.map((each) => ({ ...each, isPinned: each.id === id && isPinned }));
      return { kind: 'changed' };
    },
    async remove(id) {
      entries = entries.filter((each) => each.id !== id);
      return { kind: 'changed' };
    },
    async clear() {
      entries = [];
      return { kind: 'changed' };
    },
  };
}

/** A result of the first query with as many rounds. */
function resultWith(rounds: number): QueryResult {
  const [query] = playground.queries;
  if (!query) throw new Error('The example has no query.');
  const database = databaseBasis(playground);
  const round = {
    queryId: query.id,
    round: 1,
    order: [],
    samples: {},
    control: null,
    standing: {
      rounds,
      isShort: false,
      verdicts: {},
      summaries: {},
      control: null,
      margin: 0.05,
      discarded: 0,
      spentMs: 100,
      roundMs: 10,
      next: 'measure' as const,
      reason: null,
      minRounds: 12,
      maxRounds: 50,
    },
  };
  return {
    queryId: query.id,
    setups: playground.setups,
    bases: Object.fromEntries(
      playground.setups.map((setup) => [setup.id, cellBasis(database, playground, query, setup)]),
    ),
    environment: anyEnvironment,
    firstRuns: [],
    rounds: Array.from({ length: rounds }, () => round),
    discarded: { hidden: 0, overlapped: 0 },
    parts: {},
    budgetMs: 3000,
    confirmation: null,
    status: 'done',
    error: null,
  };
}

function setUp() {
  const runs = createRunsStore();
  const history = createHistoryState();
  const document = createDocument(playground, () => 0);
  const commands = createHistoryCommands({
    document,
    runs,
    history,
    store: memoryStore(),
    timestamp: () => '2026-01-02T03:04:05.678Z',
  });
  const measure = (rounds: number) => {
    const result = resultWith(rounds);
    runs.setState({ results: { [result.queryId]: result } });
  };
  const ids = () => history.getState().entries?.map(({ id }) => id);
  return { commands, document, runs, history, measure, ids };
}

describe('the history', () => {
  test('pins what was measured last, even while it is still being kept', async () => {
    const { commands, history, measure } = setUp();
    measure(3);
    void commands.keep(playground, true);
    expect(await commands.pinCurrent()).toBe(true);
    expect(history.getState()).toMatchObject({ currentId: 1, pinned: { id: 1 } });
  });

  test('keeps a comparison that went on in place of what it was, unless that is pinned', async () => {
    const { commands, history, measure, ids } = setUp();
    measure(3);
    void commands.keep(playground, true);
    measure(5);
    await commands.keep(playground, false);
    expect(ids()).toEqual([2]);
    await commands.pinCurrent();
    measure(7);
    await commands.keep(playground, false);
    expect(ids()).toEqual([3, 2]);
    expect(history.getState()).toMatchObject({ currentId: 3, pinned: { id: 2 } });
  });

  test('has nothing to pin after a comparison without a round, or when it is deleted', async () => {
    const { commands, measure, ids } = setUp();
    measure(3);
    await commands.keep(playground, true);
    measure(0);
    await commands.keep(playground, true);
    expect(await commands.pinCurrent()).toBe(false);
    expect(ids()).toEqual([1]);
    measure(3);
    await commands.keep(playground, true);
    await commands.remove(2);
    expect(await commands.pinCurrent()).toBe(false);
    await commands.clear();
    expect(ids()).toEqual([]);
  });

  test('shows the last comparison of the playground again, and of no other', async () => {
    const { commands, document, runs, measure, history } = setUp();
    measure(3);
    await commands.keep(playground, true);
    const { results } = runs.getState();
    expect(await commands.showLast()).toBeNull();
    runs.setState({ results: {} });
    history.setState({ currentId: null });
    document.edit((current) => ({ ...current, title: 'Another' }));
    expect(await commands.showLast()).toBeNull();
    // As read back from storage: the same, with its keys in another order.
    const { title, ...others } = playground;
    document.edit(() => ({ ...others, title }));
    expect(await commands.showLast()).toMatchObject({ id: 1 });
    expect(runs.getState().results).toEqual(results);
    expect(history.getState().currentId).toBe(1);
  });

  test('gives an entry as a file with its playground and samples', async () => {
    const { commands, measure } = setUp();
    measure(3);
    await commands.keep(playground, true);
    const file = await commands.toFile(1);
    expect(file?.name).toBe('products-and-orders-2026-01-02T030405-samples.json');
    const document = JSON.parse(file?.text ?? '');
    expect(document.playground).toEqual(playground);
    expect(document.queries[0].rounds).toHaveLength(3);
    expect(await commands.toFile(99)).toBeNull();
  });
});
