// The catalogue against SQLite itself: it has every public function, and only functions that exist.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../sqlite/driver.ts';
import { loadOfficialTestDriver } from '../../sqlite/official.testing.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { functionCatalogue, functionsNamed } from './catalogue.ts';
import { signatureTexts } from './signature-text.ts';
import { argumentCounts, type SqlFunction } from './sql-function.ts';

let sqljs: Driver;
let official: Driver;
beforeAll(async () => {
  sqljs = await loadTestDriver();
  official = await loadOfficialTestDriver();
});

// The operators -> and ->>, keywords that are functions inside, and what serves SQLite itself or
// the tables of its full-text extension.
const internal = new Set(
  `-> ->> current_date current_time current_timestamp fts3_tokenizer match matchinfo offsets optimize
  snippet sqlite_compileoption_get sqlite_compileoption_used sqlite_log sqlite_source_id
  sqlite_version subtype`.split(/\s+/),
);

function listed(driver: Driver): { name: string; count: number }[] {
  const database = driver.open();
  try {
    return database
      .all('SELECT DISTINCT name, narg FROM pragma_function_list')
      .map(([name, count]) => ({ name: String(name), count: Number(count) }));
  } finally {
    database.close();
  }
}

/** SQLite writes -1 for any number of arguments, -3 for at least one and -4 for at least two. */
const leastOf = (count: number) => (count === -1 ? 0 : -count - 2);

function takes(each: SqlFunction, count: number): boolean {
  return each.signatures.some((signature) => {
    const { least, most } = argumentCounts(signature);
    return count >= least && count <= most;
  });
}

