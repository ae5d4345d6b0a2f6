// The Writes lab's fields as plain values to draw: what can be chosen, what is, and why not.
// Pure; what a run asks of the engine stands in writes-request.
import { emptySchema } from '../../../../engine/model/database/schema.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import type { TechniqueId, WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type { WriteStart, WritesKind } from '../../../../engine/model/writes/writes.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { type WritesSettings, writeBudgetsMs, writeRowChoices } from '../../../writes-store.ts';
import { tableRowCounts } from '../../data/table-row-counts.ts';
import { batchedTechnique, batchSizeFields } from './choices/batch-sizes.ts';
import { tableChoices } from './choices/writable-tables.ts';
import { type ChosenWrites, chosenWrites } from './chosen-writes.ts';
import { expectedWords } from './expected-words.ts';
import { priceSetsWords } from './setups/index-sets.ts';
import { type SetupFields, setupFields } from './setups/setup-fields.ts';
import { updateRefusal } from './update/update-columns.ts';
import type { TechniqueChoice, UpdateFields, WritesChoice, WritesFacts } from './writes-fields.ts';
import { rowsRefusal, tableRefusal, writesRefusal } from './writes-refusals.ts';

export interface WritesForm extends SetupFields {
  tables: WritesChoice[];
  /** '' when there is none. */
  table: string;
  operations: WritesChoice<WriteOperation>[];
  operation: WriteOperation;
  /** Values are whole numbers as text. */
  rowChoices: WritesChoice[];
  /** As in `rowChoices`. */
  rows: string;
  /** What is known of the table's rows: 'products has 20,000 rows.' */
  rowsNote: string | null;
  starts: WritesChoice<WriteStart>[];
  start: WriteStart;
  /** Null unless the operation is an update. */
  update: UpdateFields | null;
  techniques: TechniqueChoice[];
  /** Those that are measured. */
  baselines: WritesChoice<TechniqueId>[];
  /** Null when nothing is measured. */
  baseline: TechniqueId | null;
  /** Of the batched technique, none where it cannot apply; values are whole numbers as text. */
  batchSizes: WritesChoice[];
  batchSize: string;
  /** What bounds it, where it does: 'A statement takes 32,766 variables, ...' */
  batchNote: string | null;
  /** Operations of the price of indexes. */
  priceOperations: (WritesChoice<WriteOperation> & { isMeasured: boolean })[];
  /** Null unless updates are priced. */
  priceUpdate: UpdateFields | null;
  /** What the sets of indexes are: '4 sets of indexes: no index, ...'; null where there is one. */
  priceSetsNote: string | null;
  /** What the table holds before its inserts. */
  priceStarts: WritesChoice<WriteStart>[];
  priceStart: WriteStart;
  /** Values are milliseconds as text. */
  budgets: WritesChoice[];
  budget: string;
  /** By kind, what a run costs: '27 contenders: at most 20 s, ...'. '' where it is refused. */
  expected: Record<WritesKind, string>;
  /** By kind, why a run cannot begin; null when it can. */
  refusals: Record<WritesKind, string | null>;
  /** Why the constraints cannot be tried; null when they can. */
  trialRefusal: string | null;
}

/** The fields as they stand. Before the schema is read there is little to choose from. */
export function writesForm(
  playground: Playground,
  settings: WritesSettings,
  facts: WritesFacts,
): WritesForm {
  const chosen = chosenWrites(playground, settings, facts);
  const schema = facts.inspection?.schema ?? emptySchema;
  const counts = tableRowCounts(playground, facts.database);
  const refusal = (kind: WritesKind) => writesRefusal(kind, playground, chosen, facts);
  const refusals = byKind(refusal);
  const expected = chosen && expectedWords(settings, chosen);
  return {
    tables: tableChoices(schema, counts),
    table: chosen?.table.name ?? '',
    operations: operationChoices(chosen),
    operation: settings.operation,
    ...rowFields(settings, chosen),
    starts: chosen?.starts ?? [],
    start: chosen?.start ?? 'as-is',
    update: chosen && settings.operation === 'update' ? updateFields(chosen) : null,
    ...techniqueFields(chosen),
    ...batchFields(chosen),
    ...setupFields(playground, chosen),
    priceOperations: operationChoices(chosen).map((choice) => ({
      ...choice,
      isMeasured: chosen?.price.operations.includes(choice.value) ?? false,
    })),
    priceUpdate: chosen?.price.operations.includes('update') ? updateFields(chosen) : null,
    priceSetsNote:
      chosen && chosen.price.sets.length > 1 ? priceSetsWords(chosen.price.sets) : null,
    priceStarts: chosen?.price.starts ?? [],
    priceStart: chosen?.price.start ?? 'as-is',
    budgets: writeBudgetsMs.map((budgetMs) => ({
      value: String(budgetMs),
      label: `${budgetMs / 1000} s`,
      reason: null,
    })),
    budget: String(settings.budgetMs),
    expected: byKind((kind) => (refusals[kind] === null && expected ? expected[kind] : '')),
    refusals,
    trialRefusal: tableRefusal(playground, chosen, facts),
  };
}

