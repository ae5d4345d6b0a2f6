import { afterEach, expect, it, vi } from 'vitest';
import type { HistoryRecord } from '../../../engine/model/comparison/history.ts';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { HistoryStore } from '../../../storage/history-store.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';
import type { PlaygroundAppOptions } from '../../playground-app.ts';
import { continuationOf } from '../../selectors/comparing/continuation.ts';

let open: TestApp | null = null;

function start(playground: Playground = items, options: Partial<PlaygroundAppOptions> = {}) {
  open = openTestApp(playground, options);
  open.app.ui.setState({ budgetMs: 3000 });
  return open.app;
}

/** A page that the test can hide. */
function createPage() {
  const listeners = new Set<() => void>();
  let isHidden = false;
  return {
    setHidden(hidden: boolean) {
      isHidden = hidden;
      for (const listen of [...listeners]) listen();
    },
    visibility: {
      isHidden: () => isHidden,
      subscribe(onChange: () => void) {
        listeners.add(onChange);
        return () => listeners.delete(onChange);
      },
    },
  };
}

/** A history that only remembers what it is given. */
function rememberIn(kept: HistoryRecord[]): HistoryStore {
  const changed = async () => ({ kind: 'changed' as const });
  return {
    async add(record) {
      kept.push(record);
      return { kind: 'added', id: kept.length, dropped: 0 };
    },
    list: async () => ({ kind: 'listed', entries: [], unreadable: 0, message: null }),
    load: async () => ({ kind: 'none' }),
    setPinned: changed,
    remove: changed,
    clear: changed,
  };
}

afterEach(() => {
  open?.close();
  open = null;
});

function result(app: TestApp['app']) {
  const found = app.runs.getState().results.q1;
  if (!found) throw new Error('not measured');
  return found;
}

it('counts the work of every cell once, and again only where it changed', async () => {
  const app = start();
  await app.compare();
  const { counts } = app.runs.getState();
  const steps = (setupId: string) => {
    const outcome = counts[cellKey('q1', setupId)]?.outcome;
    return outcome?.status === 'counted' ? outcome.counters : null;
  };
  expect(steps('s1')?.fullScanSteps).toBe(2999);
  expect(steps('s2')?.fullScanSteps).toBe(0);
  expect(steps('s2')?.vmSteps).toBeLessThan(steps('s1')?.vmSteps ?? 0);
  for (const run of result(app).firstRuns) {
    expect(run).toMatchObject({ status: 'ran', resultHash: steps(run.setupId)?.resultHash });
  }
  const counter = vi.spyOn(open?.client ?? fail(), 'openCounter');
  await app.compare();
  expect(counter).not.toHaveBeenCalled();
  app.setups.setStatistics('s2', true);
  await app.compare();
  expect(counter).toHaveBeenCalledOnce();
  expect(app.runs.getState().counts[cellKey('q1', 's1')]).toBe(counts[cellKey('q1', 's1')]);
});

it('takes the calls apart after the rounds', async () => {
  const app = start();
  await app.compare();
  const { parts } = result(app);
  expect(Object.keys(parts)).toEqual(['s1', 's2']);
  for (const { prepareMs, executeMs, rounds } of Object.values(parts)) {
    expect(prepareMs).toBeGreaterThan(0);
    expect(executeMs).toBeGreaterThan(0);
    expect(rounds).toBeGreaterThan(0);
  }
});

it('continues after the rounds that are there', async () => {
  const app = start();
  await app.compare();
  const before = result(app);
  expect(await app.comparison.continueQuery('q1')).toBe(true);
  const after = result(app);
  expect(after.rounds.slice(0, before.rounds.length)).toEqual(before.rounds);
  expect(after.rounds.at(-1)?.standing.rounds).toBe(after.rounds.length);
  expect(after.rounds.length).toBeGreaterThan(before.rounds.length);
  expect(after.budgetMs).toBe(before.budgetMs + 3000);
  expect(after.status).toBe('done');
});

it('keeps a comparison of the playground as it was, whatever is edited meanwhile', async () => {
  const kept: HistoryRecord[] = [];
  const app = start(items, { historyStore: rememberIn(kept) });
  const comparing = app.compare();
  await vi.waitFor(() => expect(result(app).rounds.length).toBeGreaterThan(0));
  app.setups.setIndexOn('s1', 'items_price', true);
  await comparing;
  expect(kept.map(({ playground }) => playground.setups[0]?.indexes)).toEqual([[]]);
});

it('brings back what was measured when it is stopped before there is a verdict', async () => {
  const app = start();
  await app.compare();
  const before = result(app);
  const comparing = app.compare();
  // At its first round: any later there may be a verdict.
  const ended = app.runs.subscribe(() => {
    if (result(app) === before) return;
    ended();
    app.stop();
  });
  expect(await comparing).toBe(false);
  expect(result(app)).toBe(before);
});

it('keeps nothing of a comparison that was stopped before it began', async () => {
  const kept: HistoryRecord[] = [];
  const app = start(items, { historyStore: rememberIn(kept) });
  await app.compare();
  expect(kept).toHaveLength(1);
  app.playground.setSeed(8);
  const comparing = app.compare();
  app.stop();
  expect(await comparing).toBe(false);
  expect(kept).toHaveLength(1);
});

