import { afterEach, expect, test } from 'vitest';
import type { WriteOperation } from '../../model/writes/technique.ts';
import { techniquesOf } from '../../model/writes/technique-facts.ts';
import type { WritesBase } from '../../model/writes/writes.ts';
import {
  baseOf,
  openTestBench,
  recipe,
  rowsOf,
  setupOf,
  type TestBench,
} from './write-bench.testing.ts';

const open: TestBench[] = [];
afterEach(() => {
  for (const bench of open.splice(0)) bench.close();
});

async function bench(...args: Parameters<typeof openTestBench>): Promise<TestBench> {
  const opened = await openTestBench(...args);
  open.push(opened);
  return opened;
}

const script = `
  CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, price REAL);
  CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id));
  CREATE INDEX t_name ON t (name, price);
  CREATE INDEX t_price ON t (price);
  CREATE INDEX child_t ON child (t_id);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200)
  INSERT INTO t SELECT i, 'name ' || i, i * 1.5 FROM n;
  INSERT INTO child VALUES (1, 1), (2, 100);
`;
const indexNames = ['t_name', 't_price', 'child_t'];

function techniquesRequest(operation: WriteOperation, changes: Partial<WritesBase> = {}) {
  return {
    ...baseOf({ indexNames, ...changes }),
    kind: 'techniques' as const,
    operation,
    techniques: techniquesOf(operation),
    baseline: `${operation}-prepared` as const,
    batchSize: 7,
    setups: [setupOf('a'), setupOf('b', ['T_PRICE', 'child_t'])],
  };
}

const ids = ({ contenders }: TestBench) => contenders.map(({ contender }) => contender.id);

test('techniques: a contender for each in each setup, with the indexes that are on', async () => {
  const opened = await bench(script, techniquesRequest('insert'));
  expect(ids(opened)).toHaveLength(2 * techniquesOf('insert').length - 1);
  expect(opened.refused.map(({ contender }) => contender.id)).toEqual(['a:insert-then-index']);
  const find = (id: string) => opened.contenders.find(({ contender }) => contender.id === id);
  expect(find('a:insert-prepared')?.contender).toEqual({
    id: 'a:insert-prepared',
    groupId: 'a',
    subject: { kind: 'technique', technique: 'insert-prepared' },
    isBaseline: true,
    technique: 'insert-prepared',
    batchSize: null,
    indexes: [],
  });
  const values = find('b:insert-values');
  expect(values?.contender).toMatchObject({
    batchSize: 7,
    isBaseline: false,
    indexes: ['t_price'],
  });
  expect(values?.job.indexes).toEqual([
    { name: 't_price', sql: 'CREATE INDEX t_price ON t (price)' },
  ]);
  expect(opened).toMatchObject({ rows: 50, rowsBefore: 200 });
});

test('where the baseline is refused, the first of the others takes its place', async () => {
  const request = {
    ...techniquesRequest('insert', { start: 'empty' }),
    techniques: ['insert-then-index' as const, 'insert-prepared' as const],
    baseline: 'insert-then-index' as const,
  };
  const opened = await bench(script, request);
  expect(opened.contenders.map(({ contender }) => [contender.id, contender.isBaseline])).toEqual([
    ['a:insert-prepared', true],
    ['b:insert-then-index', true],
    ['b:insert-prepared', false],
  ]);
});

test('batch sizes: the first is the baseline, and what no statement can hold is refused', async () => {
  const columns = Array.from({ length: 100 }, (_, at) => `c${at} INTEGER`);
  const opened = await bench(`CREATE TABLE t (${columns.join()})`, {
    ...baseOf({ rows: 400, start: 'empty' }),
    kind: 'batch-sizes',
    technique: 'insert-values',
    batchSizes: [1, 10, 400],
    setups: [setupOf('a')],
  });
  expect(ids(opened)).toEqual(['a:1', 'a:10']);
  expect(opened.contenders.map(({ job }) => job.batchSize)).toEqual([1, 10]);
  expect(opened.refused[0]).toMatchObject({
    contender: { id: 'a:400', subject: { kind: 'batch-size', batchSize: 400 } },
    reason: expect.stringContaining('variables'),
  });
});

