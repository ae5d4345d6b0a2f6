// A small shop, the programs of statements on it, and random statements, for the tests beside.
import fc from 'fast-check';
import { explainStatement } from '../../explain/explain-statement.ts';
import { readTrees } from '../../explain/trees/read-trees.ts';
import type { Explanation } from '../../model/plan/program.ts';
import type { ProgramFacts } from '../../model/plan/program-facts.ts';
import type { ProgramLine } from '../../model/plan/program-line.ts';
import type { Database } from '../../sqlite/driver.ts';
import { programFacts } from './program-facts.ts';
import { programLines } from './program-lines.ts';

export const shopSchema = `
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT);
CREATE INDEX customers_city ON customers (city);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER REFERENCES customers (id) ON DELETE CASCADE,
  status TEXT, total REAL, note TEXT
);
CREATE INDEX orders_status_total ON orders (status, total);
CREATE INDEX orders_total ON orders (total);
CREATE INDEX orders_lower ON orders (lower(note));
CREATE TABLE lines (
  order_id INTEGER, position INTEGER, product TEXT, amount INTEGER,
  PRIMARY KEY (order_id, position)
) WITHOUT ROWID;
CREATE INDEX lines_product ON lines (product);
CREATE TABLE log (what TEXT, at INTEGER);
CREATE TRIGGER orders_gone AFTER DELETE ON orders BEGIN
  INSERT INTO log VALUES ('gone', old.id);
END;
`;

/** As many rows as make every loop go round, without statistics. */
export const shopRows = `
INSERT INTO customers SELECT value, 'name ' || value, 'city ' || value % 7 FROM generate(8);
INSERT INTO orders SELECT value, 1 + value % 8, 'status ' || value % 3, value * 1.5, 'Note ' || value
  FROM generate(30);
INSERT INTO lines SELECT 1 + value % 30, value, 'product ' || value % 20, value % 9
  FROM generate(60);
`.replaceAll(
  /FROM generate\((\d+)\)/g,
  'FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < $1) SELECT value FROM n)',
);

export interface Explained extends Explanation {
  facts: ProgramFacts;
  lines: ProgramLine[];
}

export function explained(database: Database, sql: string): Explained {
  const explanation = explainStatement(database, sql, [], readTrees(database));
  const { instructions, trees } = explanation;
  return {
    ...explanation,
    facts: programFacts(instructions, trees),
    lines: programLines(instructions, trees),
  };
}

const columns = {
  customers: ['id', 'name', 'city'],
  orders: ['id', 'customer_id', 'status', 'total', 'note'],
  lines: ['order_id', 'position', 'product', 'amount'],
} as const;
type Table = keyof typeof columns;

const tables = fc.shuffledSubarray(Object.keys(columns) as Table[], { minLength: 1 });
const literal = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map(String),
  fc.constantFrom("'status 1'", "'city 3'", "'product 4'", 'NULL'),
);

function columnIn(all: readonly Table[]): fc.Arbitrary<string> {
  return fc
    .constantFrom(...all)
    .chain((table) => fc.constantFrom(...columns[table].map((column) => `${table}.${column}`)));
}

function condition(all: readonly Table[]): fc.Arbitrary<string> {
  const column = columnIn(all);
  return fc.oneof(
    fc
      .tuple(column, fc.constantFrom('=', '<', '>', '>=', '<>', 'IS'), literal)
      .map((parts) => parts.join(' ')),
    fc.tuple(column, fc.constantFrom('=', '<'), column).map((parts) => parts.join(' ')),
    fc.tuple(column, literal, literal).map(([left, a, b]) => `${left} IN (${a}, ${b})`),
    fc.tuple(column, column).map(([one, other]) => `(${one} = 3 OR ${other} = 5)`),
    column.map((one) => `EXISTS (SELECT 1 FROM log WHERE log.at = ${one})`),
    column.map((one) => `${one} IN (SELECT at FROM log WHERE what = 'x')`),
  );
}

/** SELECTs over one to three tables under their own names. */
export const randomSelect: fc.Arbitrary<string> = tables.chain((all) =>
  fc
    .record({
      results: fc.array(columnIn(all), { minLength: 1, maxLength: 4 }),
      shape: fc.constantFrom('plain', 'distinct', 'group', 'count', 'max'),
      conditions: fc.array(condition(all), { maxLength: 3 }),
      joins: fc.array(fc.constantFrom(', ', ' LEFT JOIN '), { minLength: 2, maxLength: 2 }),
      order: fc.option(columnIn(all), { nil: null }),
      limit: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
    })
    .map(({ results, shape, conditions, joins, order, limit }) => {
      const from = all
        .map((table, place) => {
          if (place === 0) return table;
          const join = joins[place - 1] ?? ', ';
          return `${join}${table}${join === ' LEFT JOIN ' ? ' ON true' : ''}`;
        })
        .join('');
      const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
      const list = results.join(', ');
      const [first = '1'] = results;
      if (shape === 'count') return `SELECT count(*) FROM ${from}${where}`;
      if (shape === 'max') return `SELECT max(${first}) FROM ${from}${where}`;
      const head = {
        plain: `SELECT ${list}`,
        distinct: `SELECT DISTINCT ${list}`,
        group: `SELECT ${first}, count(*), sum(${first})`,
      }[shape];
      const group = shape === 'group' ? ` GROUP BY ${first}` : '';
      const sorted = order && shape === 'plain' ? ` ORDER BY ${order}` : '';
      return `${head} FROM ${from}${where}${group}${sorted}${limit ? ` LIMIT ${limit}` : ''}`;
    }),
);
