// Tells how far a file is, by the rows that are written.
import type { ExportProgress } from '../../model/transfer/export.ts';

const rowsPerReport = 20_000;

/** Call `next` for each row. */
export interface RowProgress {
  next(): void;
}

export function createRowProgress(
  totalRows: number,
  report: (progress: ExportProgress) => void,
): RowProgress {
  let done = 0;
  return {
    next() {
      done++;
      if (done % rowsPerReport === 0) report({ fraction: Math.min(1, done / totalRows) });
    },
  };
}
