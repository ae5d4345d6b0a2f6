// Random SQL for property tests: pieces that matter to a tokenizer, and statements that compile.
import fc from 'fast-check';

/** Text made of SQL's fragments in any order: seldom valid. */
export const sqlSnippet = fc
  .array(
    fc.constantFrom(
      'SELECT',
      'CREATE TRIGGER t',
      'BEGIN',
      'END',
      'CASE',
      ';',
      "'a;b'",
      "'it''s'",
      '"q;"',
      '[b;]',
      '`c;`',
      '-- x;\n',
      '/* y; */',
      ' ',
      '\n',
      ':p',
      '?1',
      "x'00'",
      '(',
      ')',
      ',',
      '1.5e3',
      "'",
      '"',
      '\uFEFF',
      'é😀',
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(' '));

const blank = fc.constantFrom('', ' ', '\n', ' -- c; "\n', "/* c; ' */", ' ; ', ';;', '\t\r\n');

const statement = fc.constantFrom(
  'SELECT 1',
  "SELECT ';', ';;' || \"id\" FROM t WHERE [id] > 0 -- ;",
  "INSERT INTO t VALUES (NULL, 'a;b'), (NULL, '--')",
  "UPDATE t SET name = CASE WHEN id > 1 THEN ';' ELSE 'END' END",
  'CREATE TABLE IF NOT EXISTS u(a DEFAULT (1), "b;c" TEXT /* ; */)',
  `CREATE TRIGGER IF NOT EXISTS tr AFTER INSERT ON t BEGIN
     UPDATE t SET name = CASE WHEN new.id > 1 THEN 'x' ELSE 'y' END WHERE id = new.id;
     -- END;
     DELETE FROM t WHERE id < 0;
   END`,
  'CREATE TEMP TRIGGER IF NOT EXISTS "begin" BEFORE DELETE ON t BEGIN SELECT 1; SELECT 2; END',
  'EXPLAIN QUERY PLAN SELECT * FROM t',
  'WITH c(x) AS (SELECT 1) SELECT x FROM c',
  'BEGIN',
  'END',
);

/** A script in which every statement compiles against a table `t (id, name)`. */
export const validScript = fc
  .array(fc.tuple(blank, statement), { maxLength: 8 })
  .chain((parts) =>
    blank.map((end) => `${parts.map(([before, sql]) => `${before}${sql}\n;`).join('')}${end}`),
  );
