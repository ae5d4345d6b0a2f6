// The first rows of a table, as wide as they can be drawn, and why there are none.
import type { TablePreview } from '../../../engine/model/database/recipe-report.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { SqlValue } from '../../../engine/model/values.ts';

export interface PreviewTable {
  columns: string[];
  rows: SqlValue[][];
}

/** More columns would be slow to draw, and nobody reads them sideways. */
const mostColumns = 100;

export function previewTable({
  columns,
  rows,
}: Extract<TablePreview, { status: 'made' }>): PreviewTable {
  return {
    columns: columns.slice(0, mostColumns),
    rows: rows.map((row) => row.slice(0, mostColumns)),
  };
}

/** Why there are no rows; what to do about it is left out where table or column says it above. */
export function previewFault(
  error: EngineError,
  table: { problems: readonly EngineError[]; columns: { problems: readonly EngineError[] }[] },
): Pick<EngineError, 'message' | 'hint'> {
  const isToldAbove = [table, ...table.columns].some(({ problems }) =>
    problems.some(({ message }) => message === error.message),
  );
  return isToldAbove ? { message: error.message } : error;
}
