// The ARIA attributes that make plain boxes the parts of a table.
// Boxes and not a table: rows are placed by transforms, which table layout does not take.

/** What scrolls is a Tab stop, so that keys can scroll it. */
export function asTable(label: string, rowCount: number) {
  return {
    role: 'table',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': rowCount,
    'aria-colcount': 4,
  } as const;
}

export const asRowGroup = { role: 'rowgroup' } as const;

/** `number` counts from 1, the head being row 1. */
export function asRow(number: number) {
  return { role: 'row', 'aria-rowindex': number } as const;
}

export function asCell(role: 'columnheader' | 'rowheader' | 'cell') {
  return { role } as const;
}

/** A heading over a program goes across the whole table. */
export const asWideCell = { role: 'cell', 'aria-colspan': 4 } as const;