function byKind<Value>(of: (kind: WritesKind) => Value): Record<WritesKind, Value> {
  return {
    techniques: of('techniques'),
    'batch-sizes': of('batch-sizes'),
    'index-price': of('index-price'),
    constraints: of('constraints'),
  };
}

const operationLabels: Record<WriteOperation, string> = {
  insert: 'Insert',
  update: 'Update',
  delete: 'Delete',
};

function operationChoices(chosen: ChosenWrites | null): WritesChoice<WriteOperation>[] {
  const reason = chosen && rowsRefusal(chosen);
  const column = chosen && updateRefusal(chosen.table, chosen.columns);
  return [
    { value: 'insert', label: operationLabels.insert, reason: null },
    { value: 'update', label: operationLabels.update, reason: reason ?? column },
    { value: 'delete', label: operationLabels.delete, reason },
  ];
}

function rowFields(
  settings: WritesSettings,
  chosen: ChosenWrites | null,
): Pick<WritesForm, 'rowChoices' | 'rows' | 'rowsNote'> {
  const { table, tableRows = null, operation = 'insert', rows = settings.rows } = chosen ?? {};
  const isBounded = operation !== 'insert' && tableRows !== null;
  const counts = [...writeRowChoices, rows, ...(isBounded ? [tableRows] : [])];
  const all = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
  const known =
    table && tableRows !== null ? `${table.name} has ${formatCountOf(tableRows, 'row')}.` : null;
  return {
    rowChoices: all.map((count) => ({
      value: String(count),
      label: formatCountOf(count, 'row'),
      ...(isBounded && count === tableRows && { detail: 'All of them' }),
      reason: isBounded && count > tableRows ? known : null,
    })),
    rows: String(rows),
    rowsNote: known,
  };
}

function updateFields({ columns, column, expression }: ChosenWrites): UpdateFields | null {
  if (!column) return null;
  return {
    columns: columns.map(({ name, indexes }) => ({
      value: name,
      label: name,
      detail: indexes.length === 0 ? 'In no index' : `In ${formatList(indexes)}`,
      reason: null,
    })),
    column: column.name,
    expression,
    defaultExpression: column.expression,
    note: expression === column.expression ? column.note : null,
  };
}

function techniqueFields(
  chosen: ChosenWrites | null,
): Pick<WritesForm, 'techniques' | 'baselines' | 'baseline'> {
  const techniques = chosen?.techniques ?? [];
  return {
    techniques,
    baselines: techniques
      .filter(({ isMeasured }) => isMeasured)
      .map(({ id, name }) => ({ value: id, label: name, reason: null })),
    baseline: techniques.find(({ isBaseline }) => isBaseline)?.id ?? null,
  };
}

function batchFields(
  chosen: ChosenWrites | null,
): Pick<WritesForm, 'batchSizes' | 'batchSize' | 'batchNote'> {
  const technique = chosen && batchedTechnique(chosen.operation);
  const choice = chosen?.techniques.find(({ id }) => id === technique?.id);
  // Where no technique takes several rows a statement there is nothing to choose.
  const fields =
    chosen && choice?.reason === null
      ? batchSizeFields(chosen.table, chosen.operation, chosen.rows)
      : null;
  return {
    batchSizes: fields?.choices ?? [],
    batchSize: String(chosen?.batchSize ?? ''),
    batchNote: choice?.isMeasured ? (fields?.note ?? null) : null,
  };
}
