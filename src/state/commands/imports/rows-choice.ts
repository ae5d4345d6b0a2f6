// What is proposed for a file of rows: a table of its own, or one whose columns have these names.
import type { Schema, Table } from '../../../engine/model/database/schema.ts';
import type { RowsFileReport, RowsTarget } from '../../../engine/model/transfer/import.ts';
import { isSameName } from '../../../lib/sql-name.ts';
import type { RowsChoice } from '../../import-store.ts';

/** A new table named after the file; a name that is taken gets a number. */
export function newTableChoice(
  report: RowsFileReport,
  fileName: string,
  schema: Schema,
): RowsChoice {
  const wished = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  const base = wished === '' || /^sqlite_/i.test(wished) ? 'imported' : wished;
  const isTaken = (name: string) => schema.tables.some((table) => isSameName(table.name, name));
  let table = base;
  for (let number = 2; isTaken(table); number++) table = `${base}_${number}`;
  return { table, isNew: true, columns: report.columns, mapping: [] };
}

/** Rows for a table that is there: fields go to the columns of their names. */
export function existingTableChoice(report: RowsFileReport, table: Table): RowsChoice {
  const mapping = report.columns.map(
    ({ name }) =>
      table.columns.find((column) => !column.isGenerated && isSameName(column.name, name))?.name ??
      null,
  );
  return { table: table.name, isNew: false, columns: report.columns, mapping };
}

/** The table that the file's rows fit best: most of its fields have columns there. */
export function fittingTable(report: RowsFileReport, schema: Schema): Table | null {
  const fits = schema.tables.map((table) => ({
    table,
    found: existingTableChoice(report, table).mapping.filter((name) => name !== null).length,
  }));
  const [best] = fits.toSorted((one, other) => other.found - one.found);
  return best && best.found > report.columns.length / 2 ? best.table : null;
}

/** The choice as the transfer worker is told. */
export function toRowsTarget({ table, isNew, columns, mapping }: RowsChoice): RowsTarget {
  return { table, isNew, columns: isNew ? columns : mapping };
}
