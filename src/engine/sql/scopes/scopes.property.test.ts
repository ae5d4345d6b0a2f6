import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyCharacter } from '../../../lib/any-character.testing.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { sqlSnippet, validScript } from '../sql-text.testing.ts';
import { readScopes } from './read-scopes.ts';
import { scopeAt, visibleSources } from './visible-sources.ts';

let database: Database;
beforeAll(async () => {
  database = (await loadTestDriver()).open();
  database.run('CREATE TABLE a (x); CREATE TABLE b (x); CREATE TABLE c (x); CREATE TABLE d (x)');
});
afterAll(() => database.close());

const fragments = fc
  .array(
    fc.constantFrom(
      ...'SELECT FROM WHERE WITH AS JOIN LEFT NATURAL FULL ON USING ( ) ( ) , ; . * a b "c d" [e] UPDATE SET DELETE INSERT INTO VALUES UNION EXCEPT RETURNING CONFLICT CREATE TRIGGER VIEW BEGIN END EXPLAIN QUERY PLAN INDEXED BY NOT RECURSIVE MATERIALIZED WINDOW GROUP ORDER LIMIT 1 = :p DISTINCT OR REPLACE DEFAULT CASE'.split(
        ' ',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(' '));

describe('readScopes of any text', () => {
  it('throws nothing, keeps to the text, and puts scopes into one another', () => {
    const text = fc.oneof(fragments, sqlSnippet, validScript, fc.string({ unit: anyCharacter }));
    fc.assert(
      fc.property(text, fc.nat(60), (sql, offset) => {
        const scopes = readScopes(sql, Math.min(offset % 7, sql.length));
        const isWithin = ({ start, end }: { start: number; end: number }) =>
          0 <= start && start <= end && end <= sql.length;
        for (const [position, scope] of scopes.entries()) {
          expect(isWithin(scope)).toBe(true);
          expect(scope.parent ?? -1).toBeLessThan(position);
          if (scope.where) expect(isWithin(scope.where)).toBe(true);
          if (scope.whereAt !== null) expect(scope.whereAt).toBeLessThanOrEqual(sql.length);
          for (const source of scope.sources) {
            expect(isWithin(source)).toBe(true);
            if (source.on) expect(isWithin(source.on)).toBe(true);
            if (source.scope !== null) expect(scopes[source.scope]?.parent).toBe(position);
          }
          for (const table of scope.commonTables) {
            if (table.scope !== null) expect(scopes[table.scope]).toBeDefined();
          }
          visibleSources(scopes, position);
        }
        scopeAt(scopes, offset);
      }),
      { numRuns: 400 },
    );
  });
});

const labels = ['a', 'b', 'c', 'd', 'p', 'Q', '"r s"', '[t]', '`u`', "'v'"];

/** A SELECT of one column x, over tables, subqueries, joins and common tables, nested at random. */
function queries(depth: number): fc.Arbitrary<string> {
  const names = fc.shuffledSubarray(labels, { minLength: 3, maxLength: 3 });
  const inner = depth > 0 ? queries(depth - 1) : fc.constant('SELECT 1 AS x');
  const shape = fc.record({
    form: fc.constantFrom('one', 'comma', 'join', 'left', 'group', 'subquery', 'common'),
    names,
    inner,
    other: inner,
    tail: fc.constantFrom('', 'exists', 'in', 'union', 'order', 'column'),
  });
  return shape.map(
    ({ form, names: [one = 'a', two = 'b', three = 'c'], inner: sub, other, tail }) => {
      const from = {
        one: `a AS ${one}`,
        comma: `a ${one}, b AS ${two}`,
        join: `a AS ${one} JOIN (${other}) AS ${two} ON ${one}.x = ${two}.x`,
        left: `c AS ${one} LEFT JOIN d ${two} ON ${two}.x CROSS JOIN a ${three}`,
        group: `a AS ${one} LEFT JOIN (b AS ${two} JOIN c AS ${three} ON 1) ON ${one}.x = ${two}.x`,
        subquery: `(${sub}) AS ${one}, b AS ${two}`,
        common: `k AS ${one}, k AS ${two}`,
      }[form];
      const head = form === 'common' ? `WITH k(x) AS (${sub}) ` : '';
      const column = tail === 'column' ? `(${other})` : `${one}.x`;
      const where = {
        '': '',
        exists: ` WHERE EXISTS (${other})`,
        in: ` WHERE ${one}.x IN (${other}) AND 1`,
        union: ` UNION SELECT x FROM d`,
        order: ` ORDER BY 1 LIMIT 1`,
        column: '',
      }[tail];
      return `${head}SELECT ${column} AS x FROM ${from}${where}`;
    },
  );
}

const heads = fc.constantFrom('', 'INSERT INTO d ', 'REPLACE INTO d AS z ', 'INSERT INTO d (x) ');

describe('readScopes and SQLite', () => {
  it('agree on which names can be used in which scope', () => {
    fc.assert(
      fc.property(heads, queries(2), fc.constantFrom(...labels), (head, query, label) => {
        const sql = head + query;
        database.all(`EXPLAIN ${sql}`);
        const plain = label.replace(/^['"[`]|['"\]`]$/g, '');
        const scopes = readScopes(sql);
        for (const [position, scope] of scopes.entries()) {
          if (scope.whereAt === null) continue;
          const { where, whereAt } = scope;
          const test = `"${plain}".x IS 0`;
          const asked = where
            ? `${sql.slice(0, where.start)} ${test} AND (${sql.slice(where.start, where.end)})${sql.slice(where.end)}`
            : `${sql.slice(0, whereAt)} WHERE ${test} ${sql.slice(whereAt)}`;
          const isVisible = visibleSources(scopes, position).some(
            ({ alias, name }) => (alias ?? name)?.toLowerCase() === plain.toLowerCase(),
          );
          expect([asked, compiles(asked)]).toEqual([asked, isVisible]);
        }
      }),
      { numRuns: 250 },
    );
  });
});

function compiles(sql: string): boolean {
  try {
    database.all(`EXPLAIN ${sql}`);
    return true;
  } catch {
    return false;
  }
}
