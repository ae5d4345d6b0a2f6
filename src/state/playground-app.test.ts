import { afterEach, describe, expect, it, vi } from 'vitest';
import { EngineFailure } from '../engine/model/errors.ts';
import type { Playground } from '../engine/model/playground.ts';
import { items, openTestApp, type TestApp } from './playground-app.testing.ts';
import { databaseBasis } from './selectors/basis.ts';
import { benchView } from './selectors/bench/bench-view.ts';

/** Takes long enough to be stopped in the middle. */
const manyQueries: Playground = {
  ...items,
  queries: Array.from({ length: 20 }, (_, at) => ({
    id: `q${at + 1}`,
    name: `dear ${at + 1}`,
    sql: `SELECT id FROM items WHERE price > ${900 + at}`,
    parameters: [],
    weight: 1,
  })),
};

let open: TestApp | null = null;

function start(playground: Playground = items): TestApp['app'] {
  open = openTestApp(playground);
  return open.app;
}

afterEach(() => {
  open?.close();
  open = null;
});

function bench(app: TestApp['app']) {
  return benchView(app.document.store.getState().playground, app.runs.getState());
}

/** A machine with other work takes its time. */
function firstRound(app: TestApp['app']): Promise<void> {
  const rounds = () => app.runs.getState().results.q1?.rounds.length;
  return vi.waitFor(() => expect(rounds()).toBeGreaterThan(0), { timeout: 10_000 });
}

describe('planning', () => {
  it('shows plans without data, and new ones after a switch', async () => {
    const app = start();
    await vi.waitFor(() => expect(bench(app).queries[0]?.cells[1]?.badge).toBe('covering'));
    expect(bench(app).queries[0]?.cells[0]?.badge).toBe('scan');
    app.setups.setIndexOn('s1', 'items_price', true);
    await vi.waitFor(() => expect(bench(app).queries[0]?.cells[0]?.badge).toBe('covering'));
    expect(app.runs.getState().database).toBeNull();
  });

  it('keeps the sentence for a schema that does not compile', async () => {
    const app = start();
    app.playground.setSchemaSql('CREATE TABEL items (id);');
    await vi.waitFor(() =>
      expect(app.runs.getState().inspection?.error).toMatchObject({
        code: 'schema-invalid',
        place: { source: 'schema', offset: 7 },
      }),
    );
  });
});

describe('the database', () => {
  it('is made from the recipe, and made again only when it changes', async () => {
    const app = start();
    expect(await app.database.generate()).toBe(true);
    const { playground } = app.document.store.getState();
    const first = app.runs.getState().database;
    expect(first?.basis).toBe(databaseBasis(playground));
    expect(first?.summary).toMatchObject({
      rowCount: 3000,
      indexes: [{ status: 'built', name: 'items_price' }],
      engine: { name: 'sql.js' },
    });
    const hash = await app.share.hashContent();
    app.playground.setSeed(8);
    expect(await app.share.hashContent()).toBeNull();
    await app.database.generate();
    expect(await app.share.hashContent()).not.toBe(hash);
    app.playground.setSeed(7);
    await app.database.generate();
    expect(await app.share.hashContent()).toBe(hash);
  });

  it('stays when the recipe cannot be carried out, and the reason is said', async () => {
    const app = start();
    await app.database.generate();
    const before = app.runs.getState().database;
    app.playground.setSchemaSql(
      "CREATE TABLE items (id INTEGER PRIMARY KEY, colour TEXT UNIQUE CHECK (colour IN ('a', 'b')));",
    );
    expect(await app.database.generate()).toBe(false);
    const { activity, database } = app.runs.getState();
    expect(activity).toMatchObject({ kind: 'failed', error: { code: 'data-unsatisfiable' } });
    expect(database).toBe(before);
  });
});