const priceRequest = {
  ...baseOf({
    indexNames,
    start: 'empty',
    rows: 300,
    update: { column: 'price', expression: 'price + 1' },
  }),
  kind: 'index-price' as const,
  operations: ['insert', 'update', 'delete'] as WriteOperation[],
  indexSets: [
    { id: 'none', indexes: [] },
    { id: 'all', indexes: ['t_name', 't_price'] },
    { id: 'wrong', indexes: ['t_wrong'] },
  ],
};

test('index price: every operation from its own start, and both ways to build', async () => {
  const opened = await bench(script, priceRequest);
  expect(ids(opened)).toEqual([
    ...['insert:none', 'insert:all', 'update:none', 'update:all', 'delete:none', 'delete:all'],
    ...['build:insert-prepared', 'build:insert-then-index'],
  ]);
  expect(opened.refused.map(({ reason }) => reason)).toEqual(
    Array(3).fill('There is no index t_wrong: it could not be created.'),
  );
  const [insert, , update] = opened.contenders;
  expect(insert?.inTransaction((database) => rowsOf(database))).toEqual([]);
  expect(update?.inTransaction((database) => rowsOf(database))).toHaveLength(200);
  expect(update?.inTransaction((database) => rowsOf(database, 'child'))).toEqual([]);
  expect(opened.rows).toBe(200);
  expect(opened.notes).toEqual([
    'For inserts: t and child are empty before each run: child refers to t.',
    't keeps its rows, which updates and deletes need.',
    'For updates and deletes: child is empty before each run: child refers to t.',
    '200 rows instead of 300: t has no more to update.',
  ]);
  // The indexes of other tables stay, whatever the set.
  const indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
  expect(insert?.inTransaction((database) => database.all(indexes))).toEqual([['child_t']]);
  expect(opened.contenders.at(-1)?.contender.indexes).toEqual(['t_name', 't_price']);
});

const referred = `
  CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT, n INTEGER);
  CREATE UNIQUE INDEX t_code ON t (code);
  CREATE INDEX t_n ON t (n);
  CREATE TABLE child (id INTEGER PRIMARY KEY, code TEXT REFERENCES t (code));
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 60)
  INSERT INTO t SELECT i, 'k' || i, i FROM n;`;
const stays = 't_code must stay on: by it the foreign key of child finds the rows of t.';

test.each(['insert', 'update', 'delete'] as const)(
  'a setup without the index that a foreign key stands on is refused as a whole: %s',
  async (operation) => {
    const update = { column: 'n', expression: 'n + 1' };
    const request = techniquesRequest(operation, { indexNames: ['t_code', 't_n'], update });
    const setups = [setupOf('a', ['t_n']), setupOf('b', ['t_code'])];
    const opened = await bench(referred, { ...request, setups });
    const ofA = opened.refused.filter(({ contender }) => contender.groupId === 'a');
    expect(ofA.map(({ reason }) => reason)).toEqual(techniquesOf(operation).map(() => stays));
    expect(opened.contenders.some(({ contender }) => contender.groupId === 'a')).toBe(false);
    for (const { run } of opened.measured) expect(run(true).proof).not.toBeNull();
  },
);

test('so is an index set, and what ON CONFLICT of a trigger needs', async () => {
  const price = {
    ...priceRequest,
    start: 'as-is' as const,
    rows: 20,
    operations: ['insert' as const],
    indexNames: ['t_code', 't_n'],
    indexSets: [
      { id: 'none', indexes: [] },
      { id: 'code', indexes: ['t_code'] },
    ],
  };
  const opened = await bench(referred, price);
  expect(opened.refused.map(({ reason }) => reason)).toEqual([stays]);
  expect(opened.contenders.map(({ contender }) => contender)).toMatchObject([
    { id: 'insert:code', isBaseline: true },
  ]);
  const clause = await bench(
    `${referred} DROP TABLE child; CREATE TRIGGER once AFTER INSERT ON t BEGIN
       INSERT INTO t (code) VALUES (NEW.code) ON CONFLICT (code) DO NOTHING; END;`,
    price,
  );
  expect(clause.refused[0]?.reason).toMatch(/^t_code must stay on: .+ON CONFLICT/);
});