it('leaves the work of a large database uncounted until it is asked for', async () => {
  const app = start();
  await app.database.generate();
  const { database } = app.runs.getState();
  if (!database) throw new Error('no database');
  const call = open?.client.engine.call.bind(open.client.engine) ?? fail();
  vi.spyOn(open?.client.engine ?? fail(), 'call').mockImplementation(
    async (operation, request, options) => {
      const answer = await call(operation, request, options);
      return operation === 'ensureDatabase'
        ? { ...(answer as object), sizeBytes: 200_000_000 }
        : answer;
    },
  );
  await app.compare();
  const outcome = () => app.runs.getState().counts[cellKey('q1', 's1')]?.outcome;
  expect(outcome()).toMatchObject({ status: 'failed', error: { code: 'too-large' } });
  expect(await app.comparison.countWork()).toBe(true);
  expect(outcome()).toMatchObject({ status: 'counted' });
});

it('does not run again what is over the limit when it continues', async () => {
  const app = start();
  await app.compare();
  const timeLimit = { code: 'time-limit' as const, message: 'Ended.' };
  const before = result(app);
  const firstRuns = before.firstRuns.map((run) =>
    run.setupId === 's2' ? { status: 'failed' as const, setupId: 's2', error: timeLimit } : run,
  );
  app.runs.setState({ results: { q1: { ...before, firstRuns } } });
  const call = vi.spyOn(open?.client.engine ?? fail(), 'call');
  await app.comparison.continueQuery('q1');
  const opened = call.mock.calls.find(([operation]) => operation === 'openComparison');
  expect(opened?.[1]).toMatchObject({ overLimit: [{ queryId: 'q1', setupId: 's2' }] });
});

it('does not continue what has changed since', async () => {
  const app = start();
  await app.compare();
  const before = result(app);
  app.setups.setIndexOn('s1', 'items_price', true);
  const { playground } = app.document.store.getState();
  expect(continuationOf(playground, before, 3000)).toBeNull();
  expect(await app.comparison.continueQuery('q1')).toBe(false);
  expect(result(app)).toBe(before);
});

it('confirms in fresh workers, each closed again', async () => {
  const app = start();
  await app.compare();
  const opened = vi.spyOn(open?.client ?? fail(), 'openEngine');
  expect(await app.comparison.confirm('q1')).toBe(true);
  expect(opened).toHaveBeenCalledTimes(3);
  const { confirmation, rounds } = result(app);
  expect(confirmation?.standings).toHaveLength(3);
  expect(confirmation?.cells.s2?.kinds).toHaveLength(3);
  expect(rounds.length).toBeGreaterThan(0);
});

it('is stopped in the middle of confirming, and keeps the result', async () => {
  const app = start();
  await app.compare();
  const { rounds } = result(app);
  const confirming = app.comparison.confirm('q1');
  await vi.waitFor(() => expect(app.runs.getState().activity.kind).toBe('confirming'));
  app.stop();
  expect(await confirming).toBe(false);
  expect(app.runs.getState().activity).toEqual({ kind: 'stopped' });
  expect(result(app).rounds).toEqual(rounds);
});

it('waits while the page is hidden, and drops the round that was disturbed', async () => {
  const page = createPage();
  const app = start(items, { visibility: page.visibility });
  await app.database.generate();
  const comparing = app.compare();
  await vi.waitFor(() => expect(result(app).rounds.length).toBeGreaterThan(0));
  page.setHidden(true);
  await vi.waitFor(() => expect(app.runs.getState().activity).toEqual({ kind: 'paused' }));
  const { length } = result(app).rounds;
  page.setHidden(false);
  expect(await comparing).toBe(true);
  const { discarded, rounds } = result(app);
  expect(discarded).toEqual({ hidden: 1, overlapped: 0 });
  expect(rounds.length).toBeGreaterThan(length);
  expect(rounds.at(-1)?.standing).toMatchObject({ rounds: rounds.length, discarded: 1 });
});

it('shows the rows in which answers differ', async () => {
  const app = start({
    ...items,
    queries: items.queries.map((query) => ({
      ...query,
      sql: 'SELECT id FROM items WHERE price > 900 LIMIT 3',
    })),
  });
  await app.compare();
  const rows = await app.comparison.differingRows('q1', 's2');
  expect(rows?.columns).toEqual(['id']);
  expect(rows?.onlyInBaseline.length).toBe(rows?.baselineCount);
  expect(rows?.baselineCount).toBeGreaterThan(0);
});

it('asks before slow queries are measured, and leaves them out when told to', async () => {
  const app = start();
  await app.database.generate();
  const engine = open?.client.engine ?? fail();
  const call = engine.call.bind(engine);
  // A statement of 8 s would take the test's time: only its figure is told.
  vi.spyOn(engine, 'call').mockImplementation(async (operation, request, options) => {
    const answer = await call(operation, request, options);
    return operation === 'firstRun' ? { ...(answer as object), firstRunMs: 8000 } : answer;
  });
  const comparing = app.compare();
  await vi.waitFor(() =>
    expect(app.runs.getState().activity).toMatchObject({
      kind: 'asking',
      names: ['dear'],
      expectedMs: 72_000,
    }),
  );
  app.comparison.answer('leave-out');
  expect(await comparing).toBe(true);
  expect(result(app)).toMatchObject({ status: 'stopped', rounds: [] });
  expect(result(app).firstRuns).toHaveLength(2);
});

it('tests the instrument with two equal setups, and leaves the playground alone', async () => {
  const app = start();
  expect(await app.instrument.test()).toBe(true);
  const { instrument, results, database } = app.runs.getState();
  expect(instrument?.queries).toHaveLength(3);
  expect(instrument?.headline).not.toBe('');
  expect(results).toEqual({});
  expect(database).toBeNull();
}, 30_000);

function fail(): never {
  throw new Error('no client');
}
