import { expect, it } from 'vitest';
import { productsAndOrders } from '../../examples/products-and-orders.ts';
import { EngineFailure } from '../model/errors.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { createEngineSession } from './engine-session.ts';

const { schemaSql, indexes, recipe } = productsAndOrders.playground;

async function startSession() {
  const session = createEngineSession(await loadTestDriver(), {
    now: () => performance.now(),
    isIsolated: false,
    userAgent: 'test',
    cores: 1,
  });
  session.ensureDatabase(
    {
      schemaSql,
      indexes,
      needsStatistics: false,
      recipe: { ...recipe, rows: { products: 200, orders: 300 } },
    },
    () => {},
  );
  return session;
}

it('tries the constraints of every table and leaves nothing in the database', async () => {
  const session = await startSession();
  const before = session.contentHash(() => {});
  for (const table of ['products', 'orders']) {
    const { trials } = session.tryConstraints({ table, seed: 5 });
    expect(trials.length).toBeGreaterThan(0);
    for (const trial of trials)
      expect([table, trial.definition.sql, trial.status]).toContain('tried');
  }
  expect(session.contentHash(() => {})).toBe(before);
});

it('gives the same trials for the same seed', async () => {
  const session = await startSession();
  const trials = () => session.tryConstraints({ table: 'orders', seed: 5 });
  expect(trials()).toEqual(trials());
});

it('says so when there is no such table', async () => {
  const session = await startSession();
  expect(() => session.tryConstraints({ table: 'nowhere', seed: 5 })).toThrow(EngineFailure);
});
