import { expect, test } from 'vitest';
import { generatorForms } from '../../model/recipe/all-forms.ts';
import type { ColumnRecipe } from '../../model/recipe/column-generator.ts';
import { readSchema } from '../../schema/read-schema.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { contentHash } from '../content-hash.ts';
import { generateRows } from './generate-rows.ts';

const driver = await loadTestDriver();
const kinds = Object.values(generatorForms).map((form) => form.kind);
// A column for each kind, without types: values are stored as they are made.
const names = kinds.map((kind) => kind.replaceAll('-', '_'));
const schema = `
  CREATE TABLE parents (id INTEGER PRIMARY KEY, x);
  CREATE TABLE t (id INTEGER PRIMARY KEY, ${names.map((name) => `"${name}"${name === 'reference' ? ' REFERENCES parents' : name === 'default' ? " DEFAULT 'd'" : ''}`).join(', ')});`;

function hashOf(seed: number, change: (recipe: ColumnRecipe) => ColumnRecipe): string {
  const database = driver.open();
  database.run(schema);
  const columns = kinds.map((kind, at) => {
    const generator = generatorForms[kind].initial;
    const ofRow =
      generator.kind === 'expression' ? { ...generator, sql: '"integer" * 2' } : generator;
    return [names[at] ?? '', change({ generator: ofRow, nullShare: 0 })] as const;
  });
  generateRows(
    database,
    readSchema(database),
    {
      seed,
      generatorsVersion: 1,
      rows: { parents: 40, t: 150 },
      columns: { t: Object.fromEntries(columns) },
    },
    () => {},
  );
  expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(database.all('SELECT count(*) FROM t')).toEqual([[150]]);
  const hash = contentHash(database, readSchema(database));
  database.close();
  return hash;
}

// A hash that changes means that old links no longer give their data (see schemas.testing.ts).
test('a recipe that sets every kind gives the same bytes as ever', () => {
  const plain = (recipe: ColumnRecipe) => recipe;
  expect(hashOf(42, plain)).toBe('b9b7c132c0b6b986');
  expect(hashOf(43, plain)).not.toBe('b9b7c132c0b6b986');
});

test('with a share of NULL in every column as well', () => {
  // A DEFAULT is of every row.
  const half = (recipe: ColumnRecipe) => ({
    ...recipe,
    nullShare: recipe.generator.kind === 'default' ? 0 : 0.5,
  });
  expect(hashOf(42, half)).toBe('657269f162908acd');
});

test('UNIQUE columns of every kind that can tell its values apart', () => {
  const few = ['reference', 'expression', 'default', 'constant', 'choice', 'list', 'flag'];
  const pools = ['city', 'state', 'country', 'country-code', 'category', 'first-name'];
  const numbers = ['normal', 'log-normal'];
  const others = ['middle-name', 'last-name', ...pools, ...few];
  const unique = kinds.filter((kind) => !others.includes(kind));
  const rows = 500;
  const database = driver.open();
  const column = (kind: string) => kind.replaceAll('-', '_');
  database.run(
    `CREATE TABLE t (id INTEGER PRIMARY KEY, ${unique.map((kind) => `"${column(kind)}" UNIQUE`).join(', ')})`,
  );
  const columns = unique.map((kind) => {
    const { initial } = generatorForms[kind];
    const generator = numbers.includes(kind) ? { ...initial, decimals: 3 } : initial;
    return [column(kind), { generator, nullShare: 0 }] as const;
  });
  generateRows(
    database,
    readSchema(database),
    {
      seed: 7,
      generatorsVersion: 2,
      rows: { t: rows },
      columns: { t: Object.fromEntries(columns) },
    },
    () => {},
  );
  expect(database.all('SELECT count(*) FROM t')).toEqual([[rows]]);
  expect(database.all('PRAGMA integrity_check')).toEqual([['ok']]);
  database.close();
});
