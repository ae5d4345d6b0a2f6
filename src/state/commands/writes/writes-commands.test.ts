import { afterEach, expect, test } from 'vitest';
import type { Playground, Setup } from '../../../engine/model/playground.ts';
import type { TechniqueId } from '../../../engine/model/writes/technique.ts';
import type { WritesKind } from '../../../engine/model/writes/writes.ts';
import { openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { isStaleWrites } from '../../selectors/writes/writes-basis.ts';
import type { WritesRun } from '../../writes-store.ts';

const setup = (id: string, indexes: string[]): Setup => ({
  id,
  name: id,
  indexes,
  hasStatistics: false,
  cache: { kind: 'none' },
});

const playground: Playground = {
  title: 'written',
  notes: '',
  schemaSql:
    'CREATE TABLE t(id INTEGER PRIMARY KEY, price INTEGER NOT NULL CHECK (price >= 0), note TEXT)',
  recipe: { seed: 7, generatorsVersion: 1, rows: { t: 400 } },
  indexes: [
    { name: 't_price', sql: 'CREATE INDEX t_price ON t(price)' },
    { name: 't_note', sql: 'CREATE INDEX t_note ON t(note)' },
  ],
  queries: [],
  setups: [setup('a', []), setup('b', ['t_price', 't_note'])],
};

let opened: TestApp | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

/** The app with few rows and little time, once the schema is read. */
async function open(): Promise<TestApp> {
  const test = openTestApp(playground);
  opened = test;
  test.app.writes.set({ rows: 100, budgetMs: 60 });
  await until(test, () => test.app.runs.getState().inspection !== null);
  return test;
}

/** Waits for what the stores come to say. */
function until({ app }: TestApp, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo()) {
      resolve();
      return;
    }
    const check = () => {
      if (!isSo()) return;
      for (const stop of stops) stop();
      resolve();
    };
    const stops = [app.runs.subscribe(check), app.writes.store.subscribe(check)];
  });
}

function runOf({ app }: TestApp, kind: WritesKind = 'techniques'): WritesRun {
  const run = app.writes.store.getState().runs[kind];
  if (!run) throw new Error(`There is no run of ${kind}.`);
  return run;
}

test('techniques are measured in each setup, and what each left is proven', async () => {
  const test = await open();
  const { app } = test;
  expect(await app.writes.run('techniques')).toBe(true);
  expect(app.runs.getState().activity).toEqual({ kind: 'ready' });
  const { opened: what, samples, proofs, standing, status, subject } = runOf(test);
  expect(status).toBe('done');
  expect(what).toMatchObject({ rows: 100, rowsBefore: 0 });
  // Nine techniques in two setups; without an index there is none to make afterwards.
  expect(what?.contenders).toHaveLength(17);
  expect(what?.refused.map(({ contender }) => contender.groupId)).toEqual(['a']);
  const ids = what?.contenders.map(({ id }) => id) ?? [];
  expect(new Set(samples.map(({ contenderId }) => contenderId))).toEqual(new Set(ids));
  expect(Object.keys(proofs).sort()).toEqual([...ids].sort());
  expect(new Set(Object.values(proofs).map(({ contentHash }) => contentHash)).size).toBe(1);
  expect(standing?.next).toBe('done');
  expect(subject.setups.map(({ letter }) => letter)).toEqual(['A', 'B']);
  // The bench has made nothing: the lab has an engine of its own.
  expect(app.runs.getState().database).toBeNull();
});

test('a run is stale when its setups change, not when they are renamed', async () => {
  const test = await open();
  const { app } = test;
  app.writes.set({ techniques: { insert: ['insert-prepared'], update: null, delete: null } });
  await app.writes.run('techniques');
  const isStale = () => isStaleWrites(app.document.store.getState().playground, runOf(test));
  app.setups.rename('b', 'both');
  expect(isStale()).toBe(false);
  app.setups.setIndexOn('b', 't_note', false);
  expect(isStale()).toBe(true);
  expect(await app.writes.count('techniques')).toBe(false);
});

test('what came before a stop stays', async () => {
  const test = await open();
  const { app } = test;
  app.writes.set({ budgetMs: 60_000 });
  const running = app.writes.run('techniques');
  await until(test, () => (app.writes.store.getState().runs.techniques?.samples.length ?? 0) > 5);
  expect(app.runs.getState().activity).toMatchObject({ kind: 'writing' });
  expect(await app.writes.run('index-price')).toBe(false);
  app.stop();
  expect(await running).toBe(false);
  expect(app.runs.getState().activity).toEqual({ kind: 'stopped' });
  const { status, samples, error } = runOf(test);
  expect([status, error]).toEqual(['stopped', null]);
  expect(samples.length).toBeGreaterThan(5);
});

