// What is proposed for a file that was looked at: what it becomes and, of rows, which table gets them.
// Pure; what the user decides instead stands in the import store.
import { emptySchema, type Schema } from '../../../engine/model/database/schema.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { RowsColumn, RowsFileReport } from '../../../engine/model/transfer/import.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import type { ImportPlace, KnownReport, RowsChoice } from '../../import-store.ts';
import { existingTableChoice, fittingTable, newTableChoice } from './rows-choice.ts';

export interface ProposedPlace {
  place: ImportPlace;
  /** Null unless the file holds rows. */
  rows: RowsChoice | null;
}

/** `schema`: of the playground, as far as it is known. */
export function proposal(
  report: KnownReport,
  playground: Playground,
  schema: Schema,
  fileName: string,
): ProposedPlace {
  switch (report.kind) {
    case 'database': {
      const isSameFile = playground.imported?.fileName === fileName;
      return { place: { kind: isSameFile ? 'replace-data' : 'new' }, rows: null };
    }
    case 'script':
      return { place: { kind: report.fitsPlayground ? 'text' : 'new' }, rows: null };
    case 'rows': {
      const place = { kind: fittingTable(report, schema) ? 'add-rows' : 'new' } as const;
      return { place, rows: rowsFor(report, place, schema, fileName) };
    }
    default:
      return assertNever(report);
  }
}

/** The table for a place: in the playground the one that fits best, otherwise a new one. */
export function rowsFor(
  report: RowsFileReport,
  place: ImportPlace,
  schema: Schema,
  fileName: string,
): RowsChoice {
  if (place.kind !== 'add-rows') return newTableChoice(report, fileName, emptySchema);
  const table = fittingTable(report, schema);
  return rowsInto(report, table?.name ?? null, schema, fileName);
}

/** The columns for a table of this name; a new one where there is none, and for null. */
export function rowsInto(
  report: RowsFileReport,
  name: string | null,
  schema: Schema,
  fileName: string,
): RowsChoice {
  const table = schema.tables.find((each) => each.name === name);
  return table ? existingTableChoice(report, table) : newTableChoice(report, fileName, schema);
}

/**
 * What was chosen, for the same file read with other options: all of it where its columns are what
 * they were, else the table alone.
 */
export function rowsReread(
  chosen: RowsChoice,
  before: RowsFileReport,
  report: RowsFileReport,
  schema: Schema,
  fileName: string,
): RowsChoice {
  if (isSame(before.columns, report.columns)) return chosen;
  if (!chosen.isNew) return rowsInto(report, chosen.table, schema, fileName);
  return { ...newTableChoice(report, fileName, emptySchema), table: chosen.table };
}

function isSame(columns: readonly RowsColumn[], others: readonly RowsColumn[]): boolean {
  return (
    columns.length === others.length &&
    columns.every(({ name, type }, at) => others[at]?.name === name && others[at].type === type)
  );
}
