// The ARIA attributes that make plain boxes the parts of a grid.
// Boxes and not a table: rows are placed by transforms, which table layout does not take.

/** The grid itself holds the focus; `activeId` is the element of the active cell. */
export function asGrid(
  label: string,
  rowCount: number,
  columnCount: number,
  activeId: string | undefined,
) {
  return {
    role: 'grid',
    tabIndex: 0,
    'aria-activedescendant': activeId,
    'aria-label': label,
    'aria-rowcount': rowCount,
    'aria-colcount': columnCount,
    'aria-readonly': true,
  } as const;
}

export const asRowGroup = { role: 'rowgroup' } as const;

/** `number` counts from 1, the head of the grid being row 1. */
export function asRow(number: number, isBusy = false) {
  return { role: 'row', 'aria-rowindex': number, 'aria-busy': isBusy || undefined } as const;
}

/** `column` counts from 1. */
export function asCell(role: 'columnheader' | 'rowheader' | 'gridcell', column: number) {
  return { role, 'aria-colindex': column } as const;
}