test.each([0, -1, 1.5, Number.NaN])('%s is no number of rows', async (rows) => {
  const request = techniquesRequest('insert');
  await expect(bench(script, { ...request, rows })).rejects.toThrow(`Rows to write: ${rows} is`);
  await expect(bench(script, { ...request, batchSize: rows })).rejects.toThrow('Rows a statement');
  const { setups } = request;
  await expect(
    bench(script, {
      ...baseOf(),
      kind: 'batch-sizes',
      technique: 'insert-values',
      batchSizes: [1, rows],
      setups,
    }),
  ).rejects.toThrow('Rows a statement');
});

test('rows that a trigger left elsewhere: the hint names the other start', async () => {
  const mirrored = `
    CREATE TABLE t (id INTEGER PRIMARY KEY); CREATE TABLE m (id INTEGER PRIMARY KEY);
    CREATE TRIGGER follow AFTER INSERT ON t BEGIN INSERT INTO m VALUES (NEW.id); END;
    INSERT INTO t VALUES (1), (2);`;
  const request = techniquesRequest('insert', { indexNames: [], rows: 5 });
  await expect(bench(mirrored, { ...request, start: 'empty' })).rejects.toMatchObject({
    error: { hint: expect.stringContaining('start with the rows as they are') },
  });
  expect((await bench(mirrored, request)).rows).toBe(5);
});

test('with other starts the ways to build are not compared', async () => {
  const opened = await bench(script, { ...priceRequest, start: 'as-is' });
  expect(ids(opened).filter((id) => id.startsWith('build'))).toEqual([]);
});

test('indexes that are off are hidden in a transaction and dropped in a copy', async () => {
  const opened = await bench(script, techniquesRequest('insert'));
  const b = opened.contenders.find(({ contender }) => contender.groupId === 'b');
  const indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
  const on = [['t_price'], ['child_t']];
  expect(b?.inTransaction((database) => database.all(indexes))).toEqual(on);
  const copy = b?.openCopy();
  expect(copy?.all(indexes)).toEqual(on);
  expect(copy?.all('PRAGMA integrity_check')).toEqual([['ok']]);
  copy?.close();
});

test('rows to insert are new, valid, and the same for the same seed', async () => {
  const first = await bench(script, techniquesRequest('insert'));
  const again = await bench(script, techniquesRequest('insert'));
  const other = await bench(script, techniquesRequest('insert', { seed: 2 }));
  const rows = (opened: TestBench) => opened.contenders[0]?.job.rows;
  expect(rows(first)).toEqual(rows(again));
  expect(rows(first)).not.toEqual(rows(other));
  expect(first.contenders[0]?.job.columns).toEqual(['id', 'name', 'price']);
  expect(rows(first)?.map(([id]) => id)).toEqual(Array.from({ length: 50 }, (_, at) => 201 + at));
  // The copy itself got none of them.
  expect(first.contenders[0]?.inTransaction((database) => rowsOf(database))).toHaveLength(200);
});

const list = { generator: { kind: 'list' as const, values: ['x'] }, nullShare: 0 };
const word = 'CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)';

test('rows follow the settings of the recipe', async () => {
  const request = techniquesRequest('insert', { rows: 2 });
  const columns = { t: { name: list } };
  const opened = await bench(word, request, { recipe: { ...recipe, columns } });
  expect(opened.contenders[0]?.job.rows).toEqual([
    [1, 'x'],
    [2, 'x'],
  ]);
});

test('settings that cannot make so many rows are left aside, and that is said', async () => {
  const request = techniquesRequest('insert', { rows: 2 });
  const columns = { t: { name: list } };
  const given = { recipe: { ...recipe, columns } };
  const opened = await bench(`${word}; CREATE UNIQUE INDEX u ON t (name)`, request, given);
  expect(opened.rows).toBe(2);
  expect(opened.notes[0]).toContain('The settings of the Data tab do not serve');
});

