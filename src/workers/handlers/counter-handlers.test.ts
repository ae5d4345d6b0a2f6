import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { createWorkerClient, type WorkerClient } from '../../client/worker-client.ts';
import type { Recipe, Setup } from '../../engine/model/playground.ts';
import type { WritesRequest } from '../../engine/model/writes/writes.ts';
import { loadOfficialTestDriver } from '../../engine/sqlite/official.testing.ts';
import { loadTestDriver } from '../../engine/sqlite/sqljs.testing.ts';
import type { CounterOperations, EngineOperations } from '../protocol.ts';
import { type Handlers, serve } from '../serve.ts';
import { counterHandlers } from './counter-handlers.ts';
import { engineHandlers } from './engine-handlers.ts';

const platform = { now: () => performance.now(), isIsolated: true, userAgent: 'test', cores: 2 };
const ports: NodePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A client of handlers behind a real channel. */
function clientOf<Operations>(handlers: Promise<Handlers<Operations>>): WorkerClient<Operations> {
  return createWorkerClient<Operations>(() => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    serve(
      {
        postMessage: (message, transfer) => port2.postMessage(message, transfer),
        addEventListener: (_, listener) =>
          port2.on('message', (data) => listener({ data } as never)),
      },
      handlers,
    );
    return {
      postMessage: (message, transfer) => port1.postMessage(message, transfer),
      addEventListener(type: string, listener: (event: never) => void) {
        if (type === 'message') port1.on('message', (data) => listener({ data } as never));
      },
      terminate: () => port1.close(),
    };
  });
}

test('the database goes from the engine to the counter without a copy, and its work is counted', async () => {
  const engine = clientOf<EngineOperations>(
    loadTestDriver().then((driver) => engineHandlers(driver, platform)),
  );
  const counter = clientOf<CounterOperations>(
    loadOfficialTestDriver().then((driver) => counterHandlers(driver, platform)),
  );
  await engine.call('ensureDatabase', {
    schemaSql: 'CREATE TABLE t(id INTEGER PRIMARY KEY, a INTEGER)',
    recipe: { seed: 1, generatorsVersion: 1, rows: { t: 1000 } },
    indexes: [{ name: 'i', sql: 'CREATE INDEX i ON t(a)' }],
    needsStatistics: false,
  });
  const { image } = await engine.call('exportImage', {});
  const info = await counter.call('loadImage', { image });
  expect(image.byteLength).toBe(0);
  expect(info.name).toBe('sqlite-wasm');
  const setup = (id: string, indexes: string[]): Setup => ({
    id,
    name: id,
    indexes,
    hasStatistics: false,
    cache: { kind: 'lru', capacity: 10 },
  });
  const outcomes = await counter.call('count', {
    query: { id: 'q', name: 'by a', sql: 'SELECT id FROM t ORDER BY a', parameters: [], weight: 1 },
    setups: [setup('off', []), setup('on', ['i'])],
    indexNames: ['i'],
    seed: 1,
    limitMs: 1000,
  });
  expect(outcomes).toMatchObject([
    { status: 'counted', setupId: 'off', counters: { sorts: 1, rows: 1000 } },
    { status: 'counted', setupId: 'on', counters: { sorts: 0, rows: 1000 } },
  ]);
  // The engine still has its database: what went was a copy.
  const run = { sql: 'SELECT count(*) FROM t', setup: setup('on', ['i']), parameters: [], seed: 1 };
  expect((await engine.call('runQuery', run)).statements[0]?.firstRows).toEqual([[1000]]);
});

test('the work of a run of the Writes lab is counted for the contenders that the engine measures', async () => {
  const engine = clientOf<EngineOperations>(
    loadTestDriver().then((driver) => engineHandlers(driver, platform)),
  );
  const counter = clientOf<CounterOperations>(
    loadOfficialTestDriver().then((driver) => counterHandlers(driver, platform)),
  );
  const recipe: Recipe = { seed: 1, generatorsVersion: 2, rows: { t: 100 } };
  await engine.call('ensureDatabase', {
    schemaSql: 'CREATE TABLE t(id INTEGER PRIMARY KEY, a INTEGER, b BLOB)',
    recipe,
    indexes: [{ name: 'i', sql: 'CREATE INDEX i ON t(a)' }],
    needsStatistics: false,
  });
  const request: WritesRequest = {
    kind: 'techniques',
    operation: 'insert',
    techniques: ['insert-prepared', 'insert-prepared-autocommit', 'insert-json', 'insert-values'],
    baseline: 'insert-prepared',
    batchSize: 10,
    setups: [
      { id: 'on', name: 'on', indexes: ['i'], hasStatistics: false, cache: { kind: 'none' } },
    ],
    table: 't',
    rows: 60,
    start: 'empty',
    update: null,
    indexNames: ['i'],
    seed: 3,
    budgetMs: 100,
  };
  const opened = await engine.call('openWrites', request);
  const { image } = await engine.call('exportImage', {});
  const early = counter.call('countWrites', { ...request, recipe });
  await expect(early).rejects.toMatchObject({ error: { code: 'no-database' } });
  await counter.call('loadImage', { image });
  const fractions: number[] = [];
  const outcomes = await counter.call(
    'countWrites',
    { ...request, recipe },
    { onProgress: ({ fraction }) => fractions.push(fraction) },
  );
  expect(outcomes.map(({ contenderId }) => contenderId)).toEqual(
    opened.contenders.map(({ id }) => id),
  );
  const pages = Object.fromEntries(
    outcomes.map((each) => [
      each.contenderId,
      each.status === 'counted' ? each.counters.pagesWritten : each.error.message,
    ]),
  );
  // Page 1, the table's and the index's, in each transaction.
  expect(pages['on:insert-prepared-autocommit']).toBeGreaterThanOrEqual(3 * 60);
  expect(pages['on:insert-prepared']).toBeLessThan(10);
  expect(fractions.length).toBeGreaterThan(3);
});
