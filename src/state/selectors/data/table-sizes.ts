// How large the tables of a recipe will be: from the database that is built, where one is, otherwise
// from the first rows. Bytes of the tables alone: the indexes of the bench come on top.
import type { DatabaseSummary } from '../../../engine/model/database/database.ts';
import type { Bytes } from '../../../engine/model/units.ts';

export interface SizeEstimate {
  bytes: Bytes;
  /** 'measured': scaled to the bytes of the database that is built. 'guess': of the first rows. */
  basis: 'measured' | 'guess';
}

export interface SizedTable {
  name: string;
  rows: number;
  /** Of the first rows (row-bytes.ts); null when there are none. */
  rowBytes: Bytes | null;
}

/** Fewer rows than that are lost among pages that are not full. */
const fewestMeasured = 1000;
/** A table without rows takes a page. */
const pageBytes: Bytes = 4096;

/**
 * The estimate of each table, in their order; null where nothing is known of its rows. `built` is a
 * database of the same schema, null when there is none.
 */
export function tableSizes(
  tables: readonly SizedTable[],
  built: Pick<DatabaseSummary, 'tables' | 'sizeBytes' | 'indexes'> | null,
): (SizeEstimate | null)[] {
  const factor = built && measuredFactor(tables, built);
  return tables.map(({ rows, rowBytes }) => {
    if (rowBytes === null) return null;
    const bytes = Math.max(pageBytes, rows * rowBytes * (factor ?? 1));
    return { bytes, basis: factor === null ? 'guess' : 'measured' };
  });
}

/** What is built over what would have been guessed of it; null when it is too little to go by. */
function measuredFactor(
  tables: readonly SizedTable[],
  { tables: counted, sizeBytes, indexes }: NonNullable<Parameters<typeof tableSizes>[1]>,
): number | null {
  const rowBytes = new Map(tables.map((table) => [table.name, table.rowBytes]));
  let rowCount = 0;
  let guessed = 0;
  for (const { name, rows } of counted) {
    const bytes = rowBytes.get(name);
    if (bytes === undefined || bytes === null) {
      // Part of the size is of a table that nothing is known of.
      if (rows > 0) return null;
      continue;
    }
    rowCount += rows;
    guessed += rows * bytes;
  }
  if (rowCount < fewestMeasured || guessed === 0) return null;
  const ofIndexes = indexes.reduce(
    (sum, index) => sum + (index.status === 'built' ? index.sizeBytes : 0),
    0,
  );
  return Math.max(0, sizeBytes - ofIndexes) / guessed;
}