test('sequences of the recipe go on behind the rows that are there', async () => {
  const generator = { kind: 'sequence' as const, start: 10, step: 10 };
  const columns = { t: { id: { generator, nullShare: 0 } } };
  const request = techniquesRequest('insert', { rows: 2 });
  const rows = "INSERT INTO t VALUES (10, 'a'), (20, 'b')";
  const opened = await bench(`${word}; ${rows}`, request, { recipe: { ...recipe, columns } });
  expect(opened.notes).not.toContainEqual(expect.stringContaining('Data tab'));
  expect(opened.contenders[0]?.job.rows.map(([id]) => id)).toEqual([30, 40]);
});

test('updates and deletes take the first rows by key, with the values that SQLite computes', async () => {
  const update = { column: 'PRICE', expression: 'price * 10 -- more' };
  const opened = await bench(script, techniquesRequest('update', { rows: 2, update }));
  const job = opened.contenders[0]?.job;
  expect(job).toMatchObject({
    operation: 'update',
    key: { columns: ['id'], isRowid: false },
    keys: [[1], [2]],
    rows: [
      [1, 'name 1', 1.5],
      [2, 'name 2', 3],
    ],
    update: { column: 'price', values: [15, 30] },
    rowsBefore: 200,
  });
});

test('bigints and blobs arrive whole', async () => {
  const opened = await bench(
    `CREATE TABLE t (a INT, b BLOB, c, d INT AS (a + 1));
     INSERT INTO t VALUES (9223372036854775800, x'00ff', 1e300), (2, NULL, 'é');`,
    techniquesRequest('delete', { indexNames: [], rows: 9 }),
  );
  const job = opened.contenders[0]?.job;
  expect(job?.rows).toEqual([
    [9223372036854775800n, new Uint8Array([0, 255]), 1e300],
    [2, null, 'é'],
  ]);
  expect(job?.keys).toEqual([[1], [2]]);
  expect(opened.notes).toContain('2 rows instead of 9: t has no more to delete.');
});

test('there must be rows to update or delete', async () => {
  const request = techniquesRequest('delete', { indexNames: [] });
  await expect(bench('CREATE TABLE t (a)', request)).rejects.toThrow('t has no rows to delete.');
});

test('rows that the schema refuses are said to be fewer', async () => {
  const opened = await bench(
    'CREATE TABLE t (a INTEGER CHECK (a BETWEEN 1 AND 9), UNIQUE (a) ON CONFLICT IGNORE)',
    { ...techniquesRequest('insert', { rows: 9 }), indexNames: [] },
  );
  expect(opened.rows).toBeLessThanOrEqual(9);
  expect(opened.rows).toBe(opened.contenders[0]?.job.rows.length);
});

test('everything is closed when opening fails', async () => {
  const request = techniquesRequest('update', { update: { column: 'price', expression: '1)' } });
  await expect(bench(script, request)).rejects.toThrow('never opened');
});

test('operations that find no rows are left out of several, with the reason', async () => {
  const indexSets = [
    { id: 'none', indexes: [] },
    { id: 'a', indexes: ['by_a'] },
  ];
  const opened = await bench('CREATE TABLE t (a); CREATE INDEX by_a ON t (a);', {
    ...techniquesRequest('insert', { rows: 4, indexNames: ['by_a'] }),
    kind: 'index-price',
    operations: ['update', 'insert', 'delete'],
    indexSets,
  });
  expect(opened.contenders.map(({ contender }) => contender.id)).toEqual([
    'insert:none',
    'insert:a',
  ]);
  expect(opened.refused.map(({ contender, reason }) => [contender.id, reason])).toContainEqual([
    'delete:a',
    't has no rows to update or delete.',
  ]);
  expect(opened.refused).toHaveLength(4);
  expect(opened.rows).toBe(4);
});