describe('Run query', () => {
  it('gives rows with count and time, and rolls writes back', async () => {
    const app = start();
    await app.run.runQuery();
    const [statement] = app.runs.getState().lastRun?.outcome.statements ?? [];
    expect(statement).toMatchObject({ columns: ['id'], isTruncated: false });
    expect(statement?.firstRows.length).toBe(Math.min(200, statement?.rowCount ?? 0));

    app.queries.setSql('q1', 'DELETE FROM items; SELECT count(*) AS n FROM items');
    app.ui.setState({ selection: { start: 0, end: 60 } });
    await app.run.runQuery();
    const outcome = app.runs.getState().lastRun?.outcome;
    expect(outcome).toMatchObject({ isRolledBack: true, error: null });
    expect(outcome?.statements.map(({ changes, firstRows }) => [changes, firstRows])).toEqual([
      [3000, []],
      [0, [[0]]],
    ]);
    app.queries.setSql('q1', 'SELECT count(*) FROM items');
    app.ui.setState({ selection: { start: 0, end: 0 } });
    await app.run.runQuery();
    expect(app.runs.getState().lastRun?.outcome.statements[0]?.firstRows).toEqual([[3000]]);
  });

  it('answers a repeated read from the cache of the setup', async () => {
    const app = start();
    app.setups.setCache('s2', { kind: 'lru', capacity: 10 });
    app.ui.setState({ setupId: 's2' });
    const cache = async () => {
      await app.run.runQuery();
      return app.runs.getState().lastRun?.outcome.statements[0]?.cache;
    };
    expect([await cache(), await cache()]).toEqual(['miss', 'hit']);
    app.ui.setState({ setupId: 's1' });
    expect(await cache()).toBe('none');
  });

  it('keeps the statements before one that fails', async () => {
    const app = start();
    app.queries.setSql('q1', 'SELECT 1; SELECT nothing FROM items');
    app.ui.setState({ selection: { start: 0, end: 40 } });
    await app.run.runQuery();
    const outcome = app.runs.getState().lastRun?.outcome;
    expect(outcome?.statements.length).toBe(1);
    expect(outcome?.error?.message).toContain('nothing');
  });
});

describe('Compare', () => {
  it('measures every query in every setup and gives verdicts', async () => {
    const app = start();
    expect(await app.compare()).toBe(true);
    const result = app.runs.getState().results.q1;
    expect(result).toMatchObject({ status: 'done', error: null });
    expect(result?.rounds.length).toBeGreaterThanOrEqual(12);
    const cells = bench(app).queries[0]?.cells;
    expect(cells?.map(({ progress, isStale }) => [progress, isStale])).toEqual([
      ['measured', false],
      ['measured', false],
    ]);
    expect(cells?.[0]?.verdict).toEqual({ kind: 'baseline' });
    app.setups.setIndexOn('s2', 'items_price', false);
    expect(bench(app).queries[0]?.cells.map(({ isStale }) => isStale)).toEqual([false, true]);
    app.setups.setIndexOn('s2', 'items_price', true);
    expect(bench(app).queries[0]?.cells.map(({ isStale }) => isStale)).toEqual([false, false]);
  });

  it('fails in the cell of the query that fails, and measures the others', async () => {
    const app = start();
    app.queries.add();
    app.queries.setSql('q2', 'SELECT nothing FROM items');
    expect(await app.compare()).toBe(true);
    const [good, bad] = bench(app).queries;
    expect(good?.cells[1]?.progress).toBe('measured');
    expect(bad?.cells[0]?.error?.message).toContain('nothing');
    expect(bad?.cells[0]?.verdict?.kind).not.toBe('faster');
  });

  it('says which setup is over the limit, and still runs the others', async () => {
    const app = start();
    await app.database.generate();
    const engine = open?.client.engine;
    if (!engine) throw new Error('no engine');
    const call = engine.call.bind(engine);
    const requests: [string, unknown][] = [];
    // An endless statement would block this thread: its end is told in the client's words.
    vi.spyOn(engine, 'call').mockImplementation((operation, request, options) => {
      requests.push([operation, request]);
      const isBaseline =
        operation === 'firstRun' && 'setupId' in request && request.setupId === 's1';
      if (isBaseline) {
        return Promise.reject(new EngineFailure({ code: 'time-limit', message: 'Stopped.' }));
      }
      return call(operation, request, options);
    });
    expect(await app.compare()).toBe(true);
    const cells = bench(app).queries[0]?.cells;
    expect(cells?.[0]).toMatchObject({
      verdict: { kind: 'over-limit', limitMs: 20_000 },
      error: null,
    });
    expect(cells?.[1]?.firstRun).toMatchObject({ status: 'ran', setupId: 's2' });
    const reopened = requests.filter(([operation]) => operation === 'openComparison').at(-1);
    expect(reopened?.[1]).toMatchObject({ overLimit: [{ queryId: 'q1', setupId: 's1' }] });
  });

  it('stops between rounds and keeps the points', async () => {
    const app = start(manyQueries);
    const comparing = app.compare();
    await firstRound(app);
    app.stop();
    expect(await comparing).toBe(false);
    const { activity, results } = app.runs.getState();
    expect(activity).toEqual({ kind: 'stopped' });
    expect(results.q1?.rounds.length).toBeGreaterThan(0);
    expect(results.q20).toMatchObject({ status: 'stopped', rounds: [] });
    expect(results.q20?.firstRuns).toHaveLength(2);
  });
});

