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
});
