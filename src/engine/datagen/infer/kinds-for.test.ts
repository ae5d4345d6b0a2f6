import { describe, expect, it } from 'vitest';
import type { RecipeReport } from '../../model/database/recipe-report.ts';
import type { Column, Schema } from '../../model/database/schema.ts';
import { generatorForms } from '../../model/recipe/all-forms.ts';
import type { GeneratorKind } from '../../model/recipe/column-generator.ts';
import { initialSettings } from '../../model/recipe/initial-settings.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { describeRecipe } from '../describe/describe-recipe.ts';
import { kindsFor } from './kinds-for.ts';

const driver = await loadTestDriver();
const now = () => performance.now();

function withDatabase<Result>(sql: string, use: (database: Database) => Result): Result {
  const database = driver.open();
  database.run(sql);
  const result = use(database);
  database.close();
  return result;
}

/** The kinds of each column of the last table, by its name. */
function kindsOf(sql: string): Map<string, GeneratorKind[]> {
  return withDatabase(sql, (database) => {
    const table = readSchema(database).tables.at(-1);
    return new Map(table?.columns.map((column) => [column.name, kindsFor(column, table)]));
  });
}

const parent = 'CREATE TABLE p (id INTEGER PRIMARY KEY);';
const sql = `${parent} CREATE TABLE t (
  id INTEGER PRIMARY KEY, p_id INTEGER NOT NULL REFERENCES p, email TEXT NOT NULL, price REAL, quantity INTEGER,
  is_open BOOLEAN, made_on DATE, data BLOB, note TEXT NOT NULL DEFAULT 'x', x, total REAL GENERATED ALWAYS AS (price * quantity))`;

describe('kindsFor', () => {
  it('begins with what is inferred, and goes on with what fits the type', () => {
    const kinds = kindsOf(sql);
    const first = (name: string) => kinds.get(name)?.[0];
    expect(['id', 'p_id', 'email', 'price', 'quantity', 'is_open'].map(first)).toEqual([
      'sequence',
      'reference',
      'email',
      'price',
      'integer',
      'flag',
    ]);
    expect(['made_on', 'data', 'note', 'x'].map(first)).toEqual([
      'moment',
      'blob',
      'sentences',
      'word',
    ]);
    expect(kinds.get('quantity')).toContain('zipf');
    expect(kinds.get('quantity')).not.toContain('city');
    expect(kinds.get('email')).toContain('template');
    expect(kinds.get('x')?.length).toBeGreaterThan(40);
  });

  it('offers references to foreign keys alone, and DEFAULT where there can be one', () => {
    const kinds = kindsOf(sql);
    const offering = (kind: GeneratorKind) =>
      [...kinds].filter(([, each]) => each.includes(kind)).map(([name]) => name);
    expect(offering('reference')).toEqual(['p_id']);
    expect(offering('default')).not.toContain('email');
    expect(offering('default')).toContain('note');
    expect(offering('default')).not.toContain('id');
    expect(kinds.get('total')).toEqual([]);
  });

  it('lists every kind once, and leaves none out altogether', () => {
    const kinds = kindsOf(sql);
    for (const [, each] of kinds) expect(new Set(each).size).toBe(each.length);
    const offered = new Set([...kinds.values()].flat());
    expect(Object.keys(generatorForms).filter((kind) => !offered.has(kind as never))).toEqual([]);
  });

  // The texts that these begin with are no numbers: the form asks for the values.
  const asked = new Set<GeneratorKind>(['choice', 'list']);

  it.each([
    ['plain', sql],
    [
      'STRICT',
      `${parent} CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER NOT NULL REFERENCES p, a INT, b REAL, c TEXT, d BLOB, e ANY) STRICT`,
    ],
  ])('offers nothing that a %s table refuses', (_, script) => {
    withDatabase(script, (database) => {
      const schema = readSchema(database);
      const kinds = [...kindsOf(script)].map(
        ([column, each]) => [column, each.filter((kind) => !asked.has(kind))] as const,
      );
      const most = Math.max(...kinds.map(([, each]) => each.length));
      // Every column in its next kind at once: each kind of each column comes up.
      for (let turn = 0; turn < most; turn++) {
        const chosen = kinds.flatMap(([column, each]) => {
          const kind = each[turn % each.length];
          return kind ? [[column, kind] as const] : [];
        });
        const recipe = {
          seed: 1,
          generatorsVersion: 1,
          rows: { p: 5, t: 20 },
          columns: {
            t: Object.fromEntries(
              chosen.map(([column, kind]) => [
                column,
                { generator: settingsFor(kind, column, affinityOf(schema, column)), nullShare: 0 },
              ]),
            ),
          },
        } as const;
        const report = describeRecipe(schema, recipe, database, now);
        expect(report.problems, chosen.join(' ')).toEqual([]);
        const preview = report.tables.find(({ table }) => table === 't')?.preview;
        expect(preview, chosen.join(' ')).toMatchObject({ status: 'made' });
        for (const [column, kind] of chosen) {
          expect(columnOf(report, column)).toMatchObject({ isExplicit: true, settings: { kind } });
        }
      }
    });
  });
});

function affinityOf(schema: Schema, name: string): Column['affinity'] {
  const table = schema.tables.find((each) => each.name === 't');
  return table?.columns.find((column) => column.name === name)?.affinity ?? 'blob';
}

function settingsFor(kind: GeneratorKind, column: string, affinity: Column['affinity']) {
  // The number that forms begin with is no BLOB; NULL suits every type.
  if (kind === 'constant' && column === 'd') return { kind, value: null };
  if (kind === 'expression' && column === 'd') return { kind, sql: 'NULL' };
  return initialSettings(kind, affinity);
}

function columnOf(report: RecipeReport, name: string) {
  return report.tables
    .find(({ table }) => table === 't')
    ?.columns.find(({ column }) => column === name);
}