test('a run that was stopped is continued, and what was measured counts on', async () => {
  const test = await open();
  const { app } = test;
  const { writes } = app;
  // Autocommit takes its time: the run has not ended by itself when its first samples are shown.
  const insert: TechniqueId[] = ['insert-prepared-autocommit', 'insert-prepared', 'insert-json'];
  writes.set({ techniques: { insert, update: null, delete: null }, rows: 400, budgetMs: 60_000 });
  expect(await writes.continueRun('techniques')).toBe(false);
  const running = writes.run('techniques');
  await until(test, () => (writes.store.getState().runs.techniques?.samples.length ?? 0) > 6);
  app.stop();
  await running;
  const before = runOf(test);
  writes.set({ budgetMs: 1000 });
  const continued = writes.continueRun('techniques');
  expect(runOf(test)).toMatchObject({ status: 'measuring', samples: before.samples });
  expect(await writes.continueRun('techniques')).toBe(false);
  expect(await continued).toBe(true);
  const after = runOf(test);
  expect(after.status).toBe('done');
  expect(after.samples.slice(0, before.samples.length)).toEqual(before.samples);
  expect(after.samples.length).toBeGreaterThan(before.samples.length);
  const rounds = after.samples.filter(
    ({ contenderId, isControl }) => contenderId === 'a:insert-json' && !isControl,
  );
  expect(new Set(rounds.map(({ round }) => round)).size).toBe(rounds.length);
  expect(after.standing?.cells['a:insert-json']?.samples).toBe(rounds.length);
  // The time of all its parts.
  expect(after.subject.request.budgetMs).toBe(61_000);
  app.setups.setIndexOn('b', 't_note', false);
  expect(await writes.continueRun('techniques')).toBe(false);
});

test('updates and deletes write rows that are there', async () => {
  const test = await open();
  const { app } = test;
  for (const operation of ['update', 'delete'] as const) {
    app.writes.set({ operation });
    expect(await app.writes.run('techniques')).toBe(true);
    const { opened: what, proofs, failures } = runOf(test);
    expect(what).toMatchObject({ rows: 100, rowsBefore: 400 });
    expect(failures).toEqual({});
    const left = new Set(Object.values(proofs).map(({ tableRows }) => tableRows));
    expect([...left]).toEqual([operation === 'update' ? 400 : 300]);
  }
});

test('batch sizes, the price of indexes and constraints have runs of their own', async () => {
  const test = await open();
  const { app } = test;
  for (const kind of ['batch-sizes', 'index-price', 'constraints'] as const) {
    expect(await app.writes.run(kind)).toBe(true);
    expect(runOf(test, kind)).toMatchObject({ status: 'done', error: null });
  }
  const sizes = runOf(test, 'batch-sizes').opened?.contenders.map(({ batchSize }) => batchSize);
  expect(new Set(sizes)).toEqual(new Set([1, 10, 100]));
  const price = runOf(test, 'index-price').opened?.contenders ?? [];
  // And one of the two ways to build indexes beside the other.
  expect([...new Set(price.map(({ groupId }) => groupId))]).toEqual([
    'insert',
    'update',
    'delete',
    'build',
  ]);
  // None, one, both, and the other alone.
  expect(price.filter(({ groupId }) => groupId === 'insert')).toHaveLength(4);
  expect(runOf(test, 'constraints').opened?.contenders.length).toBeGreaterThan(3);
});

test.each(['techniques', 'batch-sizes', 'index-price', 'constraints'] as const)(
  'the work of %s is counted in the official build',
  async (kind) => {
    const test = await open();
    const { app } = test;
    app.writes.set({ priceOperations: ['insert'] });
    expect(await app.writes.count(kind)).toBe(false);
    await app.writes.run(kind);
    expect(await app.writes.count(kind)).toBe(true);
    const { counts, opened: what } = runOf(test, kind);
    expect(counts?.map(({ contenderId }) => contenderId)).toEqual(
      what?.contenders.map(({ id }) => id),
    );
    expect(counts?.every(({ status }) => status === 'counted')).toBe(true);
  },
);

test('constraints are broken, one row each', async () => {
  const test = await open();
  const { app } = test;
  expect(await app.writes.tryConstraints()).toBe(true);
  const { trials } = app.writes.store.getState();
  expect(trials).toMatchObject({ table: 't', outcome: { status: 'tried' } });
  if (trials?.outcome.status !== 'tried') throw new Error('They were not tried.');
  const kinds = trials.outcome.trials.trials.map(({ definition }) => definition.kind);
  expect(kinds).toEqual(expect.arrayContaining(['not-null', 'check']));
});

