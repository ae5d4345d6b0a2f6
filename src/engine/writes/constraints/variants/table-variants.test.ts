import { describe, expect, it } from 'vitest';
import { realisticSchemas } from '../../../datagen/schemas.testing.ts';
import { readIndexes } from '../../../schema/read-indexes.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { oddTables } from '../definitions/odd-tables.testing.ts';
import { tableVariants } from './table-variants.ts';

const driver = await loadTestDriver();

/** The variants of every table of a script, made in a database each. */
function made(sql: string) {
  const database = driver.open();
  const own = driver.open();
  try {
    database.run(sql);
    const schema = readSchema(database);
    return schema.tables.flatMap((table) => {
      const columns = table.columns.filter((each) => !each.isGenerated).map(({ name }) => name);
      // Values that fit all types and keys; nothing is inserted.
      const rows = [columns.map((_, at) => at + 1), columns.map((_, at) => at + 100)];
      const indexes = readIndexes(database, schema);
      return tableVariants(table, schema, { columns, rows, indexes }).built.map((each) => {
        own.run('BEGIN');
        try {
          for (const statement of each.statements) own.run(statement);
          const [found] = readSchema(own).tables;
          return { table, found, ...each.variant };
        } finally {
          own.run('ROLLBACK');
        }
      });
    });
  } finally {
    database.close();
    own.close();
  }
}

describe('tableVariants', () => {
  it.each([...oddTables, ...realisticSchemas.slice(0, 5).map(({ sql }) => sql)])(
    'makes SQL that SQLite takes, with the same columns: %s',
    (sql) => {
      const variants = made(sql);
      expect(variants.length).toBeGreaterThan(0);
      for (const { table, found, kind } of variants) {
        expect(found?.name).toBe(table.name);
        expect(found?.columns.map(({ name }) => name)).toEqual(
          table.columns.map(({ name }) => name),
        );
        const isRowid = (each: typeof table | undefined) =>
          each?.columns.map(({ isRowidAlias }) => isRowidAlias);
        if (kind !== 'without-rowid') expect(isRowid(found)).toEqual(isRowid(table));
        if (kind !== 'none') continue;
        expect(found).toMatchObject({ uniques: [], checks: [], foreignKeys: [] });
        expect(found?.columns.some(({ isNotNull }) => isNotNull)).toBe(false);
      }
    },
  );

  it('keeps the names of constraints and leaves out what is too many', () => {
    const checks = Array.from({ length: 6 }, (_, at) => `CONSTRAINT c${at} CHECK (a > -${at})`);
    const sql = `CREATE TABLE t (a INTEGER ${checks.join(' ')})`;
    const variants = made(sql);
    expect(variants.filter(({ kind }) => kind === 'check').map(({ id }) => id)).toEqual([
      ...['check-1', 'check-2', 'check-3', 'check-4'],
    ]);
    const five = variants.find(({ kind }) => kind === 'five-checks');
    expect(five).toMatchObject({ isOwn: true });
    expect(five?.sql).toContain('CONSTRAINT c4 CHECK (a > -4)');
  });

  /** [name, whether it is the table's own, SQL in one line] by id. */
  function variantsIn(sql: string): Record<string, [string, boolean, string]> {
    return Object.fromEntries(
      made(sql).map((each) => [each.id, [each.name, each.isOwn, each.sql.replace(/\s+/g, ' ')]]),
    );
  }

  it('tells AUTOINCREMENT from the constraints, wherever it is written', () => {
    const sql = 'CREATE TABLE t ( id INTEGER PRIMARY KEY AUTOINCREMENT, a INTEGER );';
    for (const written of [
      sql,
      'CREATE TABLE t (id INTEGER, a INTEGER, PRIMARY KEY (id AUTOINCREMENT));',
    ]) {
      expect(variantsIn(written).autoincrement).toEqual(['AUTOINCREMENT', true, sql]);
    }
    expect(variantsIn('CREATE TABLE t (id INTEGER PRIMARY KEY);').autoincrement).toBeUndefined();
  });

  it('names the key of WITHOUT ROWID where the plain table has none, and prices it by itself', () => {
    const keyed = variantsIn('CREATE TABLE t (code TEXT NOT NULL PRIMARY KEY, n INT);');
    expect(keyed['without-rowid']).toEqual([
      'PRIMARY KEY (code) WITHOUT ROWID',
      false,
      'CREATE TABLE t ( code TEXT, n INT, PRIMARY KEY (code) ) WITHOUT ROWID;',
    ]);
    expect(keyed['primary-key']?.slice(0, 2)).toEqual(['PRIMARY KEY (code)', true]);
    const without = variantsIn('CREATE TABLE t (code TEXT PRIMARY KEY, n INT) WITHOUT ROWID;');
    expect(without['without-rowid']?.slice(0, 2)).toEqual([
      'PRIMARY KEY (code) WITHOUT ROWID',
      true,
    ]);
    expect(without['primary-key']).toEqual([
      ...['PRIMARY KEY (code)', false],
      'CREATE TABLE t ( code TEXT PRIMARY KEY, n INT );',
    ]);
    const rowid = variantsIn('CREATE TABLE t (id INTEGER PRIMARY KEY, n INT);');
    expect(rowid['without-rowid']?.[0]).toBe('WITHOUT ROWID');
    const integer = variantsIn('CREATE TABLE t (id INTEGER PRIMARY KEY, n INT) WITHOUT ROWID;');
    expect(integer['without-rowid']?.slice(0, 2)).toEqual(['WITHOUT ROWID', true]);
    expect(integer.none?.[2]).toBe('CREATE TABLE t ( id INTEGER PRIMARY KEY, n INT );');
    expect(integer['primary-key']).toBeUndefined();
  });

  it('keeps orders and collations of keys, in the indexes beside them too', () => {
    const keyed = variantsIn(
      'CREATE TABLE t (a TEXT, b INT, PRIMARY KEY (b DESC, a COLLATE NOCASE)) WITHOUT ROWID;',
    );
    expect(keyed['without-rowid']).toEqual([
      ...['PRIMARY KEY (b DESC, a COLLATE NOCASE) WITHOUT ROWID', true],
      'CREATE TABLE t ( a TEXT, b INT, PRIMARY KEY (b DESC, a COLLATE NOCASE) ) WITHOUT ROWID;',
    ]);
    const unique = variantsIn(
      'CREATE TABLE t (a TEXT COLLATE NOCASE, "b c" INT, UNIQUE (\'a\' COLLATE BINARY, "b c"));',
    );
    expect(unique['unique-1']?.[0]).toBe('UNIQUE (a COLLATE BINARY, b c)');
    expect(unique['unique-and-index']?.[2]).toMatch(/ ON t \(a COLLATE BINARY, "b c"\);$/);
    const descending = variantsIn('CREATE TABLE t (id INT PRIMARY KEY DESC);');
    expect(descending['primary-key']?.[0]).toBe('PRIMARY KEY (id DESC)');
    expect(descending['unique-and-index']?.[2]).toMatch(/ ON t \(id DESC\);$/);
  });
});
