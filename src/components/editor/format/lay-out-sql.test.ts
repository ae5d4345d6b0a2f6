import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSql, hasSameCode } from '../../../engine/sql/format/format-sql.ts';
import { sqlSnippet, validScript } from '../../../engine/sql/sql-text.testing.ts';
import { examples } from '../../../examples/list.ts';
import { layOutSql } from './lay-out-sql.ts';

const format = (sql: string) => formatSql(sql, layOutSql);

/** The formatted text; fails where it was refused. */
function formatted(sql: string): string {
  const outcome = format(sql);
  if (outcome.kind === 'refused') throw new Error(`Refused: ${sql}`);
  return outcome.sql;
}

const exampleTexts = examples.flatMap(({ playground: { schemaSql, queries, indexes } }) =>
  [schemaSql, ...queries.map(({ sql }) => sql), ...indexes.map(({ sql }) => sql)].filter(Boolean),
);

test.each(exampleTexts)('lays out %s', (sql) => {
  const once = formatted(sql);
  expect(hasSameCode(sql, once)).toBe(true);
  expect(formatted(once)).toBe(once);
});

test('puts a clause of one line behind its keyword', () => {
  expect(
    formatted(
      'select name,price from products where price>:price and id<9 order by price limit 3;',
    ),
  ).toBe(`select name, price
from products
where price > :price
  and id < 9
order by price
limit 3;`);
});

test('keeps window frames whole and the words of a table together', () => {
  const sql =
    'SELECT sum(a) OVER (ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t';
  expect(formatted(sql)).toContain('ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW');
});

test('indents the body of a trigger', () => {
  const sql = `create trigger log after insert on t when new.a>1 begin
insert into u values(new.a,'a
b'); delete from u where case when a then 1 else 0 end; end; select 1`;
  expect(formatted(sql)).toBe(`create trigger log after insert on t when new.a>1
begin
  insert into u
  values (new.a, 'a
b');

  delete from u
  where
    case
      when a then 1
      else 0
    end;
end;

select 1`);
});

describe('keeps', () => {
  test.each([
    ['parameters', 'select :name, @x, $y, ?1, ?, $a::b(c), :é, @1'],
    ['numbers', 'select 1_000, 0xff, .5, 5., 1e-5'],
    ['names', 'select "a""b", [c d], `e`, café, a$b, 😀 from t'],
    ['strings', "select 'it''s', 'x\n  y', x'ab'"],
    ['operators', 'select a->>b, a->b, a||b, a==b, a<>b, a!=b, a<<1, - -1, ~x, a is not b'],
    ['comments', '-- a\nselect b /* c\n  d */, e -- f\n, g -- h'],
    ['empty statements', 'select 1;;select 2'],
    ['comments alone', '-- nothing'],
    ['line ends of Windows', 'select a -- b\r\nfrom c'],
  ])('%s', (_, sql) => {
    expect(hasSameCode(sql, formatted(sql))).toBe(true);
  });
});

test.each([
  ["select 'abc", 7],
  ['select 1;\nselect "a', 17],
  ['select 1 # 2', 9],
])('says where it could not read %s', (sql, offset) => {
  expect(format(sql)).toEqual({ kind: 'refused', offset });
});

test('never changes more than white space, whatever the text', () => {
  fc.assert(
    fc.property(sqlSnippet, (sql) => {
      const outcome = format(sql);
      if (outcome.kind === 'formatted') expect(hasSameCode(sql, outcome.sql)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('lays out every script that compiles, and changes nothing else of it', () => {
  fc.assert(
    fc.property(validScript, (sql) => {
      expect(hasSameCode(sql, formatted(sql))).toBe(true);
    }),
    { numRuns: 120 },
  );
});
