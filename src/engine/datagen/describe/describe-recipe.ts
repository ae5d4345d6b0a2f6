// The recipe in words, for the Data tab: every column's generator, samples, and what cannot work.
// The first rows as SQLite will hold them stand in preview-rows.ts.

import { toHex } from '../../../lib/hash/hex.ts';
import type {
  ColumnReport,
  RecipeReport,
  TablePreview,
} from '../../model/database/recipe-report.ts';
import type { Schema, Table } from '../../model/database/schema.ts';
import type { Recipe } from '../../model/playground.ts';
import { generatorForms } from '../../model/recipe/all-forms.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { SqlValue } from '../../model/values.ts';
import type { Database } from '../../sqlite/driver.ts';
import { kindsFor } from '../infer/kinds-for.ts';
import { type ExistingRows, unknownRows } from '../plan/existing-rows.ts';
import { planSchema } from '../plan/plan-schema.ts';
import type { PlannedColumn } from '../plan/plan-table.ts';
import { isNullable } from '../plan/table-order.ts';
import { createPreviewBudget, type PreviewBudget } from './preview-budget.ts';
import { previewRows } from './preview-rows.ts';

const sampleCount = 5;
const longestSample = 60;
const previewCount = 10;

const noPreview: TablePreview = { status: 'made', columns: [], rows: [] };

/**
 * How each table's rows will be made, in the order of the schema. Tables without rows in the recipe
 * are described as well. `database` has the schema, and gets its first rows for a moment (they are
 * rolled back); null for a report without previews. `now` is a clock: what takes too long is left out. Literal rows are left out of account unless
 * `existing` tells of them; a missing parent row is then no problem yet.
 */
export function describeRecipe(
  schema: Schema,
  recipe: Recipe,
  database: Database | null,
  now: () => Milliseconds,
  existing: ExistingRows = unknownRows,
): RecipeReport {
  const plan = planSchema(schema, recipe, existing);
  const previews = database && previewRows(database, plan, previewCount, createPreviewBudget(now));
  const budget = createPreviewBudget(now);
  const inOrder = plan.tables.toSorted(
    (one, other) => schema.tables.indexOf(one.table) - schema.tables.indexOf(other.table),
  );
  return {
    tables: inOrder.map(({ table, columns }) => {
      const preview = previews?.get(table.name) ?? noPreview;
      return {
        table: table.name,
        columns: columns.map((planned) => columnReport(planned, table, preview, budget)),
        preview,
      };
    }),
    problems: plan.problems,
  };
}

function columnReport(
  planned: PlannedColumn,
  table: Table,
  preview: TablePreview,
  budget: PreviewBudget,
): ColumnReport {
  const { column, generator, settings, isExplicit, nullShare } = planned;
  return {
    column: column.name,
    generator: generator?.name ?? (settings ? generatorForms[settings.kind].label : 'SQLite'),
    description: generator?.description ?? madeBySqlite(planned),
    samples: samplesOf(planned, preview, budget),
    settings,
    isExplicit,
    nullShare,
    canBeNull: isNullable(table, column.name),
    kinds: kindsFor(column, table),
  };
}

function madeBySqlite({ column, expressionSql }: PlannedColumn): string {
  return expressionSql ?? `DEFAULT ${column.defaultSql ?? 'NULL'}`;
}

// What SQLite makes is known from the preview alone.
function samplesOf(
  { column, generator }: PlannedColumn,
  preview: TablePreview,
  budget: PreviewBudget,
): string[] {
  if (generator) {
    const samples: string[] = [];
    while (samples.length < sampleCount && !budget.isSpent()) {
      const value = generator.at(samples.length);
      budget.make(value);
      samples.push(sampleText(value));
    }
    return samples;
  }
  if (preview.status === 'failed') return [];
  const place = preview.columns.indexOf(column.name);
  if (place < 0) return [];
  return preview.rows.slice(0, sampleCount).map((row) => sampleText(row[place] ?? null));
}

function sampleText(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) {
    return `x'${toHex(value.subarray(0, 8))}${value.length > 8 ? '...' : ''}'`;
  }
  const text = String(value);
  return text.length > longestSample ? `${text.slice(0, longestSample - 3)}...` : text;
}
