// Planning without data: what is asked of the shadow databases, and what they answer.
import type { StatisticsRow } from '../database/database.ts';
import type { ImportedData } from '../database/imported-data.ts';
import type { RecipeReport } from '../database/recipe-report.ts';
import type { Schema } from '../database/schema.ts';
import type { SchemaFinding } from '../database/schema-finding.ts';
import type { EngineError } from '../errors.ts';
import type { Index, Query, Recipe, Setup } from '../playground.ts';
import type { Bindings } from '../values.ts';
import type { PlanOutcome, ProvisionalReason } from './plan.ts';
import type { Explanation } from './program.ts';

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
  /** Seeds the parameters' draws, as ComparisonRequest.seed: plans go by the values that are run. */
  seed: number;
  /** By query id: the first draws of queries whose values come from the data, which has none here. */
  draws: Record<string, Bindings>;
}

export interface PlanReport {
  cells: { queryId: string; setupId: string; outcome: PlanOutcome }[];
}

/** One query's plan in full, in every setup. */
export interface ExplainRequest extends Omit<PlanRequest, 'queries'> {
  query: Query;
}

export type ExplainOutcome =
  | {
      status: 'explained';
      explanation: Explanation;
      /** What it was planned with; NULL for values that are not known yet. */
      bindings: Bindings;
      isProvisional: boolean;
      provisionalReason?: ProvisionalReason;
    }
  | { status: 'failed'; error: EngineError };

export interface ExplainReport {
  queryId: string;
  setups: { setupId: string; outcome: ExplainOutcome }[];
}