describe('the catalogue', () => {
  test('has every public function of sql.js with its numbers of arguments', () => {
    const missing = listed(sqljs)
      .filter(({ name }) => !internal.has(name))
      .filter(
        ({ name, count }) =>
          !functionsNamed(name).some((each) =>
            // count(*) is listed as count().
            count >= 0 ? takes(each, count) || (name === 'count' && count === 0) : takes(each, 5),
          ),
      );
    expect(missing).toEqual([]);
  });

  test('leaves out only what is there to be left out', () => {
    const names = new Set(listed(sqljs).map(({ name }) => name));
    expect([...internal].filter((name) => !names.has(name))).toEqual([]);
    expect([...internal].filter((name) => functionsNamed(name).length > 0)).toEqual([]);
  });

  test('has no function that both builds lack, nor a number of arguments that they refuse', () => {
    const known = [...listed(sqljs), ...listed(official)];
    const isKnown = (name: string, wanted: number) =>
      known.some(
        (each) =>
          each.name === name &&
          (each.count >= 0 ? each.count === wanted : wanted >= leastOf(each.count)),
      );
    const wrong = functionCatalogue
      .filter(({ kind }) => kind !== 'table-valued')
      .flatMap((each) =>
        each.signatures.flatMap((signature) => {
          const { least, most } = argumentCounts(signature);
          const last = Number.isFinite(most) ? most : least + 3;
          const counts = Array.from({ length: last - least + 1 }, (_, step) => least + step);
          return counts
            .filter((count) => !isKnown(each.name, count))
            .map((count) => `${each.name}: ${count}`);
        }),
      );
    expect(wrong).toEqual([]);
  });

  test('holds for both builds', () => {
    const names = new Set(listed(official).map(({ name }) => name));
    const plain = functionCatalogue.filter(({ kind }) => kind !== 'table-valued');
    expect(plain.filter(({ name }) => !names.has(name)).map(({ name }) => name)).toEqual([]);
  });

  test('calls what needs OVER a window function, and what gathers rows an aggregate', () => {
    const database = sqljs.open();
    const compiles = (sql: string) => {
      try {
        database.prepare(sql).free();
        return true;
      } catch {
        return false;
      }
    };
    const wrong = functionCatalogue.filter(({ name, kind, signatures }) => {
      if (kind === 'table-valued') return false;
      const { least } = argumentCounts(signatures[0] ?? []);
      const call = `${name}(${Array.from({ length: least }, () => '1').join(', ')})`;
      const isPlain = compiles(`SELECT ${call}`);
      const isWindow = compiles(`SELECT ${call} OVER (ORDER BY 1)`);
      const isAggregate = isPlain && !compiles(`SELECT 1 WHERE ${call}`);
      if (kind === 'window') return isPlain || !isWindow;
      return isAggregate !== (kind === 'aggregate' || name.includes('_group_'));
    });
    database.close();
    expect(wrong.map(({ name, kind }) => `${name} ${kind}`)).toEqual([]);
  });

  test('names the columns of table-valued functions as SQLite does', () => {
    const database = sqljs.open();
    for (const { name, columns } of functionCatalogue.filter(
      ({ kind }) => kind === 'table-valued',
    )) {
      const rows = database.all(
        `SELECT name FROM pragma_table_xinfo('${name}') WHERE hidden = 0 ORDER BY cid`,
      );
      expect([name, rows.flat()]).toEqual([name, columns]);
    }
    database.close();
  });

  // What the descriptions claim, asked of SQLite.
  test.each([
    ["abs('x')", 0],
    ['hex(10)', '3130'],
    ['round(2.5)', 3],
    ['round(1234, -2)', 1234],
    ["like('A%', 'abc')", 1],
    ["like('É', 'é')", 0],
    ["lower('É')", 'É'],
    ["instr('abc', 'x')", 0],
    ["replace('abc', '', 'x')", 'abc'],
    ["trim('\t x')", '\t x'],
    ['max(1, NULL)', null],
    ["concat('a', NULL)", 'a'],
    ["'a' || NULL", null],
    ["unhex('4g')", null],
    ["octet_length('é')", 2],
    ['mod(5.5, 2)', 1.5],
    ['ceil(-1.5)', -1],
    ['typeof(ceil(2))', 'integer'],
    ['floor(-1.5)', -2],
    ['log(100)', 2],
    ['log(2, 8)', 3],
    ['ln(0)', null],
    ["typeof(strftime('%Y', 'now'))", 'text'],
    ["timediff('2024-01-02', '2024-01-01')", '+0000-00-01 00:00:00.000'],
    ["json_array('[1]')", '["[1]"]'],
    ["json_array(json('[1]'))", '[[1]]'],
    ["json_array_insert('[1,2]', '$[0]', 9)", '[9,1,2]'],
    ["json_insert('{\"a\":1}', '$.a', 2)", '{"a":1}'],
    ["json_replace('{}', '$.a', 2)", '{}'],
    ["json_array_length('{}')", 0],
    ["json_extract('{\"a\":[1]}', '$.a', '$.b')", '[[1],null]'],
    ["length('a' || char(0) || 'b')", 1],
    ['iif(0, 1)', null],
    ['iif(0, 1, 1, 2, 3)', 2],
    ['quote(NULL)', 'NULL'],
    ["(SELECT sum(value) FROM json_each('[]'))", null],
    ["(SELECT typeof(avg(value)) FROM json_each('[1,2]'))", 'real'],
    ['(SELECT json_group_array(NULL))', '[null]'],
    ["(SELECT json_group_object('a', value) FROM json_each('[1,2]'))", '{"a":1,"a":2}'],
    ['unistr_quote(char(1))', "unistr('\\u0001')"],
    ["sign('x')", null],
  ])('claims %s = %s', (expression, value) => {
    const database = sqljs.open();
    expect(database.all(`SELECT ${expression}`)).toEqual([[value]]);
    database.close();
  });

  test('writes signatures with their optional parts', () => {
    const labels = (name: string) =>
      functionsNamed(name)
        .flatMap(signatureTexts)
        .map(({ label }) => label);
    expect(labels('SUBSTR')).toEqual(['substr(text, start[, length])']);
    expect(labels('lag')).toEqual(['lag(value[, offset[, default]])']);
    expect(labels('count')).toEqual(['count(*)', 'count(value)']);
    expect(labels('max')).toEqual(['max(value, value[, value, ...])', 'max(value)']);
    expect(labels('char')).toEqual(['char([codepoint, ...])']);
    expect(labels('pi')).toEqual(['pi()']);
  });
});
