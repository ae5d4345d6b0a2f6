import { afterEach, expect, test } from 'vitest';
import { contentHash } from '../../../datagen/content-hash.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { TechniqueId, WriteOperation } from '../../../model/writes/technique.ts';
import { techniquesOf } from '../../../model/writes/technique-facts.ts';
import type { WritesBase } from '../../../model/writes/writes.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { baseOf, openTestBench, setupOf, type TestBench } from '../write-bench.testing.ts';
import { measureCommit } from './commit-time.ts';

const open: TestBench[] = [];
afterEach(() => {
  for (const bench of open.splice(0)) bench.close();
});

async function bench(
  script: string,
  operation: WriteOperation,
  changes: Partial<WritesBase> = {},
  techniques: TechniqueId[] = techniquesOf(operation),
  clock?: () => number,
): Promise<TestBench> {
  const names = [...script.matchAll(/CREATE (?:UNIQUE )?INDEX (\w+)/g)].map(
    (match) => match[1] ?? '',
  );
  const request = {
    ...baseOf({ indexNames: names, ...changes }),
    kind: 'techniques' as const,
    operation,
    techniques,
    batchSize: 8,
    baseline: techniques[0] ?? 'insert-prepared',
    setups: [setupOf('a'), setupOf('b', names, true)],
  };
  const opened = await openTestBench(script, request, clock ? { clock } : {});
  open.push(opened);
  return opened;
}

const proofs = ({ measured }: TestBench) =>
  measured.map(({ contender, run }) => ({ contender, proof: run(true).proof }));

/** Of all that the run's database holds. */
function hashOf({ contenders }: TestBench): string | undefined {
  const all = (database: Database) => contentHash(database, readSchema(database));
  return contenders[0]?.inTransaction(all);
}

const fill = `
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 60)`;

const schemas: Record<string, string> = {
  'a rowid key and indexes': `
    CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL);
    CREATE INDEX by_name ON t (name); CREATE INDEX by_price ON t (price, name);
    ${fill} INSERT INTO t SELECT i, 'n' || i, i / 4.0 FROM n; ANALYZE;`,
  'a key of two columns without rowid': `
    CREATE TABLE t (a TEXT, b INTEGER, price REAL, PRIMARY KEY (a, b)) WITHOUT ROWID;
    CREATE INDEX by_price ON t (price);
    ${fill} INSERT INTO t SELECT 'n' || (i % 7), i, i FROM n;`,
  'no key': `
    CREATE TABLE t (name TEXT, price); CREATE INDEX by_name ON t (name);
    ${fill} INSERT INTO t SELECT 'n' || i, i FROM n;`,
  'triggers and a cascade': `
    CREATE TABLE t (id INTEGER PRIMARY KEY, price REAL);
    CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id) ON DELETE CASCADE);
    CREATE TABLE log (what TEXT, id INTEGER);
    CREATE INDEX child_t ON child (t_id);
    CREATE TRIGGER ins AFTER INSERT ON t BEGIN INSERT INTO log VALUES ('in', NEW.id); END;
    CREATE TRIGGER upd AFTER UPDATE ON t BEGIN INSERT INTO log VALUES ('up', NEW.id); END;
    CREATE TRIGGER del AFTER DELETE ON t BEGIN INSERT INTO log VALUES ('out', OLD.id); END;
    ${fill} INSERT INTO t SELECT i, i FROM n;
    INSERT INTO child SELECT id, id FROM t;`,
};
const cases = Object.keys(schemas).flatMap((name) =>
  (['insert', 'update', 'delete'] as const).map((operation) => [name, operation] as const),
);
const update = { column: 'price', expression: 'price + 1' };

