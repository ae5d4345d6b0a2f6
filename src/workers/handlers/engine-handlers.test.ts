import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { EngineFailure } from '../../engine/model/errors.ts';
import type { Platform } from '../../engine/model/platform.ts';
import type { Setup } from '../../engine/model/playground.ts';
import { loadTestDriver } from '../../engine/sqlite/sqljs.testing.ts';
import type { ImageStore } from '../../storage/images/image-store.ts';
import { createMemoryImages } from '../../storage/images/memory-images.testing.ts';
import type { EngineOperations, ResponseMessage } from '../protocol.ts';
import { type Port, serve } from '../serve.ts';
import { engineHandlers } from './engine-handlers.ts';

const platform: Platform = {
  now: () => performance.now(),
  isIsolated: false,
  userAgent: 'test',
  cores: 1,
};

const open: NodePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** An engine behind a channel, called as the page calls it. */
function startEngine(images: ImageStore | null = null) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const far: Port = {
    postMessage: (message) => port2.postMessage(message),
    addEventListener: (_, listener) => port2.on('message', (data) => listener({ data } as never)),
  };
  serve(
    far,
    loadTestDriver().then((driver) => engineHandlers(driver, platform, images)),
  );
  let id = 0;
  return function call<Name extends keyof EngineOperations>(
    operation: Name,
    request: EngineOperations[Name]['request'],
  ): Promise<EngineOperations[Name]['response']> {
    const own = ++id;
    return new Promise((resolve, reject) => {
      port1.on('message', (message: ResponseMessage) => {
        if (message.id !== own || message.kind === 'progress') return;
        if (message.kind === 'failed') reject(new EngineFailure(message.error));
        else resolve(message.response as EngineOperations[Name]['response']);
      });
      port1.postMessage({ id: own, operation, request });
    });
  };
}

