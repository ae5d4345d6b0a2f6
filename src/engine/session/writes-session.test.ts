import { expect, test } from 'vitest';
import { productsAndOrders } from '../../examples/products-and-orders.ts';
import type { DatabaseRequest } from '../model/database/database.ts';
import type { Platform } from '../model/platform.ts';
import type { WriteOperation } from '../model/writes/technique.ts';
import { techniquesOf } from '../model/writes/technique-facts.ts';
import type { EarlierWrites, WritesBase, WritesRequest } from '../model/writes/writes.ts';
import type { Driver } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { createEngineSession, type EngineSession } from './engine-session.ts';

const platform: Platform = {
  now: () => performance.now(),
  isIsolated: false,
  userAgent: 'test',
  cores: 1,
};

const { schemaSql, indexes, setups, recipe } = productsAndOrders.playground;
const shop: DatabaseRequest = {
  schemaSql,
  indexes,
  recipe: { ...recipe, rows: { products: 300, orders: 600 } },
  needsStatistics: true,
};

/** Counts the databases that are open. */
function counting(driver: Driver) {
  const open = new Set<unknown>();
  const opens: Driver = {
    info: driver.info,
    open(image, options) {
      const database = driver.open(image, options);
      open.add(database);
      const close = () => {
        open.delete(database);
        database.close();
      };
      return { ...database, close };
    },
  };
  return { driver: opens, open };
}

async function startSession() {
  const { driver, open } = counting(await loadTestDriver());
  const session = createEngineSession(driver, platform);
  session.ensureDatabase(shop, () => {});
  return { session, open };
}

function requestOf(operation: WriteOperation, changes: Partial<WritesBase> = {}): WritesRequest {
  return {
    kind: 'techniques',
    operation,
    techniques: techniquesOf(operation),
    baseline: `${operation}-prepared`,
    batchSize: 20,
    setups,
    table: 'products',
    rows: 60,
    start: 'empty',
    seed: 3,
    update: { column: 'price', expression: 'price * 1.1' },
    indexNames: indexes.map(({ name }) => name),
    budgetMs: 0,
    ...changes,
  };
}

/** Takes samples until every contender had its first. */
function firstRuns(session: EngineSession, request: WritesRequest) {
  const opened = session.writes.open(request, () => {});
  const steps = opened.contenders.map(() =>
    session.writes.measure({ writesId: opened.writesId, discardLast: false }),
  );
  return { opened, steps };
}

test.each(['insert', 'update', 'delete'] as const)(
  'each contender of %s is run once, in a fixed order, and leaves the same',
  async (operation) => {
    const { session } = await startSession();
    const before = session.contentHash(() => {});
    const { opened, steps } = firstRuns(session, requestOf(operation));
    expect(steps.map(({ failure }) => failure)).toEqual(steps.map(() => null));
    expect(new Set(steps.map(({ contenderId }) => contenderId))).toEqual(
      new Set(opened.contenders.map(({ id }) => id)),
    );
    expect(new Set(steps.map(({ proof }) => proof?.contentHash))).toHaveLength(1);
    expect(opened).toMatchObject({
      rows: 60,
      rowsBefore: operation === 'insert' ? 0 : 300,
      environment: { seed: 3, rowCounts: { products: 300, orders: 600 }, hasStatistics: true },
    });
    expect(opened.commitMs).toBeGreaterThanOrEqual(0);
    expect(session.contentHash(() => {})).toBe(before);
    const last = session.writes.measure({ writesId: opened.writesId, discardLast: false });
    expect(last).toMatchObject({ contenderId: null, standing: { next: 'done' } });
  },
);

test('the same request has the same order and the same proofs', async () => {
  const { session } = await startSession();
  const proofs = (changes: Partial<WritesBase>) =>
    firstRuns(session, requestOf('update', changes)).steps.map(({ contenderId, proof }) => [
      contenderId,
      proof,
    ]);
  const first = proofs({});
  expect(proofs({})).toEqual(first);
  expect(proofs({ seed: 4 })).not.toEqual(first);
});

test('deletes that others refer to fail in words; the run goes on', async () => {
  const { session } = await startSession();
  const { steps } = firstRuns(session, requestOf('delete', { start: 'as-is' }));
  const messages = steps.map(({ failure }) => failure?.message);
  expect(messages).toEqual(
    steps.map(() =>
      expect.stringContaining('Rows of other tables refer to the rows of products: '),
    ),
  );
});

