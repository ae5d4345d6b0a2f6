import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCharacter } from '../../../../lib/any-character.testing.ts';
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
  fc.string({ unit: anyCharacter }),
  fc.constantFrom(-0, 2 ** 63, -(2 ** 63), '\0', 'a\0', "'", '-', '0x10', '1e5', ' 12 '),
);

it('literals and JSON store what binding stores, bit by bit, whatever the column', () => {
  const database = driver.open();
  database.run(`CREATE TABLE t (how TEXT, ${columns.map((type, at) => `c${at} ${type}`).join()})`);
  const marks = columns.map(() => '?').join();
  const cells = columns.map((_, at) => `typeof(c${at}), hex(c${at}), quote(c${at})`).join();
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
      database.run('DELETE FROM t');
      const rows = values.map((each) => columns.map(() => each));
      const literals = values.map(
        (each) =>
          `('literal', ${affinities.map((affinity) => boundLiteral(each, affinity)).join()})`,
      );
      database.run(`INSERT INTO t VALUES ${literals.join()}`);
      database.all(
        `INSERT INTO t VALUES ${rows.map(() => `('bound', ${marks})`).join()}`,
        rows.flat(),
      );
      const terms = columns.map((_, at) => `value->>${at}`).join();
      database.all(`INSERT INTO t SELECT 'json', ${terms} FROM json_each(?)`, [
        jsonText(rows, affinities),
      ]);
      const stored = (how: string) =>
        database.all(`SELECT ${cells} FROM t WHERE how = ? ORDER BY rowid`, [how]);
      expect(stored('literal')).toEqual(stored('bound'));
      expect(stored('json')).toEqual(stored('bound'));
    }),
    { numRuns: 60 },
  );
  database.close();
});
