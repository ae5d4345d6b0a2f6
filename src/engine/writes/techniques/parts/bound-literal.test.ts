import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Affinity } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { boundLiteral } from './bound-literal.ts';
import { jsonText } from './json-text.ts';

const driver = await loadTestDriver();
const affinities: readonly Affinity[] = ['integer', 'real', 'text', 'numeric', 'blob'];
const columns = affinities.map((affinity) => (affinity === 'blob' ? '' : affinity));
const value: fc.Arbitrary<SqlValue> = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true }),
  fc.maxSafeInteger(),
  fc.integer(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(-0, 2 ** 63, -(2 ** 63), '\0', 'a\0', "'", '-', '0x10', '1e5', ' 12 '),
);

it('literals and JSON store what binding stores, bit by bit, whatever the column', () => {
  const database = driver.open();
  database.run(`CREATE TABLE t (how TEXT, ${columns.map((type, at) => `c${at} ${type}`).join()})`);
  const marks = columns.map(() => '?').join();
  const cells = columns.map((_, at) => `typeof(c${at}), hex(c${at}), quote(c${at})`).join();
  fc.assert(
    fc.property(value, (each) => {
      database.run('DELETE FROM t');
      const row = columns.map(() => each);
      database.all(`INSERT INTO t VALUES ('bound', ${marks})`, row);
      const literals = affinities.map((affinity) => boundLiteral(each, affinity));
      database.run(`INSERT INTO t VALUES ('literal', ${literals.join()})`);
      const terms = columns.map((_, at) => `value->>${at}`).join();
      database.all(`INSERT INTO t SELECT 'json', ${terms} FROM json_each(?)`, [
        jsonText([row], affinities),
      ]);
      const [bound, literal, json] = database.all(`SELECT ${cells} FROM t`);
      expect(literal).toEqual(bound);
      expect(json).toEqual(bound);
    }),
    { numRuns: 1500 },
  );
  database.close();
});
