// A table as CSV or JSON, in pieces.
import { createRowsWriter, type RowsTextFormat } from '../../../lib/rows-text/rows-writer.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { ExportProgress } from '../../model/transfer/export.ts';
import type { Database } from '../../sqlite/driver.ts';
import { createPiece } from './piece.ts';
import { createRowProgress } from './row-progress.ts';
import { countRows, storedColumns, storedRows } from './row-reader.ts';

/** Throws an EngineFailure when the database has no such table. */
export function* tableText(
  database: Database,
  table: string,
  format: RowsTextFormat,
  report: (progress: ExportProgress) => void,
): Generator<string> {
  const columns = storedColumns(database, table).map(({ name }) => name);
  if (columns.length === 0) {
    throw new EngineFailure({
      code: 'sql-invalid',
      message: `There is no table "${table}" in the database.`,
      hint: 'Choose another table, or generate the data again.',
    });
  }
  const progress = createRowProgress(countRows(database, table), report);
  const writer = createRowsWriter(columns, format);
  const piece = createPiece();
  piece.add(writer.start());
  for (const row of storedRows(database, table, columns)) {
    piece.add(writer.row(row));
    progress.next();
    if (piece.isFull()) yield piece.take();
  }
  piece.add(writer.end());
  yield piece.take();
}
