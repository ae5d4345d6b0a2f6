import { afterEach, expect, test, vi } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { toLink } from '../../../share/link.ts';
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
  expect(await app.compare()).toBe(true);
  const [first] = app.runs.getState().results.q1?.firstRuns ?? [];
  if (first?.status !== 'ran' || planned?.status !== 'planned') throw new Error('It must run.');
  expect(planned.plan).toEqual(first.plan);
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
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(asked()).toBe(3);
});

test('nothing of a link runs before a click, even where its data is loaded already', async () => {
  const { app, client, settled } = open(patterns);
  await app.database.generate();
  await settled({ isProvisional: false });
  const { queries } = patterns;
  const generator = {
    ...{ kind: 'query' as const, exponent: 0 },
    sql: "SELECT name || '%' FROM items ORDER BY random()",
  };
  const linked = await toLink({
    playground: {
      ...patterns,
      queries: queries.map((query) => ({ ...query, parameters: [{ name: ':name', generator }] })),
    },
    contentHash: null,
    counters: null,
  });
  if (linked.kind !== 'made') throw new Error('It must be a link.');
  const call = vi.spyOn(client.engine, 'call');
  expect(await app.share.open(linked.hash)).toBe('playground');
  await settled({ isProvisional: true, provisionalReason: 'values' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(call).not.toHaveBeenCalled();
  await app.database.generate();
  await settled({ isProvisional: false, plan: { badge: 'search' } });
});
