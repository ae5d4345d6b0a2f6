import { describe, expect, it } from 'vitest';
import type { RecipeReport } from '../model/database/recipe-report.ts';
import { readSchema } from '../schema/read-schema.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { describeRecipe } from './describe-recipe.ts';

const driver = await loadTestDriver();

function reportOf(sql: string, rows: Record<string, number> = {}): RecipeReport {
  const db = driver.open();
  db.run(sql);
  const report = describeRecipe(readSchema(db), { seed: 1, generatorsVersion: 1, rows });
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
      'customer_name: person',
      'phone: phone',
      'city: city',
      'category: category',
      'status: status',
      'created_at: time',
      'is_active: flag',
      'price: price',
      'quantity: quantity',
      'url: url',
      'description: text',
    ]);
  });

  it('reads "name" by its table', () => {
    expect(generators('name TEXT', 'products')).toEqual(['name: product']);
    expect(generators('name TEXT', 'Student')).toEqual(['name: person']);
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
      'name: integer',
      'created_at: time',
      'x: date',
      'y: flag',
      'z: bytes',
      'w: number',
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
      { code: 'data-unsatisfiable', place: { source: 'recipe', name: 't' } },
    ]);
    expect(reportOf(sql, { t: 3 }).problems).toEqual([]);
  });
});
