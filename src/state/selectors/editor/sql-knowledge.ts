// What the editor may know of the playground: its schema as the planner read it, the indexes of all
// setups, the rows that each table has or will have.
import { emptySchema, type Schema } from '../../../engine/model/database/schema.ts';
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { knownIndexes } from '../../../engine/sql/assist/names/known-indexes.ts';
import type { SqlKnowledge } from '../../../engine/sql/assist/sql-knowledge.ts';
import type { BuiltDatabase } from '../../runs-store.ts';
import { tableRowCounts } from '../data/table-row-counts.ts';

type Parts = readonly unknown[];

// One entry a schema: the knowledge last made for it, and what it was made from.
const made = new WeakMap<Schema, { parts: Parts; knowledge: SqlKnowledge }>();

/**
 * The same object as long as schema, indexes, recipe and database are the same: typing a query
 * makes no new one. Rows are those that tableRowCounts knows.
 */
export function sqlKnowledge(
  inspection: InspectReport | null,
  playground: Playground,
  database: BuiltDatabase | null,
): SqlKnowledge {
  const schema = inspection?.schema ?? emptySchema;
  const { schemaSql, indexes, recipe, imported } = playground;
  const parts: Parts = [schemaSql, indexes, recipe, imported, database];
  const kept = made.get(schema);
  if (kept?.parts.every((part, at) => part === parts[at])) return kept.knowledge;
  const knowledge: SqlKnowledge = {
    schema,
    indexes: knownIndexes(schema, schemaSql, indexes),
    rows: tableRowCounts(playground, database).rows,
  };
  made.set(schema, { parts, knowledge });
  return knowledge;
}