test.each(cases)(
  '%s: every technique of %s ends with the same content',
  async (name, operation) => {
    const opened = await bench(schemas[name] ?? '', operation, { rows: 40, update });
    const before = hashOf(opened);
    const all = proofs(opened);
    expect(all.length).toBeGreaterThanOrEqual(8);
    expect(new Set(all.map(({ proof }) => proof?.contentHash))).toHaveLength(1);
    expect(new Set(all.map(({ proof }) => proof?.tableRows))).toHaveLength(1);
    expect(all[0]?.proof?.contentHash).not.toBe(before);
    // Nothing of it stays, and with the same indexes the pages are the same in either way.
    expect(hashOf(opened)).toBe(before);
    for (const [one, other] of [
      [`a:${operation}-prepared`, `a:${operation}-prepared-autocommit`],
      [`b:${operation}-prepared`, `b:${operation}-prepared-autocommit`],
    ]) {
      const grown = (id?: string) =>
        all.find((each) => each.contender.id === id)?.proof?.grownBytes;
      expect(grown(one)).toBe(grown(other));
    }
  },
);

test('the same request has the same proofs', async () => {
  const script = schemas['triggers and a cascade'] ?? '';
  const one = await bench(script, 'insert');
  const other = await bench(script, 'insert');
  expect(proofs(one)).toEqual(proofs(other));
  expect(proofs(one)).toEqual(proofs(one));
});

test('indexes that are off cost no pages', async () => {
  const script = schemas['a rowid key and indexes'] ?? '';
  const techniques: TechniqueId[] = ['insert-prepared', 'insert-prepared-autocommit'];
  const changes = { rows: 600, start: 'empty' as const };
  const opened = await bench(script, 'insert', changes, techniques);
  const [one = 0, auto, both = 0, bothAuto] = proofs(opened).map(({ proof }) => proof?.grownBytes);
  expect(both).toBeGreaterThan(1.5 * one);
  expect([auto, bothAuto]).toEqual([one, both]);
});

test('the tally is what was executed', async () => {
  const script = 'CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)';
  const opened = await bench(script, 'insert', { rows: 20 }, [
    'insert-prepared',
    'insert-prepared-autocommit',
    'insert-values',
  ]);
  expect(
    proofs(opened)
      .slice(0, 3)
      .map(({ proof }) => proof),
  ).toEqual([
    expect.objectContaining({ statements: 20, transactions: 1, roundTrips: 22, tableRows: 20 }),
    expect.objectContaining({ statements: 20, transactions: 20, roundTrips: 20, tableRows: 20 }),
    expect.objectContaining({ statements: 3, transactions: 1, roundTrips: 5, tableRows: 20 }),
  ]);
  expect(opened.measured[0]?.run(false).proof).toBeNull();
});

const late = `WHEN NEW.id > 15 BEGIN SELECT RAISE`;
const failing: [string, string, WriteOperation, string][] = [
  [
    'a trigger',
    `CREATE TRIGGER no BEFORE UPDATE ON t ${late}(ABORT, 'not this one'); END;`,
    'update',
    'says "not this one"',
  ],
  [
    'a trigger that rolls back',
    `CREATE TRIGGER no BEFORE UPDATE ON t ${late}(ROLLBACK, 'all back'); END;`,
    'update',
    'says "all back"',
  ],
  [
    'a trigger that fails',
    `CREATE TRIGGER no AFTER UPDATE ON t ${late}(FAIL, 'halfway'); END;`,
    'update',
    'says "halfway"',
  ],
  ['a CHECK', '', 'update', 'CHECK constraint: small'],
  [
    'UNIQUE',
    'CREATE UNIQUE INDEX once ON t (CASE WHEN price > 55 THEN 1 ELSE -id END);',
    'update',
    'must be unique',
  ],
  [
    'a foreign key',
    'CREATE TABLE child (t_id REFERENCES t (id)); INSERT INTO child VALUES (17);',
    'delete',
    'Rows of other tables refer to the rows of t: child.',
  ],
];

