import { afterEach, expect, test, vi } from 'vitest';
import { EngineFailure } from '../../../engine/model/errors.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { toLink } from '../../../share/link/link.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';

let opened: TestApp | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

/** A LIKE whose pattern comes from the data: only the value tells whether the index is of use. */
const patterns: Playground = {
  ...items,
  recipe: { seed: 7, generatorsVersion: 1, rows: { items: 50 } },
  indexes: [{ name: 'by_name', sql: 'CREATE INDEX by_name ON items (name COLLATE NOCASE)' }],
  queries: [
    {
      id: 'q1',
      name: 'alike',
      sql: 'SELECT price FROM items WHERE name LIKE :name',
      parameters: [
        {
          name: ':name',
          generator: { kind: 'query', sql: "SELECT 'a' || name || '%' FROM items", exponent: 0 },
        },
      ],
      weight: 1,
    },
  ],
  setups: [
    { id: 's1', name: 'on', indexes: ['by_name'], hasStatistics: false, cache: { kind: 'none' } },
  ],
};

function open(playground: Playground) {
  const it = openTestApp(playground);
  opened = it;
  const plan = () => it.app.runs.getState().plans['q1/s1'];
  const explanation = () => it.app.runs.getState().explanations['q1/s1'];
  const settled = (outcome: object) => vi.waitFor(() => expect(plan()).toMatchObject(outcome));
  return { ...it, plan, explanation, settled };
}

test('plans wait for the data that values come from, and then are those of the first run', async () => {
  const { app, plan, explanation, settled } = open(patterns);
  await settled({ isProvisional: true, provisionalReason: 'values', plan: { badge: 'scan' } });
  expect(await app.database.generate()).toBe(true);
  await settled({ isProvisional: false, plan: { badge: 'search' } });
  await vi.waitFor(() => expect(explanation()).toMatchObject({ isProvisional: false }));
  const planned = plan();
  if (planned?.status !== 'planned') throw new Error('It must be planned.');
  const comparing = app.compare();
  await vi.waitFor(() => {
    const [first] = app.runs.getState().results.q1?.firstRuns ?? [];
    expect(first).toMatchObject({ status: 'ran', plan: planned.plan });
  });
  app.stop();
  await comparing;
});

test('an edit of the SELECT asks again; other edits do not', async () => {
  const { app, client, settled } = open(patterns);
  const call = vi.spyOn(client.engine, 'call');
  const asked = () => call.mock.calls.filter(([operation]) => operation === 'firstDraws').length;
  await app.database.generate();
  await settled({ isProvisional: false, plan: { badge: 'search' } });
  expect(asked()).toBe(1);
  app.queries.setWeight('q1', 3);
  app.setups.setStatistics('s1', true);
  await settled({ isProvisional: true, provisionalReason: 'statistics' });
  expect(asked()).toBe(1);
  const generator = (sql: string) => ({ kind: 'query' as const, sql, exponent: 0 });
  app.queries.setGenerator('q1', ':name', generator("SELECT '%' || name FROM items"));
  app.setups.setStatistics('s1', false);
  await settled({ isProvisional: false, plan: { badge: 'scan' } });
  expect(asked()).toBe(2);
  // What cannot be drawn is not asked for ever.
  app.queries.setGenerator('q1', ':name', generator('SELECT nope FROM items'));
  await settled({ isProvisional: true, provisionalReason: 'values' });
  await vi.waitFor(() => expect(asked()).toBe(3));
  app.queries.setWeight('q1', 4);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked()).toBe(3);
});

/** The same statements as a link of somebody else’s: the SELECT of its parameter is another. */
function linkedPatterns(): Playground {
  const { queries } = patterns;
  const generator = {
    kind: 'query' as const,
    exponent: 0,
    sql: "SELECT name || '%' FROM items ORDER BY random()",
  };
  return {
    ...patterns,
    queries: queries.map((query) => ({ ...query, parameters: [{ name: ':name', generator }] })),
  };
}

test('nothing of a link runs before a click, even where its data is loaded already', async () => {
  const { app, client, settled } = open(patterns);
  await app.database.generate();
  await settled({ isProvisional: false });
  const linked = await toLink({ playground: linkedPatterns(), contentHash: null, counters: null });
  if (linked.kind !== 'made') throw new Error('It must be a link.');
  const call = vi.spyOn(client.engine, 'call');
  const asked = () => call.mock.calls.map(([operation]) => operation);
  expect(await app.share.open(linked.hash)).toBe('playground');
  await settled({ isProvisional: true, provisionalReason: 'values' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked()).toEqual([]);
  // The engine breaks and has its data again, without anybody's click.
  const before = app.runs.getState().database;
  client.stop();
  await vi.waitFor(() => expect(app.runs.getState().database).not.toBe(before));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked()).toEqual(['ensureDatabase']);
  expect(app.runs.getState().plans['q1/s1']).toMatchObject({ isProvisional: true });
  await app.database.generate();
  await settled({ isProvisional: false, plan: { badge: 'search' } });
  // What was clicked on stays so, also when the engine has its data again.
  const clicked = app.runs.getState().database;
  client.stop();
  await vi.waitFor(() => expect(app.runs.getState().database).not.toBe(clicked));
  app.queries.setGenerator('q1', ':name', { kind: 'query', sql: "SELECT '%'", exponent: 0 });
  await settled({ isProvisional: false, plan: { badge: 'scan' } });
});

test('says when a SELECT that takes too long is ended, once', async () => {
  const { app, client, settled } = open(patterns);
  const { call } = client.engine;
  const tooLong = new EngineFailure({ code: 'time-limit', message: 'Stopped after 3 s.' });
  const spied: typeof call = (operation, ...rest) =>
    operation === 'firstDraws' ? Promise.reject(tooLong) : call(operation, ...rest);
  vi.spyOn(client.engine, 'call').mockImplementation(spied as typeof client.engine.call);
  await app.database.generate();
  await vi.waitFor(() => expect(app.ui.getState().notices).toHaveLength(1));
  expect(app.ui.getState().notices[0]).toMatchObject({
    tone: 'warning',
    text: 'A SELECT that gives values to a parameter of alike was ended after 3 s: the engine starts again and restores the data.',
  });
  await settled({ isProvisional: true, provisionalReason: 'values' });
  app.queries.setWeight('q1', 3);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(app.ui.getState().notices).toHaveLength(1);
});
