// The lab's fields with all that follows the playground filled in: what the form shows and what a
// request asks come from here alone. Pure.
import type { Schema, Table } from '../../../../engine/model/database/schema.ts';
import type { Index, Playground } from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type { IndexSet, WriteStart } from '../../../../engine/model/writes/writes.ts';
import type { WritesExperiment, WritesSettings } from '../../../writes-store.ts';
import { tableRowCounts } from '../../data/table-row-counts.ts';
import { batchSizeOf, batchSizesOf } from './choices/batch-sizes.ts';
import { startChoices, startOf } from './choices/start-choices.ts';
import { keyReason, techniqueChoices } from './choices/technique-choices.ts';
import { blockingTables, chosenTable, rowsOf } from './choices/writable-tables.ts';
import { indexesOn, priceSets } from './setups/index-sets.ts';
import { type AlikeSetups, alikeSetups, measuredSetups } from './setups/measured-setups.ts';
import { type UpdateColumn, updateColumns, updateRefusal } from './update/update-columns.ts';
import type { TechniqueChoice, WritesChoice, WritesFacts } from './writes-fields.ts';

export interface ChosenWrites {
  schema: Schema;
  table: Table;
  /** Of the playground, on the table. */
  indexes: Index[];
  operation: WriteOperation;
  /** Rows of the table; null where nobody has counted them. */
  tableRows: number | null;
  /** That a run of the operation writes; 0 when the table has none to update or delete. */
  rows: number;
  starts: WritesChoice<WriteStart>[];
  start: WriteStart;
  columns: UpdateColumn[];
  /** Null when no column can be set. */
  column: UpdateColumn | null;
  expression: string;
  techniques: TechniqueChoice[];
  batchSize: number;
  /** Those of a run of batch sizes; the first is its baseline. */
  batchSizes: number[];
  /** Those that are measured. */
  setups: WritesExperiment['setups'];
  alike: AlikeSetups;
  price: ChosenPrice;
}

export interface ChosenPrice {
  /** Those of the chosen ones that apply to the table. */
  operations: WriteOperation[];
  sets: IndexSet[];
  rows: number;
  starts: WritesChoice<WriteStart>[];
  /** Of inserts; updates and deletes keep their rows. */
  start: WriteStart;
}

/** Null before the schema was read, and when it has no table that can be written to. */
export function chosenWrites(
  playground: Playground,
  settings: WritesSettings,
  { inspection, database }: Pick<WritesFacts, 'inspection' | 'database'>,
): ChosenWrites | null {
  const schema = inspection?.schema;
  if (!schema) return null;
  const counts = tableRowCounts(playground, database);
  const table = chosenTable(playground, schema, counts, settings.table);
  if (!table) return null;
  const { operation } = settings;
  const tableRows = rowsOf(counts, table.name);
  const rows = rowsToWrite(operation, settings.rows, tableRows);
  const indexes = indexesOn(playground, table.name);
  const alike = alikeSetups(playground, { schema, table, operation });
  const setups = measuredSetups(playground, settings, alike);
  const columns = updateColumns(schema, table, indexes);
  const column = columns.find(({ name }) => name === settings.updateColumn) ?? columns[0] ?? null;
  const hasIndexes = indexes.some(({ name }) =>
    setups.some((setup) => setup.indexes.includes(name)),
  );
  const starts = startChoices(schema, table, operation, tableRows);
  return {
    schema,
    table,
    indexes,
    operation,
    tableRows,
    rows,
    starts,
    start: startOf(starts, settings.start),
    columns,
    column,
    expression: settings.updateExpression ?? column?.expression ?? '',
    techniques: techniqueChoices(settings, { table, operation, tableRows, rows, hasIndexes }),
    batchSize: batchSizeOf(table, operation, settings.batchSize, rows),
    batchSizes: batchSizesOf(table, operation).filter((size) => size <= rows),
    setups,
    alike,
    price: chosenPrice(playground, settings, { schema, table, tableRows, columns }),
  };
}

/** Updates and deletes take rows that are there. */
function rowsToWrite(operation: WriteOperation, wanted: number, tableRows: number | null): number {
  return operation === 'insert' || tableRows === null ? wanted : Math.min(wanted, tableRows);
}

/** One run for all operations: the rows that all of them can write. */
function chosenPrice(
  playground: Playground,
  { priceOperations, rows, start }: WritesSettings,
  {
    schema,
    table,
    tableRows,
    columns,
  }: Pick<ChosenWrites, 'schema' | 'table' | 'tableRows' | 'columns'>,
): ChosenPrice {
  const hasRows = tableRows !== 0 && keyReason(table) === null;
  const canUpdate = hasRows && updateRefusal(table, columns) === null;
  const applies = { insert: true, update: canUpdate, delete: hasRows };
  const operations = priceOperations.filter((operation) => applies[operation]);
  const isBlocked = operations.includes('delete') && blockingTables(schema, table.name).length > 0;
  const lead = operations.includes('insert') ? 'insert' : (operations[0] ?? 'insert');
  const starts = startChoices(schema, table, lead, tableRows);
  const wanted = startOf(starts, start);
  return {
    operations,
    sets: priceSets(playground, table.name),
    rows: Math.min(...operations.map((operation) => rowsToWrite(operation, rows, tableRows)), rows),
    starts,
    // Rows that are needed are kept: the engine empties the table for inserts alone.
    start: wanted === 'as-is' && isBlocked ? 'alone' : wanted,
  };
}