const setups: Setup[] = [
  { id: 'a', name: 'a', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
  { id: 'b', name: 'b', indexes: ['by_word'], hasStatistics: false, cache: { kind: 'none' } },
];
const database = {
  schemaSql: 'CREATE TABLE t(id INTEGER PRIMARY KEY, word TEXT)',
  recipe: { seed: 1, generatorsVersion: 1 as const, rows: { t: 200 } },
  indexes: [{ name: 'by_word', sql: 'CREATE INDEX by_word ON t(word, id)' }],
  needsStatistics: false,
};

function comparisonOf(sql: string) {
  const query = { id: 'q', name: 'q', sql, parameters: [], weight: 1 };
  // So long that no machine is too slow for it: what a round takes would decide its mode.
  return { queries: [query], setups, seed: 1, budgetMs: 600_000, overLimit: [] };
}

test('rounds are discarded, resumed in another engine, and calls are taken apart', async () => {
  const call = startEngine();
  await call('ensureDatabase', database);
  const sql = 'SELECT count(*) FROM t WHERE word > 1';
  const { comparisonId, environment } = await call('openComparison', comparisonOf(sql));
  expect(environment).toMatchObject({ seed: 1, rowCounts: { t: 200 }, hasStatistics: false });
  const address = { comparisonId, queryId: 'q' };
  const first = await call('measureRound', { ...address, discardLast: false });
  const second = await call('measureRound', { ...address, discardLast: true });
  expect(second).toMatchObject({ round: 1, standing: { rounds: 1, discarded: 1 } });
  expect(first.round).toBe(1);
  const parts = await call('measureParts', address);
  expect(Object.keys(parts.parts)).toEqual(['a', 'b']);

  const other = startEngine();
  await other('ensureDatabase', database);
  const fresh = await other('openComparison', comparisonOf(sql));
  expect(fresh.environment.schemaHash).toBe(environment.schemaHash);
  const resumed = { comparisonId: fresh.comparisonId, queryId: 'q' };
  const earlier = { rounds: [second], spentMs: second.standing.spentMs };
  expect(await other('resumeQuery', { ...resumed, earlier, moreMs: 1000 })).toEqual({});
  const third = await other('measureRound', { ...resumed, discardLast: false });
  expect(third).toMatchObject({ round: 2, standing: { rounds: 2, maxRounds: 51 } });
});

test('differing rows and the image come over the channel', async () => {
  const call = startEngine();
  await call('ensureDatabase', database);
  const sql = 'SELECT id FROM t WHERE word IS NOT NULL LIMIT 3';
  const { comparisonId } = await call('openComparison', comparisonOf(sql));
  const rows = await call('differingRows', { comparisonId, queryId: 'q', setupId: 'b' });
  expect(rows).toMatchObject({ columns: ['id'], isComplete: true });
  expect(rows.onlyInBaseline.length).toBe(rows.baselineCount);
  const { image } = await call('exportImage', {});
  expect(new TextDecoder().decode(image.slice(0, 15))).toBe('SQLite format 3');
  await expect(call('measureParts', { comparisonId: 99, queryId: 'q' })).rejects.toThrow(
    'no longer open',
  );
});

test('a database comes from a kept image, or from the file that the page sends along', async () => {
  const images = createMemoryImages(1e9);
  const made = startEngine();
  await made('ensureDatabase', database);
  const { hash } = await made('contentHash', {});
  const { image } = await made('exportImage', {});
  const { sizes } = await made('storageSizes', {});
  expect(sizes.map(({ name, entries }) => [name, entries])).toEqual([
    ['sqlite_schema', 2],
    ['t', 200],
    ['by_word', 200],
  ]);
  expect(sizes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBe(image.byteLength);

  const imported = {
    imageId: 'i00000000000000ff',
    fileName: 'words.db',
    sizeBytes: image.byteLength,
    tables: [{ name: 't', rows: 200 }],
    engine: 'sql.js' as const,
  };
  const request = { ...database, imported, isKept: true as const };
  const engine = startEngine(images);
  await expect(engine('ensureDatabase', request)).rejects.toMatchObject({
    error: { code: 'image-missing', message: expect.stringContaining('words.db') },
  });
  const file = new Blob([image]);
  expect(await engine('ensureDatabase', { ...request, file })).toMatchObject({ rowCount: 200 });
  expect(await engine('contentHash', {})).toEqual({ hash });

  const state = { hasStatistics: false, contentMs: 0, indexes: database.indexes, built: [] };
  await images.keep(
    {
      imageId: imported.imageId,
      kind: 'imported',
      title: 'words.db',
      sizeBytes: image.byteLength,
      state: { ...state, tables: imported.tables },
    },
    new Uint8Array(image),
  );
  const other = startEngine(images);
  const summary = await other('ensureDatabase', request);
  expect(summary.loadMs).toBeGreaterThan(0);
  expect(await other('contentHash', {})).toEqual({ hash });
});

test('counts the rows of loops, and gives first draws', async () => {
  const call = startEngine();
  await call('ensureDatabase', database);
  const query = { id: 'q', name: 'q', sql: 'SELECT id FROM t WHERE id < :id', weight: 1 };
  const generator = { kind: 'query' as const, sql: 'SELECT 8', exponent: 0 };
  const withDraws = { ...query, parameters: [{ name: ':id', generator }] };
  const [setup] = setups;
  if (!setup) throw new Error('no setup');
  expect(await call('firstDraws', { queries: [withDraws], seed: 1 })).toEqual({
    draws: { q: { ':id': 8 } },
  });
  const outcome = await call('countLoops', { query: withDraws, setup, seed: 1, limitMs: 5000 });
  expect(outcome).toMatchObject({
    status: 'counted',
    loops: [{ row: 0, status: 'counted', visited: 7 }],
    resultRows: 7,
  });
});

test('a run of the Writes lab is opened, measured and closed', async () => {
  const call = startEngine();
  await call('ensureDatabase', database);
  const opened = await call('openWrites', {
    kind: 'techniques',
    operation: 'insert',
    baseline: 'insert-prepared',
    batchSize: 10,
    techniques: ['insert-prepared', 'insert-prepared-autocommit'],
    setups,
    table: 't',
    rows: 30,
    start: 'empty',
    update: null,
    indexNames: ['by_word'],
    seed: 1,
    budgetMs: 100,
  });
  const { writesId } = opened;
  expect(opened.contenders.map(({ id }) => id)).toEqual([
    ...['a:insert-prepared', 'a:insert-prepared-autocommit'],
    ...['b:insert-prepared', 'b:insert-prepared-autocommit'],
  ]);
  const step = await call('measureWrite', { writesId, discardLast: false });
  expect(step.proof).toMatchObject({ tableRows: 30, statements: 30 });
  expect(Object.keys(step.standing.cells)).toHaveLength(4);
  await call('closeWrites', { writesId });
  await call('closeWrites', { writesId });
  await expect(call('measureWrite', { writesId, discardLast: false })).rejects.toMatchObject({
    error: { code: 'expired' },
  });
  const request = { table: 'nowhere', rows: 1, start: 'empty', update: null, indexNames: [] };
  await expect(
    call('openWrites', {
      kind: 'index-price',
      operations: ['insert'],
      indexSets: [{ id: '0', indexes: [] }],
      ...(request as { start: 'empty' } & typeof request),
      seed: 1,
      budgetMs: 100,
    }),
  ).rejects.toMatchObject({ error: { message: 'There is no table "nowhere" in the database.' } });
});
