// Where a key moves the focus in a grid, by the pattern of the ARIA Authoring Practices.
// Pure; knows rows and columns as numbers, no elements.

export interface GridPlace {
  row: number;
  column: number;
}

export interface GridKey {
  key: string;
  ctrlKey: boolean;
}

export interface GridShape {
  rows: number;
  /** Cells of a row; rows may differ. */
  columnsOf: (row: number) => number;
  /** How far PageUp and PageDown go, in rows. */
  pageRows: number;
}

/** The place that `key` leads to from `from`, or null when the key moves nothing. */
export function gridMove(
  { key, ctrlKey }: GridKey,
  from: GridPlace,
  { rows, columnsOf, pageRows }: GridShape,
): GridPlace | null {
  const lastRow = Math.max(rows - 1, 0);
  const clamp = (row: number, column: number): GridPlace => {
    const clampedRow = Math.min(Math.max(row, 0), lastRow);
    const lastColumn = Math.max(columnsOf(clampedRow) - 1, 0);
    return { row: clampedRow, column: Math.min(Math.max(column, 0), lastColumn) };
  };
  switch (key) {
    case 'ArrowUp':
      return clamp(from.row - 1, from.column);
    case 'ArrowDown':
      return clamp(from.row + 1, from.column);
    case 'ArrowLeft':
      return clamp(from.row, from.column - 1);
    case 'ArrowRight':
      return clamp(from.row, from.column + 1);
    case 'PageUp':
      return clamp(from.row - pageRows, from.column);
    case 'PageDown':
      return clamp(from.row + pageRows, from.column);
    case 'Home':
      return clamp(ctrlKey ? 0 : from.row, 0);
    case 'End':
      return clamp(ctrlKey ? lastRow : from.row, Number.MAX_SAFE_INTEGER);
    default:
      return null;
  }
}
