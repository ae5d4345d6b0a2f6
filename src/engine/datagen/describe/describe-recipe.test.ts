import { describe, expect, it } from 'vitest';
import type { RecipeReport } from '../../model/database/recipe-report.ts';
import { readSchema } from '../../schema/read-schema.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { describeRecipe } from './describe-recipe.ts';

const driver = await loadTestDriver();
const now = () => performance.now();

function reportOf(sql: string, rows: Record<string, number> = {}): RecipeReport {
  const db = driver.open();
  db.run(sql);
  const report = describeRecipe(readSchema(db), { seed: 1, generatorsVersion: 1, rows }, db, now);
  db.close();
  return report;
}

/** 'column: generator' of the only table. */
function generators(columns: string, table = 't'): string[] {
  const report = reportOf(`CREATE TABLE ${table} (${columns})`, { [table]: 100 });
  return report.tables[0]?.columns.map(({ column, generator }) => `${column}: ${generator}`) ?? [];
}

describe('describeRecipe', () => {
  it('infers generators from names', () => {
    expect(
      generators(
        'id INTEGER PRIMARY KEY, email TEXT, firstName TEXT, customer_name TEXT, phone TEXT, city TEXT, category TEXT, status TEXT, created_at TEXT, is_active INTEGER, price REAL, quantity INT, url TEXT, description TEXT',
      ),
    ).toEqual([
      'id: sequence',
      'email: e-mail',
      'firstName: first name',
      'customer_name: full name',
      'phone: phone',
      'city: city',
      'category: category',
      'status: one of a list',
      'created_at: date or time',
      'is_active: yes or no',
      'price: price',
      'quantity: whole number',
      'url: web address',
      'description: sentences',
    ]);
  });

  it('reads "name" by its table', () => {
    expect(generators('name TEXT', 'products')).toEqual(['name: product']);
    expect(generators('name TEXT', 'Student')).toEqual(['name: full name']);
    expect(generators('name TEXT', 'suppliers')).toEqual(['name: company']);
    expect(generators('name TEXT', 'things')).toEqual(['name: title']);
  });

  it('lets the type overrule the name, and serves types without a name', () => {
    expect(
      generators(
        'price TEXT, name INTEGER, created_at INTEGER, x DATE, y BOOLEAN, z BLOB, w DECIMAL(5,2), v',
        'products',
      ),
    ).toEqual([
      'price: word',
      'name: whole number',
      'created_at: date or time',
      'x: date or time',
      'y: yes or no',
      'z: bytes',
      'w: decimal number',
      'v: word',
    ]);
  });

  it('gives five samples as they will look, long ones cut', () => {
    const [table] = reportOf(
      'CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT, data BLOB, deleted_at TEXT)',
      { t: 9 },
    ).tables;
    const [id, body, data, deleted] = table?.columns ?? [];
    expect(id?.samples).toEqual(['1', '2', '3', '4', '5']);
    expect(body?.samples.every((sample) => sample.length <= 60)).toBe(true);
    expect(data?.samples[0]).toMatch(/^x'[0-9a-f]{16}\.\.\.'$/);
    expect(deleted?.description).toMatch(/90 % NULL$/);
    expect(deleted?.samples).toContain('NULL');
  });

  it('describes tables in the order of the schema, also those without rows', () => {
    const sql =
      'CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent); CREATE TABLE parent (id INTEGER PRIMARY KEY)';
    const report = reportOf(sql, { parent: 3, child: 5 });
    expect(report.tables.map(({ table }) => table)).toEqual(['child', 'parent']);
    expect(report.tables[0]?.columns[1]).toMatchObject({ generator: 'reference' });
    expect(report.problems).toEqual([]);
    expect(reportOf(sql).tables).toHaveLength(2);
  });

  it('names what cannot work', () => {
    const sql = "CREATE TABLE t (x TEXT UNIQUE CHECK (x IN ('a', 'b', 'c')))";
    expect(reportOf(sql, { t: 100 }).problems).toMatchObject([
      { code: 'data-unsatisfiable', place: { source: 'recipe', name: 't.x' } },
    ]);
    expect(reportOf(sql, { t: 3 }).problems).toEqual([]);
  });

  it('tells the settings in force, whether they are set, and the share of NULL', () => {
    const db = driver.open();
    db.run(
      'CREATE TABLE t (id INTEGER PRIMARY KEY, price REAL CHECK (price <= 50), note TEXT, code TEXT NOT NULL, total REAL, made_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)',
    );
    const report = describeRecipe(
      readSchema(db),
      {
        seed: 1,
        generatorsVersion: 1,
        rows: { t: 100 },
        columns: {
          t: {
            code: { generator: { kind: 'pattern', pattern: 'A-##' }, nullShare: 0 },
            total: { generator: { kind: 'expression', sql: 'price * 2' }, nullShare: 0.5 },
          },
        },
      },
      db,
      now,
    );
    const [table] = report.tables;
    const [id, price, note, code, total] = table?.columns ?? [];
    expect(id).toMatchObject({
      settings: { kind: 'sequence', start: 1, step: 1 },
      isExplicit: false,
      canBeNull: false,
    });
    expect(price).toMatchObject({ settings: { kind: 'price', min: 1, max: 50 }, canBeNull: true });
    expect(note).toMatchObject({ settings: { kind: 'sentences', most: 2 }, nullShare: 0.7 });
    expect(code).toMatchObject({ isExplicit: true, nullShare: 0, canBeNull: false });
    expect(code?.samples.every((sample) => /^[A-Z]-\d\d$/.test(sample))).toBe(true);
    expect(total).toMatchObject({
      generator: 'expression',
      description: 'price * 2',
      isExplicit: true,
      nullShare: 0.5,
    });
    expect(table?.preview).toMatchObject({ status: 'made' });
    if (table?.preview.status === 'made') expect(table.preview.rows).toHaveLength(10);
    expect(db.all('SELECT count(*) FROM t')).toEqual([[0]]);
    db.close();
  });
});
