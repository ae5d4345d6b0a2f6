// Builds a database from nothing: schema with its literal rows, then generated rows. Without indexes.
// A failed build leaves nothing behind: the new database is closed and the error says why.
import { expectedBytes, generateRows } from '../datagen/fill/generate-rows.ts';
import type { BuildProgress, DatabaseRequest } from '../model/database/database.ts';
import type { Schema } from '../model/database/schema.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Platform } from '../model/platform.ts';
import { findForeignKeyProblems } from '../schema/foreign-key-problems.ts';
import { readSchema } from '../schema/read-schema.ts';
import { schemaStatementRefusal } from '../sql/statements/statement-refusal.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { runScript } from '../sqlite/run-script.ts';
import { withSmallCache } from './small-cache.ts';

export interface BuiltDatabase {
  database: Database;
  /** What there is to say of its rows, as sentences. */
  notes: string[];
}

export type ReportBuild = (progress: BuildProgress) => void;

/** Opens and fills a database. Throws an EngineFailure that names table, column and constraint. */
export function buildDatabase(
  driver: Driver,
  platform: Platform,
  request: DatabaseRequest,
  report: ReportBuild,
): BuiltDatabase {
  const { recipe, indexes } = request;
  const database = driver.open(undefined, {
    reserveBytes: expectedBytes(recipe, indexes.length),
  });
  try {
    report({ phase: 'schema', fraction: 0 });
    const notes = withSmallCache(database, () => {
      const schema = loadSchema(database, platform, request.schemaSql);
      return generateRows(
        database,
        schema,
        recipe,
        ({ table, ...progress }) => report({ phase: 'rows', name: table, ...progress }),
        platform.now,
      );
    });
    return { database, notes };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function loadSchema(database: Database, platform: Platform, schemaSql: string): Schema {
  database.run('BEGIN');
  const { error } = runScript(database, schemaSql, {
    clock: platform.now,
    keep: 0,
    place: { source: 'schema' },
    refuse: schemaStatementRefusal,
  });
  if (error) throw new EngineFailure(error);
  database.run('COMMIT');
  const schema = readSchema(database);
  const [problem] = findForeignKeyProblems(schema);
  if (problem) throw new EngineFailure(problem);
  return schema;
}
