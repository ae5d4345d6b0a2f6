import { afterEach, expect, test } from 'vitest';
import type { Playground, Query, Setup } from '../../../engine/model/playground.ts';
import { openTestApp, type TestApp } from '../../playground-app.testing.ts';
import type { ScalePoint } from '../../scale-store.ts';
import { scaleResults } from '../../selectors/scale/scale-results.ts';

const setups: Setup[] = [
  { id: 'a', name: 'none', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
  { id: 'b', name: 'by code', indexes: ['t_code'], hasStatistics: false, cache: { kind: 'none' } },
];

const lookup: Query = {
  id: 'lookup',
  name: 'lookup',
  sql: 'SELECT note FROM t WHERE code = :code',
  parameters: [{ name: ':code', generator: { kind: 'uniform', min: 1, max: 6000 } }],
  weight: 1,
};

const playground: Playground = {
  title: 'scaled',
  notes: '',
  schemaSql: 'CREATE TABLE t(id INTEGER PRIMARY KEY, code INTEGER NOT NULL UNIQUE, note TEXT)',
  recipe: { seed: 7, generatorsVersion: 1, rows: { t: 6000 } },
  indexes: [{ name: 't_code', sql: 'CREATE INDEX t_code ON t(code)' }],
  queries: [lookup],
  setups,
};

let opened: TestApp | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

function open(patch: Partial<Playground> = {}): TestApp {
  opened = openTestApp({
    ...playground,
    // A UNIQUE column has an index of its own: the baseline would not scan.
    schemaSql: 'CREATE TABLE t(id INTEGER PRIMARY KEY, code INTEGER NOT NULL, note TEXT)',
    ...patch,
  });
  opened.app.scale.set({ budgetMs: 150 });
  return opened;
}

async function inspected({ app }: TestApp): Promise<void> {
  if (app.runs.getState().inspection) return;
  await new Promise<void>((resolve) => {
    const stop = app.runs.subscribe(({ inspection }) => {
      if (!inspection) return;
      stop();
      resolve();
    });
  });
}

function points({ app }: TestApp): ScalePoint[] {
  return app.scale.store.getState().run?.points ?? [];
}

test('points come at every step, and the counters say what grows', async () => {
  const test = open();
  const { app } = test;
  expect(await app.scale.run()).toBe(true);
  expect(app.runs.getState().activity).toEqual({ kind: 'ready' });
  expect(points(test).map(({ x, status }) => [x, status])).toEqual(
    [100, 300, 1000, 3000, 6000].map((x) => [x, 'done']),
  );
  const run = app.scale.store.getState().run;
  const results = scaleResults(app.document.store.getState().playground, run);
  const [scan, search] = results?.series ?? [];
  const [first, last] = [scan?.points[0]?.steps ?? 0, scan?.points.at(-1)?.steps ?? 0];
  expect(last / first).toBeGreaterThan(50);
  expect(results?.findings.map(({ text }) => text).join('\n')).toMatch(
    /work in VM steps grows (in proportion to the rows|like n above)/,
  );
  expect(search?.points.every(({ steps }) => (steps ?? 1000) < 100)).toBe(true);
  expect(scan?.points.every(({ medianMs }) => (medianMs ?? 0) > 0)).toBe(true);
  expect(results?.isStale).toBe(false);
  app.setups.setIndexOn('b', 't_code', false);
  const changed = app.document.store.getState().playground;
  expect(scaleResults(changed, run)?.isStale).toBe(true);
});

test('what came before a stop stays, and the bench keeps its database', async () => {
  const test = open();
  const { app } = test;
  await app.database.generate();
  const built = app.runs.getState().database;
  const running = app.scale.run();
  await new Promise<void>((resolve) => {
    const stop = app.scale.store.subscribe(({ run }) => {
      if ((run?.points.filter(({ status }) => status === 'done').length ?? 0) < 2) return;
      stop();
      resolve();
    });
  });
  app.stop();
  expect(await running).toBe(false);
  expect(app.runs.getState().activity).toEqual({ kind: 'stopped' });
  expect(app.scale.store.getState().run?.status).toBe('stopped');
  expect(points(test).length).toBeGreaterThanOrEqual(2);
  expect(points(test).length).toBeLessThan(5);
  expect(app.runs.getState().database).toBe(built);
});

test('a playground that is opened takes the place of what was measured', async () => {
  const test = open();
  const { app } = test;
  app.scale.set({ largestRows: 100 });
  await app.scale.run();
  expect(points(test).length).toBeGreaterThan(0);
  app.files.startNew();
  expect(app.scale.store.getState()).toMatchObject({
    run: null,
    settings: { largestRows: null, budgetMs: 150 },
  });
});

test('selectivity is the axis where a parameter is compared with a column', async () => {
  const range: Query = {
    ...lookup,
    sql: 'SELECT count(note) FROM t WHERE code > :min',
    parameters: [{ name: ':min', generator: { kind: 'constant', value: 0 } }],
  };
  const test = open({ queries: [range] });
  const { app } = test;
  await inspected(test);
  app.scale.set({ axis: { kind: 'share', parameter: ':min' }, largestRows: 2000 });
  expect(await app.scale.run()).toBe(true);
  const shares = points(test).map(({ x }) => x);
  expect(shares.length).toBeGreaterThanOrEqual(5);
  expect(shares[0]).toBeLessThan(0.01);
  expect(shares.at(-1)).toBeGreaterThan(0.95);
  const steps = points(test).map(({ cells }) => {
    const counts = cells.b?.counts;
    return counts?.status === 'counted' ? counts.counters.vmSteps : 0;
  });
  // The range in the index grows with the share, the scan reads all rows at any.
  expect((steps.at(-1) ?? 0) / (steps[0] ?? 1)).toBeGreaterThan(20);
});

test('the flip between two setups is searched between the ends of the axis', async () => {
  const test = open();
  const { app } = test;
  expect(await app.scale.findFlip(['a', 'b'])).toBe(true);
  const { run } = app.scale.store.getState();
  expect(run?.flip?.result).not.toBeNull();
  expect(run?.flip?.probes.map(({ x }) => x).slice(0, 2)).toEqual([100, 6000]);
  expect(await app.scale.findFlip(['a', 'a'])).toBe(false);
});

test('a size that cannot be made is named, and the others are measured', async () => {
  const test = open({
    schemaSql:
      'CREATE TABLE t(id INTEGER PRIMARY KEY, code INTEGER NOT NULL UNIQUE CHECK (code BETWEEN 1 AND 2000), note TEXT)',
  });
  await test.app.scale.run();
  const byX = points(test).map(({ x, error }) => [x, error?.code ?? null]);
  expect(byX[0]).toEqual([100, null]);
  expect(byX.at(-1)?.[1]).not.toBeNull();
});
