// The first rows of a table with a name for every column, row and cell, so that they can be drawn.
import type { TablePreview } from '../../../engine/model/database/recipe-report.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { SqlValue } from '../../../engine/model/values.ts';

export interface PreviewTable {
  columns: { key: string; name: string }[];
  rows: { key: string; cells: { key: string; column: string; value: SqlValue }[] }[];
}

/** More columns would be slow to draw, and nobody reads them sideways. */
const mostColumns = 100;

export function previewTable({
  columns,
  rows,
}: Extract<TablePreview, { status: 'made' }>): PreviewTable {
  const shown = columns.slice(0, mostColumns);
  return {
    columns: shown.map((name) => ({ key: name, name })),
    // Rows may be equal: their place tells them apart.
    rows: rows.map((row, place) => ({
      key: `row ${place}`,
      cells: shown.map((column, at) => ({ key: column, column, value: row[at] ?? null })),
    })),
  };
}

/** Why there are no rows; what to do about it is left out where a column's own problem says it. */
export function previewFault(
  error: EngineError,
  columns: readonly { problems: readonly EngineError[] }[],
): Pick<EngineError, 'message' | 'hint'> {
  const isToldAbove = columns.some(({ problems }) =>
    problems.some(({ message }) => message === error.message),
  );
  return isToldAbove ? { message: error.message } : error;
}
