// The rows of a recipe as cells that any engine can load: the same values on every side of a bench.
import { readExistingRows } from '../src/engine/datagen/fill/read-existing-rows.ts';
import { planSchema } from '../src/engine/datagen/plan/plan-schema.ts';
import type { Recipe } from '../src/engine/model/playground.ts';
import { readSchema } from '../src/engine/schema/read-schema.ts';
import type { Driver } from '../src/engine/sqlite/driver.ts';
import type { Load } from './native-reference.ts';

/** Plans the tables of a schema, parents first. Throws when the recipe cannot be met. */
export function plannedLoad(driver: Driver, createSql: string, recipe: Recipe): Load {
  const db = driver.open();
  db.run(createSql);
  const schema = readSchema(db);
  const { tables, problems } = planSchema(schema, recipe, readExistingRows(db, schema));
  db.close();
  const [problem] = problems;
  if (problem) throw new Error(problem.message);
  return {
    createSql,
    tables: tables.map(({ table, rows, columns }) => ({
      table: table.name,
      rows,
      columns: columns.map(({ column }) => column.name),
      cells: columns.map(({ column, generator }) => {
        if (!generator) throw new Error(`${column.name} is made by SQLite.`);
        return generator.at;
      }),
    })),
  };
}
