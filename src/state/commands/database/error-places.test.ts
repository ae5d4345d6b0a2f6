import { afterEach, expect, test, vi } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';

let opened: TestApp | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

function open(playground: Playground): TestApp & { checkers: () => number } {
  opened = openTestApp(playground);
  const { client } = opened;
  const openChecker = vi.spyOn(client, 'openChecker');
  return { ...opened, checkers: () => openChecker.mock.calls.length };
}

/** The official build is loaded first. */
const patience = { timeout: 4000 };

function placeOf({ app }: TestApp, cell = 'q1/s2') {
  const outcome = app.runs.getState().plans[cell];
  return outcome?.status === 'failed' ? outcome.error.place : null;
}

const ofQuery = { source: 'query', name: 'dear' };
const ambiguous = 'SELECT a.id FROM items a JOIN items b ON a.nope = b.id WHERE a.nope > 1';

test('a guessed place is put right, in plans and explanations alike', async () => {
  const it = open(items);
  it.app.queries.setSql('q1', ambiguous);
  const exact = { ...ofQuery, offset: ambiguous.lastIndexOf('a.nope'), length: 6 };
  await vi.waitFor(() => expect(placeOf(it)).toEqual(exact), patience);
  expect(placeOf(it, 'q1/s1')).toEqual(exact);
  expect(it.app.runs.getState().explanations['q1/s1']).toMatchObject({ error: { place: exact } });
  expect(it.checkers()).toBe(1);
});

test('what was put right stays, whatever the planner answers next', async () => {
  const it = open(items);
  it.app.queries.setSql('q1', ambiguous);
  const exact = ambiguous.lastIndexOf('a.nope');
  await vi.waitFor(() => expect(placeOf(it)?.offset).toBe(exact), patience);
  const drawn: unknown[] = [];
  it.app.runs.subscribe(() => void Promise.resolve().then(() => drawn.push(placeOf(it)?.offset)));
  const before = it.app.runs.getState().plans;
  it.app.setups.setIndexOn('s1', 'items_price', true);
  await vi.waitFor(() => expect(it.app.runs.getState().plans).not.toBe(before));
  await vi.waitFor(() => expect(drawn.length).toBeGreaterThan(1));
  expect(new Set(drawn)).toEqual(new Set([exact]));
  expect(it.checkers()).toBe(1);
});

test('schema and indexes are asked about as well', async () => {
  const sql = 'CREATE INDEX items_price ON items (price, random())';
  const it = open({ ...items, indexes: [{ name: 'items_price', sql }] });
  await vi.waitFor(() =>
    expect(it.app.runs.getState().inspection?.indexErrors.items_price?.place).toEqual({
      source: 'index',
      name: 'items_price',
      offset: sql.indexOf('random'),
      length: 6,
    }),
  );
});

test('without a guess the official build is never loaded', async () => {
  const it = open(items);
  it.app.queries.setSql('q1', 'SELECT nope FROM items');
  await vi.waitFor(() => expect(placeOf(it)).toMatchObject({ offset: 7, length: 4 }));
  it.app.queries.setSql('q1', 'SELECT id FROM items WHERE (');
  await vi.waitFor(() => expect(placeOf(it)?.offset).toBe(27));
  expect(it.checkers()).toBe(0);
});

test('a place is found anew when the schema changes', async () => {
  const sql = 'SELECT nope FROM items UNION ALL SELECT nope FROM other';
  const other = (columns: string) => `CREATE TABLE other (${columns});`;
  const it = open({ ...items, schemaSql: `${items.schemaSql} ${other('nope INT')}` });
  it.app.queries.setSql('q1', sql);
  const first = { offset: sql.indexOf('nope'), length: 4 };
  await vi.waitFor(() => expect(placeOf(it)).toEqual({ ...ofQuery, ...first }), patience);
  const withNope = items.schemaSql.replace('(id', '(nope INT, id');
  it.app.playground.setSchemaSql(`${withNope} ${other('x INT')}`);
  const last = { offset: sql.lastIndexOf('nope'), length: 4 };
  await vi.waitFor(() => expect(placeOf(it)).toEqual({ ...ofQuery, ...last }), patience);
});

test('what could not be asked is asked again with the next answer', async () => {
  const it = openTestApp(items);
  opened = it;
  let isBroken = true;
  let failures = 0;
  const { openChecker } = it.client;
  vi.spyOn(it.client, 'openChecker').mockImplementation(() => {
    const checker = openChecker();
    const call: typeof checker.call = (...given) => {
      if (!isBroken) return checker.call(...given);
      failures++;
      return Promise.reject(new Error('Not in time.'));
    };
    return { ...checker, call };
  });
  it.app.queries.setSql('q1', ambiguous);
  await vi.waitFor(() => expect(placeOf(it)).toMatchObject({ isEstimated: true }));
  await vi.waitFor(() => expect(failures).toBeGreaterThan(0));
  await new Promise((resolve) => setTimeout(resolve, 50));
  // Two questions for each of the planner's answers: the plans and the explanations.
  expect(failures).toBeLessThanOrEqual(4);
  isBroken = false;
  it.app.setups.setIndexOn('s1', 'items_price', true);
  const exact = { offset: ambiguous.lastIndexOf('a.nope'), length: 6 };
  await vi.waitFor(() => expect(placeOf(it)).toEqual({ ...ofQuery, ...exact }), patience);
});