test('breaking constraints says how far it is, and can be stopped', async () => {
  const test = await open();
  const { app } = test;
  const fractions: number[] = [];
  const stopFollowing = app.runs.subscribe(({ activity }) => {
    const { isTrying } = app.writes.store.getState();
    if (isTrying && activity.kind === 'writing' && activity.text.includes('breaking')) {
      fractions.push(activity.fraction);
    }
  });
  await app.writes.tryConstraints();
  stopFollowing();
  expect(new Set(fractions).size).toBeGreaterThan(2);
  expect(fractions).toEqual(fractions.toSorted((one, other) => one - other));
  const { trials, isTrying } = app.writes.store.getState();
  expect(isTrying).toBe(false);
  const again = app.writes.tryConstraints();
  await until(test, () => app.writes.store.getState().isTrying);
  app.stop();
  expect(await again).toBe(false);
  expect(app.runs.getState().activity).toEqual({ kind: 'stopped' });
  // What was found before stays.
  expect(app.writes.store.getState()).toMatchObject({ trials, isTrying: false });
});

test('what fails is said, and what there was stays', async () => {
  const test = await open();
  const { app } = test;
  app.writes.set({ operation: 'update', updateColumn: 'price' });
  app.writes.set({ updateExpression: 'no_such_column' });
  expect(await app.writes.run('techniques')).toBe(false);
  const { status, error, opened: what } = runOf(test);
  expect([status, what]).toEqual(['failed', null]);
  expect(error?.message).toContain('no_such_column');
  expect(app.runs.getState().activity).toMatchObject({ kind: 'failed' });
  app.writes.set({ updateExpression: null });
  expect(await app.writes.run('techniques')).toBe(true);
});

test('a constraint that breaks in the middle fails each technique, not the run', async () => {
  const test = await open();
  const { app } = test;
  app.writes.set({ operation: 'update', updateColumn: 'price' });
  app.writes.set({ updateExpression: '50 - id' });
  await app.writes.run('techniques');
  const { failures, opened: what, samples, status } = runOf(test);
  expect(status).toBe('done');
  expect(Object.keys(failures)).toHaveLength(what?.contenders.length ?? 0);
  expect(Object.values(failures)[0]?.message).toMatch(/CHECK/);
  expect(samples).toEqual([]);
});

test('another playground takes its place, also while it is measured', async () => {
  const test = await open();
  const { app } = test;
  app.writes.set({ budgetMs: 60_000, table: 't', latencyMs: 5 });
  const running = app.writes.run('techniques');
  await until(test, () => (app.writes.store.getState().runs.techniques?.samples.length ?? 0) > 0);
  app.files.startNew();
  expect(await running).toBe(false);
  expect(app.writes.store.getState()).toMatchObject({
    runs: {},
    trials: null,
    settings: { table: null, budgetMs: 60_000, latencyMs: 5 },
  });
});

test('the last technique and the last setup stay, and a change takes back what depends on it', async () => {
  const { app } = await open();
  const settings = () => app.writes.store.getState().settings;
  app.writes.set({ techniques: { insert: ['insert-json'], update: null, delete: null } });
  app.writes.setTechnique('insert-json', false);
  expect(settings().techniques.insert).toEqual(['insert-json']);
  app.writes.setTechnique('insert-prepared', true);
  // In the order of the list.
  expect(settings().techniques.insert).toEqual(['insert-prepared', 'insert-json']);
  app.writes.setTechnique('delete-all', true);
  expect(settings().techniques.delete).toContain('delete-all');
  app.writes.setBaseline('insert-json');
  app.writes.setBaseline('delete-list');
  expect(settings().baselines).toEqual({
    insert: 'insert-json',
    update: null,
    delete: 'delete-list',
  });
  app.writes.setMeasured('a', false);
  app.writes.setMeasured('b', false);
  expect(settings().ticked).toEqual({ a: false });
  app.writes.set({ updateColumn: 'price', updateExpression: 'price * 2', start: 'as-is' });
  expect(settings()).toMatchObject({ updateExpression: 'price * 2', start: 'as-is' });
  app.writes.set({ updateColumn: 'note' });
  expect(settings().updateExpression).toBeNull();
  app.writes.set({ table: 't' });
  expect(settings()).toMatchObject({ start: null, updateColumn: null });
});