describe('another playground', () => {
  it('ends the comparison under way, and no result of the old one stands beside the new', async () => {
    const app = start(manyQueries);
    const comparing = app.compare();
    await firstRound(app);
    app.files.startNew();
    expect(await comparing).toBe(false);
    app.queries.add();
    expect(app.document.store.getState().playground.queries[0]?.id).toBe('q1');
    await vi.waitFor(() => expect(app.runs.getState().activity).toEqual({ kind: 'ready' }));
    expect(app.runs.getState().results).toEqual({});
    expect(bench(app).queries[0]?.cells[0]).toMatchObject({ progress: 'not-measured' });
  });

  it('is given its data when an example is opened in the middle of a run', async () => {
    const app = start(manyQueries);
    void app.compare();
    await vi.waitFor(() => expect(app.runs.getState().results.q1).toBeDefined());
    app.files.openExample('practice-exercise');
    await vi.waitFor(() =>
      expect(app.runs.getState().database?.summary.tables).toEqual([
        { name: 'Product', rows: 100 },
      ]),
    );
  });

  it('forgets the results of a query that is removed, so that its id can be used again', async () => {
    const app = start();
    await app.run.runQuery();
    expect(app.runs.getState().lastRun?.queryId).toBe('q1');
    app.queries.remove('q1');
    expect(app.runs.getState().lastRun).toBeNull();
  });
});

describe('Stop', () => {
  it('ends a wait at once, without ending the engine', async () => {
    const app = start();
    await app.database.generate();
    open?.client.engine.call('contentHash', {}).catch(() => {});
    open?.client.stop();
    const comparing = app.compare();
    await vi.waitFor(() => expect(app.runs.getState().activity.kind).toBe('settling'));
    const quietAt = open?.client.engine.quietAt();
    app.stop();
    expect(await comparing).toBe(false);
    expect(app.runs.getState().activity).toEqual({ kind: 'stopped' });
    expect(open?.client.engine.quietAt()).toBe(quietAt);
  });

  it('does not end what is begun right after it', async () => {
    const app = start(manyQueries);
    const comparing = app.compare();
    await firstRound(app);
    app.stop();
    expect(await comparing).toBe(false);
    // Only the first query is kept, so that the next comparison ends by itself soon.
    for (const { id } of manyQueries.queries.slice(1)) app.queries.remove(id);
    expect(await app.compare()).toBe(true);
  });
});

describe('a restarted engine', () => {
  it('has its database back by itself', async () => {
    const app = start();
    await app.database.generate();
    const hash = await app.share.hashContent();
    // What is being edited meanwhile is no reason to lose the data.
    app.playground.setSchemaSql('CREATE TABLE items (half a statement');
    open?.client.stop();
    const { hash: restored } = (await open?.client.engine.call('contentHash', {})) ?? {};
    expect(restored).toBe(hash);
  });
});
