import { expect, test } from 'vitest';
import {
  evenCategory,
  inCategory,
  last,
  measureAll,
  open,
  openShop,
  query,
  realPlatform,
  setup,
  simulated,
} from '../comparison.testing.ts';

test('a cache is measured cold and warm, with its exact hits', async () => {
  const engine = await simulated(inCategory, 0.1, () => 0.05);
  const comparison = open({
    ...engine,
    setups: [setup('A', []), setup('B', [], 500), setup('C', [], 6)],
    query: query(inCategory, [evenCategory]),
  });
  const report = last(measureAll(comparison));
  // 24 categories, each missed once; the six places of C keep a quarter of them.
  expect(report.samples.B).toMatchObject({ calls: 1000, hits: 976, warmHits: 1000 });
  const { B, C } = report.standing.summaries;
  expect(B?.cache).toMatchObject({
    hitRatio: 0.976,
    warmHitRatio: 1,
    copy: 'reference',
    draws: 1000,
    distinctKeys: 24,
  });
  expect(C?.cache?.hitRatio).toBeGreaterThan(0.18);
  expect(C?.cache?.hitRatio).toBeLessThan(0.32);
  expect(B?.medianMs).toBeCloseTo((0.05 * 24) / 1000, 3);
  expect(B?.cache?.warmMedianMs).toBeLessThan(0.001);
  expect(report.standing.verdicts.B?.kind).toBe('faster');
  expect(report.standing.summaries.A?.cache).toBeNull();
  expect(report.samples.A?.hits).toBeNull();
});

test('without parameters every call after the first is a hit', async () => {
  const sql = 'SELECT count(*) FROM products';
  const engine = await simulated(sql, 0.1, () => 2);
  const setups = [setup('A', []), setup('B', [], 10)];
  const { samples, standing } = open({ ...engine, setups, query: query(sql) }).measureRound('q');
  expect(samples.B).toMatchObject({ calls: 1000, hits: 999, warmHits: 1000 });
  expect(standing.summaries.B?.cache?.distinctKeys).toBe(1);
});

test('a cached baseline is measured through its cache too', async () => {
  const engine = await simulated(inCategory, 0.1, () => 0.4);
  const { samples, control } = open({
    ...engine,
    setups: [setup('A', [], 100), setup('B', ['by_category'])],
    query: query(inCategory, [evenCategory]),
  }).measureRound('q');
  expect(samples.A?.hits).toBe(976);
  expect(control?.hits).toBe(976);
  expect(samples.B?.hits).toBeNull();
});

test('what must not be cached runs as without a cache', async () => {
  const database = await openShop(50);
  for (const sql of [
    'UPDATE products SET price = price + 1 WHERE category = 3',
    "SELECT count(*) FROM products WHERE name > strftime('%s')",
  ]) {
    const setups = [setup('A', []), setup('B', [], 10)];
    const comparison = open({ database, platform: realPlatform, setups, query: query(sql) });
    expect(comparison.measureRound('q').samples.B).toMatchObject({ hits: null });
  }
});
