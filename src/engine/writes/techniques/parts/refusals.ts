// Why a technique cannot do a job, in sentences for the user: what is missing, what to do.
// Each is null when nothing stands in the way.
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import type { SqlValue } from '../../../model/values.ts';
import { maxVariables } from '../../../sql/variable-limit.ts';
import type { WriteJob } from '../../write-job.ts';

/** Nothing to address a row by. */
export function withoutKey({ key, table }: WriteJob): string | null {
  if (key) return null;
  return `There is no key to address the rows of ${table.name} by: its primary key, if any, may be NULL, and columns named rowid, oid and _rowid_ hide the rowid. Declare a primary key that is NOT NULL.`;
}

/** A statement for so many rows would have more variables than SQLite takes. */
export function tooManyVariables(job: WriteJob, width: number, unit: string): string | null {
  const rows = Math.min(job.batchSize, job.rows.length);
  if (rows * width <= maxVariables) return null;
  const most = Math.floor(maxVariables / width);
  return `${formatCount(rows)} rows of ${formatCountOf(width, unit)} need ${formatCount(rows * width)} variables; SQLite takes ${formatCount(maxVariables)}. Choose ${formatCount(most)} rows or fewer a statement.`;
}

/** JSON has no form for blobs. */
export function blobsInJson(
  names: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): string | null {
  for (const [at, row] of rows.entries()) {
    const column = row.findIndex((value) => value instanceof Uint8Array);
    if (column < 0) continue;
    return `${names[column]} holds blobs (row ${formatCount(at + 1)} is the first), for which JSON has no form. Choose a technique that binds values.`;
  }
  return null;
}