test.each(failing)(
  '%s in the middle: said in words, and nothing stays',
  async (name, more, operation, message) => {
    const check = name === 'a CHECK' ? ', CONSTRAINT small CHECK (price < 58)' : '';
    const script = `CREATE TABLE t (id INTEGER PRIMARY KEY, price REAL${check});
    ${fill} INSERT INTO t SELECT i, i - 4 FROM n; ${more}`;
    const update = { column: 'price', expression: 'price + 2' };
    const opened = await bench(script, operation, { rows: 60, update });
    const before = hashOf(opened);
    // Setup b has the UNIQUE index.
    const measured = opened.measured.filter(({ contender }) => contender.groupId === 'b');
    expect(measured.length).toBeGreaterThan(5);
    for (const { contender, run } of measured) {
      const thrown = attempt(() => run(true));
      expect(thrown, contender.id).toBeInstanceOf(EngineFailure);
      const { error } = thrown as EngineFailure;
      expect(error).toMatchObject({ code: 'sql-failed', place: { source: 'schema', name: 't' } });
      expect(error.message).toContain(message);
      expect(error.message).toContain(operation === 'update' ? 'updates of t' : 'deletes from t');
      expect(error.hint).toBeTruthy();
      expect(hashOf(opened)).toBe(before);
    }
    // In setup a, which is committed, nothing is unique.
    expect(measureCommit(opened, () => 0)).toBe(name === 'UNIQUE' ? 0 : null);
  },
);

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
}

test('what COMMIT would refuse fails in its first run, as it does under autocommit', async () => {
  const script = `CREATE TABLE t (id INTEGER PRIMARY KEY);
    CREATE TABLE child (t_id REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED);
    ${fill} INSERT INTO t SELECT i FROM n; INSERT INTO child VALUES (17);`;
  const runs = async (rows: number) => {
    const opened = await bench(script, 'delete', { rows });
    return opened.measured.map(({ run }) => attempt(() => run(true)));
  };
  const failed = await runs(20);
  expect(failed.length).toBeGreaterThan(8);
  for (const each of failed) {
    expect(each).toBeInstanceOf(EngineFailure);
    expect((each as EngineFailure).message).toContain('refer to the rows of t');
  }
  // In each of the two setups one is autocommit.
  expect(failed.filter((each) => String(each).includes('COMMIT is refused'))).toHaveLength(
    failed.length - 2,
  );
  for (const each of await runs(16)) expect(each).toHaveProperty('proof.tableRows', 44);
});

test('a proof tells 1 from 1.0 where a column can hold both', async () => {
  const hashes = ['1', '1.0'].map(async (value) => {
    const script = `CREATE TABLE t (id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (0, 0), (1, ${value})`;
    const opened = await bench(script, 'delete', { rows: 1 }, ['delete-prepared']);
    return proofs(opened)[0]?.proof?.contentHash;
  });
  expect(new Set(await Promise.all(hashes))).toHaveLength(2);
});

test('a run that takes too long is ended, and counts from its own beginning', async () => {
  let now = 0;
  let step = 0;
  const clock = () => (now += step);
  const script = 'CREATE TABLE t (id INTEGER PRIMARY KEY)';
  const techniques: TechniqueId[] = ['insert-prepared', 'insert-prepared-autocommit'];
  const opened = await bench(script, 'insert', { rows: 2001 }, techniques, clock);
  now = 1e9;
  for (const { run } of opened.measured) {
    step = 0;
    expect(run(false).elapsedMs).toBe(0);
    step = 9000;
    const thrown = attempt(() => run(false));
    expect(thrown).toBeInstanceOf(EngineFailure);
    expect((thrown as EngineFailure).error).toMatchObject({
      code: 'time-limit',
      message: expect.stringContaining('2,001 rows of t took longer than 20 s'),
    });
  }
});

test('COMMIT is timed once, on a copy, where a technique has one transaction', async () => {
  let now = 0;
  const script = 'CREATE TABLE t (id INTEGER PRIMARY KEY)';
  const opened = await bench(script, 'insert');
  expect(measureCommit(opened, () => now++)).toBe(1);
  const auto = await bench(script, 'insert', {}, ['insert-prepared-autocommit']);
  expect(measureCommit(auto, () => now++)).toBeNull();
});