test('index price and constraints run too', async () => {
  const { session } = await startSession();
  const { indexNames, ...base } = requestOf('insert');
  const names = ['idx_products_category', 'idx_products_category_price'];
  const price = firstRuns(session, {
    ...base,
    indexNames,
    kind: 'index-price',
    operations: ['insert', 'update', 'delete'],
    indexSets: names.map((_, at) => ({ id: String(at), indexes: names.slice(0, at) })),
  });
  expect(price.steps.map(({ failure }) => failure)).toEqual(price.steps.map(() => null));
  expect(new Set(price.opened.contenders.map(({ groupId }) => groupId))).toEqual(
    new Set(['insert', 'update', 'delete', 'build']),
  );
  const constraints = firstRuns(session, { ...base, indexNames, kind: 'constraints' });
  expect(constraints.steps.map(({ failure }) => failure)).toEqual(
    constraints.steps.map(() => null),
  );
  expect(constraints.opened.contenders[0]).toMatchObject({ groupId: 'all', isBaseline: true });
  expect(new Set(constraints.steps.map(({ proof }) => proof?.contentHash))).toHaveLength(1);
});

test('one run is open at a time, other data does not disturb it, and closing frees it', async () => {
  const { session, open } = await startSession();
  expect(open.size).toBe(1);
  const first = session.writes.open(requestOf('insert'), () => {});
  const openedBy = open.size;
  expect(openedBy).toBe(2);
  const second = session.writes.open(requestOf('update'), () => {});
  expect(open.size).toBe(openedBy);
  expect(() => session.writes.measure({ ...first, discardLast: false })).toThrow('no longer open');
  session.writes.close(first.writesId);
  session.ensureDatabase({ ...shop, schemaSql: 'CREATE TABLE u (a)', indexes: [] }, () => {});
  const step = session.writes.measure({ ...second, discardLast: false });
  expect(step.failure).toBeNull();
  expect(step.proof?.tableRows).toBe(300);
  session.writes.close(second.writesId);
  expect(open.size).toBe(1);
  expect(() => session.writes.measure({ ...second, discardLast: false })).toThrow('no longer open');
});

test('a request that cannot be closes what it opened', async () => {
  const { session, open } = await startSession();
  for (const changes of [
    { table: 'nowhere' },
    { update: null },
    { update: { column: 'price', expression: 'prise' } },
  ]) {
    expect(() => session.writes.open(requestOf('update', changes), () => {})).toThrow();
  }
  expect(open.size).toBe(1);
  const empty = createEngineSession(await loadTestDriver(), platform);
  expect(() => empty.writes.open(requestOf('insert'), () => {})).toThrow('No data');
});

test('rows of the recipe that the last request brought', async () => {
  const { session } = await startSession();
  const list = { generator: { kind: 'list' as const, values: ['one'] }, nullShare: 0 };
  const columns = { products: { category: list } };
  const proof = (request: DatabaseRequest) => {
    session.ensureDatabase(request, () => {});
    const { writesId } = session.writes.open(requestOf('insert'), () => {});
    return session.writes.measure({ writesId, discardLast: false }).proof?.contentHash;
  };
  const plain = proof(shop);
  expect(proof({ ...shop, recipe: { ...shop.recipe, columns } })).not.toBe(plain);
  expect(proof(shop)).toBe(plain);
});

test('a run is continued in another engine, and counts on', async () => {
  const { session } = await startSession();
  const request = requestOf('insert', { budgetMs: 0 });
  const { opened, steps } = firstRuns(session, request);
  const earlier: EarlierWrites = {
    samples: steps.flatMap(({ sample }) => sample ?? []),
    proofs: Object.fromEntries(steps.map(({ contenderId, proof }) => [contenderId, proof])),
    failures: {},
    varying: [],
  };
  const other = (await startSession()).session;
  const { writesId, ...again } = other.writes.open(
    { ...request, budgetMs: 200 },
    () => {},
    earlier,
  );
  expect(again.contenders).toEqual(opened.contenders);
  const step = other.writes.measure({ writesId, discardLast: false });
  const id = step.contenderId ?? '';
  expect(step.sample).toMatchObject({ round: 2 });
  // The same rows, the same start: it leaves what it left before.
  expect(step.proof).toEqual(earlier.proofs[id]);
  const samples = Object.values(step.standing.cells).map((cell) => cell.samples);
  expect(samples.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(earlier.samples.length);
  const odd = { ...earlier, samples: [{ ...earlier.samples[0], elapsedMs: Number.NaN }] };
  expect(() => other.writes.open(request, () => {}, odd as EarlierWrites)).toThrow('measured');
});
