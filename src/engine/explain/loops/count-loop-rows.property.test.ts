import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Schema } from '../../model/database/schema.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { InstrumentedDatabase } from '../../sqlite/instruments.ts';
import { loadOfficialTestDriver } from '../../sqlite/official.testing.ts';
import { countLoopRows } from './count-loop-rows.ts';
import { loopData } from './loop-data.testing.ts';
import { orArmReason } from './reasons.ts';

let database: InstrumentedDatabase;
let schema: Schema;
beforeAll(async () => {
  database = (await loadOfficialTestDriver()).open();
  database.run(loopData);
  // So few rows that no join of three tables takes long.
  database.run('DELETE FROM big WHERE rowid > 100; DELETE FROM small WHERE id > 30');
  database.run('DELETE FROM plain WHERE rowid > 20; DELETE FROM keyed WHERE n > 30');
  schema = readSchema(database);
});
afterAll(() => database.close());

const columns: Record<string, string[]> = {
  big: ['a', 'b', 'c'],
  small: ['id', 'g'],
  plain: ['p', 'q'],
  keyed: ['k', 'n', 'v'],
  seen: ['id', 'g'],
  grouped: ['a', 'n'],
  deep: ['id', 'c'],
};
const table = fc.constantFrom(...Object.keys(columns));
const columnOf = (name: string, alias: string) =>
  fc.constantFrom(...(columns[name] ?? [])).map((column) => `${alias}.${column}`);
const conditionOn = (name: string, alias: string) =>
  fc
    .tuple(
      columnOf(name, alias),
      fc.constantFrom('= ?', '< ?', '> ?', 'IN (?, 3)', 'IS NULL', "LIKE '?%'"),
      fc.nat(50),
    )
    .map(([column, test, value]) => `${column} ${test.replace('?', String(value))}`);

/** Joins of two or three tables and views, with subqueries in all places. */
const query = fc.tuple(table, table, table).chain(([x, y, z]) =>
  fc
    .record({
      terms: fc.tuple(conditionOn(x, 'x'), conditionOn(x, 'x'), conditionOn(y, 'y')),
      pair: fc.tuple(columnOf(x, 'x'), columnOf(y, 'y')),
      third: fc.tuple(columnOf(z, 'z'), columnOf(x, 'x')),
      join: fc.constantFrom('JOIN', 'LEFT JOIN', 'CROSS JOIN', 'RIGHT JOIN', 'FULL JOIN'),
      word: fc.constantFrom('AND', 'OR'),
      place: fc.constantFrom('none', 'exists', 'in', 'scalar', 'join', 'left', 'from', 'common'),
      tail: fc.constantFrom('', 'ORDER BY 1', 'GROUP BY 1', 'LIMIT 3', 'ORDER BY 1 LIMIT 5'),
    })
    .map(
      ({ terms: [first, second, other], pair, third: [inner, outer], join, word, place, tail }) => {
        const also = {
          none: '',
          exists: '',
          in: '',
          scalar: '',
          join: `JOIN ${z} z ON ${inner} = ${outer}`,
          left: `LEFT JOIN ${z} z ON ${inner} = ${outer}`,
          from: `JOIN (SELECT ${inner} AS zz FROM ${z} z LIMIT 20) ON zz = ${outer}`,
          common: `JOIN cc ON cc.zz = ${outer}`,
        }[place];
        const head =
          place === 'common' ? `WITH cc AS MATERIALIZED (SELECT ${inner} AS zz FROM ${z} z) ` : '';
        const column =
          place === 'scalar'
            ? `(SELECT max(${inner}) FROM ${z} z WHERE ${inner} < ${outer})`
            : pair[0];
        const where = [
          `(${first} ${word} ${second})`,
          ...(place === 'exists'
            ? [`EXISTS (SELECT 1 FROM ${z} z WHERE ${inner} = ${outer})`]
            : []),
          ...(place === 'in' ? [`${outer} IN (SELECT ${inner} FROM ${z} z)`] : []),
        ].join(' AND ');
        return `${head}SELECT ${column} FROM ${x} x ${join} ${y} y ON ${pair.join(' = ')} AND ${other} ${also} WHERE ${where} ${tail}`;
      },
    ),
);

const runs = 50;

it('answers what the query answers, and counts no fewer rows than full scans step over', () => {
  let whole = 0;
  fc.assert(
    fc.property(query, (sql) => {
      const statement = database.prepare(sql);
      statement.takeCounters();
      let rows = 0;
      while (statement.step()) rows++;
      const { fullScanSteps } = statement.takeCounters();
      statement.free();
      const clock = () => performance.now();
      const request = { database, schema, sql, binding: [], clock, limitMs: 20_000 };
      const { loops, resultRows } = countLoopRows(request);
      if (resultRows !== null) expect(resultRows).toBe(rows);
      // The arms of an OR are counted in the line above them.
      const isWhole = loops.every(
        (loop) => loop.status === 'counted' || loop.reason === orArmReason,
      );
      if (!isWhole) return;
      whole++;
      const visited = loops.map((loop) => (loop.status === 'counted' ? loop.visited : 0));
      expect(visited.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(fullScanSteps);
    }),
    { numRuns: runs },
  );
  // About nine of ten are.
  expect(whole).toBeGreaterThan(runs * 0.6);
});
