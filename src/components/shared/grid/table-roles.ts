// The ARIA attributes that make plain boxes the parts of a table or a grid.
// Boxes and not a table: rows are placed by transforms, which table layout does not take.

/** The grid itself holds the focus; `activeId` is the element of the active cell. */
export function asGrid(
  label: string,
  rowCount: number,
  columnCount: number,
  activeId: string | undefined,
) {
  return {
    ...asTable(label, rowCount, columnCount),
    role: 'grid',
    'aria-activedescendant': activeId,
    'aria-readonly': true,
  } as const;
}

/** What scrolls is a Tab stop, so that keys can scroll it. */
export function asTable(label: string, rowCount: number, columnCount: number) {
  return {
    role: 'table',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': rowCount,
    'aria-colcount': columnCount,
  } as const;
}

export const asRowGroup = { role: 'rowgroup' } as const;

/** `number` counts from 1, the head being row 1. */
export function asRow(number: number, isBusy = false) {
  return { role: 'row', 'aria-rowindex': number, 'aria-busy': isBusy || undefined } as const;
}

/** `column` counts from 1; it may be left out where every row has all of its cells. */
export function asCell(role: 'columnheader' | 'rowheader' | 'gridcell' | 'cell', column?: number) {
  return { role, 'aria-colindex': column } as const;
}

/** A heading that goes across the whole table. */
export function asWideCell(columnCount: number) {
  return { role: 'cell', 'aria-colspan': columnCount } as const;
}
