// Bytes that rows take in SQLite's file format, reckoned from a few of them.
// https://www.sqlite.org/fileformat2.html: a cell is its length, its rowid, and a record.
import type { Table } from '../../../engine/model/database/schema.ts';
import type { Bytes } from '../../../engine/model/units.ts';
import type { SqlValue } from '../../../engine/model/values.ts';
import { recordBytes, varintLength } from '../../../lib/record-bytes.ts';

/** Pages are seldom quite full: what is left at their ends, and the pages of pointers. */
const fillFactor = 0.96;
/** The cell's place in the page's directory. */
const pointerBytes = 2;

/**
 * Average bytes of a row of the table itself, without its indexes; null without rows. A row id of a
 * preview is small, so `rows` says how large they will be; `cutBytes` have been cut from its values.
 */
export function rowBytes(
  { columns, isWithoutRowid }: Pick<Table, 'columns' | 'isWithoutRowid'>,
  names: readonly string[],
  sample: readonly (readonly SqlValue[])[],
  rows: number,
  cutBytes: Bytes = 0,
): Bytes | null {
  if (sample.length === 0) return null;
  const rowidBytes = isWithoutRowid ? 0 : varintLength(rows);
  const isRowid = names.map(
    (name) => !!columns.find((column) => column.name === name)?.isRowidAlias,
  );
  let total = cutBytes;
  for (const row of sample) {
    const values = row.map((value, place) => (isRowid[place] ? null : value));
    const payload = recordBytes(values);
    total += payload + varintLength(payload) + rowidBytes + pointerBytes;
  }
  return total / sample.length / fillFactor;
}
