// Planning without data: what is asked of the shadow databases, and what they answer.
import type { StatisticsRow } from '../database/database.ts';
import type { ImportedData } from '../database/imported-data.ts';
import type { RecipeReport } from '../database/recipe-report.ts';
import type { Schema } from '../database/schema.ts';
import type { SchemaFinding } from '../database/schema-finding.ts';
import type { EngineError } from '../errors.ts';
import type { Index, Query, Recipe, Setup } from '../playground.ts';
import type { PlanOutcome } from './plan.ts';

export interface InspectRequest {
  schemaSql: string;
  indexes: Index[];
  recipe: Recipe;
  /** The data when it came from a file: its findings differ. */
  imported?: ImportedData;
  /** False: the first rows are not made; true when absent. */
  needsPreview?: boolean;
}

export interface InspectReport {
  /** What could be created; the tables before a failing statement are there. */
  schema: Schema;
  /** The first failing statement of the schema script. */
  error: EngineError | null;
  /** Indexes that cannot be created, by name. */
  indexErrors: Record<string, EngineError>;
  /** How each table's rows will be made. */
  recipe: RecipeReport;
  /** What catches the eye in schema and indexes. */
  findings: SchemaFinding[];
}

export interface PlanRequest {
  schemaSql: string;
  indexes: Index[];
  queries: Query[];
  setups: Setup[];
  /** sqlite_stat1 of the loaded database, for setups with statistics. */
  statistics: StatisticsRow[];
}

export interface PlanReport {
  cells: { queryId: string; setupId: string; outcome: PlanOutcome }[];
}
