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

const ambiguous = 'SELECT a.id FROM items a JOIN items b ON a.nope = b.id WHERE a.nope > 1';

test('a guessed place is put right, in plans and explanations alike', async () => {
  const it = open(items);
  it.app.queries.setSql('q1', ambiguous);
  const exact = {
    source: 'query',
    name: 'dear',
    offset: ambiguous.lastIndexOf('a.nope'),
    length: 6,
  };
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
      ...{ source: 'index', name: 'items_price', offset: sql.indexOf('random'), length: 6 },
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
