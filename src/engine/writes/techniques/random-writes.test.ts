import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SqlValue } from '../../model/values.ts';
import type { WriteOperation } from '../../model/writes/technique.ts';
import { techniqueFacts } from '../../model/writes/technique-facts.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { countingDatabase } from './counting-database.testing.ts';
import { exactContent } from './exact-content.testing.ts';
import { techniqueOf } from './list.ts';
import { fill, jobOf, plainly, type TechniqueCase } from './technique-cases.testing.ts';

const driver = await loadTestDriver();

const keys = [
  { sql: 'k INTEGER PRIMARY KEY', tail: '', width: 1 },
  { sql: 'k TEXT NOT NULL PRIMARY KEY', tail: '', width: 1 },
  { sql: 'k INT NOT NULL, "k 2" REAL NOT NULL, PRIMARY KEY (k, "k 2")', tail: '', width: 2 },
  { sql: 'k, "k 2" TEXT, PRIMARY KEY ("k 2", k)', tail: 'WITHOUT ROWID', width: 2 },
  { sql: 'k NUMERIC PRIMARY KEY', tail: '', width: 1 },
] as const;

const number = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }),
  fc.constantFrom(2 ** 53, -(2 ** 53), 2 ** 63, 2 ** 31, -(2 ** 31), 1e21),
);
const value: fc.Arbitrary<SqlValue> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: number },
  { weight: 2, arbitrary: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom("'", "''", '"', '\\', '\\u0041', '[1]', 'null', '1.0') },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4, max: 127 }) },
);
const expressions = ['c0', 'NULL', "coalesce(c0, 'none')", 'typeof(c0)', "'x' || hex(c0)"];

const randomCase: fc.Arbitrary<{ each: TechniqueCase; batchSize: number }> = fc
  .record({
    key: fc.constantFrom(...keys),
    types: fc.array(fc.constantFrom('INTEGER', 'REAL', 'TEXT', '', 'NUMERIC', 'BLOB'), {
      minLength: 1,
      maxLength: 3,
    }),
    cells: fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 12,
    }),
    hasIndex: fc.boolean(),
    expression: fc.constantFrom(...expressions),
    batchSize: fc.integer({ min: 1, max: 14 }),
  })
  .map(({ key, types, cells, hasIndex, expression, batchSize }) => {
    const columns = types.map((type, at) => `c${at} ${type}`).join(', ');
    // Constraints of the table come after all columns.
    const [head = '', constraint] = key.sql.split(', PRIMARY KEY');
    const sql = `CREATE TABLE t (${head}, ${columns}${constraint ? `, PRIMARY KEY${constraint}` : ''}) ${key.tail};
      ${hasIndex ? 'CREATE INDEX by_c0 ON t (c0);' : ''}`;
    const rows = cells.map((row, at) => [
      ...Array.from({ length: key.width }, (_, place) => at * 3 - 7 + place),
      ...row.slice(0, types.length),
    ]);
    const update = { column: 'c0', expression };
    return { each: { name: 'random', sql, table: 't', rows, update }, batchSize };
  });

it.each(['insert', 'update', 'delete'] as const)(
  'every technique of %s that does not refuse leaves what the plainest leaves',
  (operation) => {
    fc.assert(
      fc.property(randomCase, ({ each, batchSize }) => check(each, operation, batchSize)),
      { numRuns: 20 },
    );
  },
);

/** Every technique begins with the same rows: what it leaves is rolled back. */
function check(each: TechniqueCase, operation: WriteOperation, batchSize: number): void {
  const database = countingDatabase(driver.open());
  database.run(each.sql);
  if (operation !== 'insert') fill(database, each);
  const job = jobOf(database, each, operation, batchSize);
  const contentAfter = (work: () => void) => {
    database.run('BEGIN');
    work();
    const content = exactContent(database, { tables: [job.table] });
    database.run('ROLLBACK');
    return content;
  };
  const expected = contentAfter(() => plainly(database, each, job));
  for (const { id } of techniqueFacts.filter((facts) => facts.operation === operation)) {
    const technique = techniqueOf(id);
    if (technique.refusal(job) !== null) continue;
    const content = contentAfter(() => {
      technique.prepare?.(database, job);
      const start = database.executions();
      expect([id, technique.write(database, job)]).toEqual([id, database.executions() - start]);
    });
    if (id !== 'update-set') expect([id, content]).toEqual([id, expected]);
  }
  database.close();
}
