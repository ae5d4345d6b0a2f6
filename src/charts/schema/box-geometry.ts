// How large the box of a table is and where its rows stand in it. Units: pixels at zoom 1.
// Keeps away from where boxes stand.
import { formatBytes } from '../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../lib/format/format-count.ts';
import { isSameName } from '../../lib/sql-name.ts';
import type { DiagramBox, TableFigures } from './diagram-model.ts';

/** Width of a text in pixels; `font` as in CSS, without the family. */
export type Measure = (text: string, font: string) => number;

export const fonts = {
  name: '600 13px',
  figures: '400 11px',
  column: '400 12px',
  type: '400 11px',
} as const;

export const geometry = {
  headerHeight: 42,
  /** Without figures only the name stands in the header. */
  bareHeaderHeight: 28,
  rowHeight: 20,
  padding: 10,
  /** For the mark before a column's name. */
  gutter: 16,
  /** For the mark of a foreign key behind it. */
  linkWidth: 14,
  footPadding: 5,
  minWidth: 96,
  maxWidth: 290,
} as const;

export interface SizedBox extends DiagramBox {
  width: number;
  height: number;
  headerHeight: number;
}

export function sizeBox(box: DiagramBox, measure: Measure): SizedBox {
  const { padding, gutter, linkWidth, minWidth, maxWidth, rowHeight, footPadding } = geometry;
  const rows = box.columns.map(
    ({ name, type, isForeignKey }) =>
      gutter +
      measure(name, fonts.column) +
      (isForeignKey ? linkWidth : 0) +
      (type === '' ? 0 : 14 + measure(type, fonts.type)),
  );
  const figures = figuresText(box.figures);
  const more = hiddenText(box);
  const wanted = Math.max(
    measure(box.table, fonts.name),
    measure(figures, fonts.figures),
    more === '' ? 0 : gutter + measure(more, fonts.figures),
    ...rows,
  );
  const headerHeight = figures === '' ? geometry.bareHeaderHeight : geometry.headerHeight;
  const lines = box.columns.length + (more === '' ? 0 : 1);
  return {
    ...box,
    width: Math.ceil(Math.min(maxWidth, Math.max(minWidth, wanted + 2 * padding))) + 1,
    height: headerHeight + lines * rowHeight + (lines > 0 ? footPadding : 0),
    headerHeight,
  };
}

/** '7 more columns'; '' when all are shown, or none at all. */
export function hiddenText({ columns, columnCount }: DiagramBox): string {
  const hidden = columns.length === 0 ? 0 : columnCount - columns.length;
  return hidden === 0 ? '' : formatCountOf(hidden, 'more column');
}

/** Middle of a column's row, from the top of the box; of the header when it is not shown. */
export function rowMiddle({ columns, headerHeight }: SizedBox, name: string): number {
  const position = columns.findIndex((column) => isSameName(column.name, name));
  return position < 0
    ? headerHeight / 2
    : headerHeight + position * geometry.rowHeight + geometry.rowHeight / 2 + 2;
}

/** '2,000 rows · 84 kB', '2,000 rows planned'; '' when nothing is known. */
export function figuresText({ rows, isPlanned, tableBytes, indexBytes }: TableFigures): string {
  if (rows === null) return '';
  const counted = `${formatCountOf(rows, 'row')}${isPlanned ? ' planned' : ''}`;
  return tableBytes === null ? counted : `${counted} · ${formatBytes(tableBytes + indexBytes)}`;
}

/** How the figures were obtained. */
export function figuresTitle({ rows, isPlanned, tableBytes, indexBytes }: TableFigures): string {
  if (rows === null) return '';
  if (isPlanned) return 'Rows that the recipe will make: they are not in the database yet.';
  if (tableBytes === null) return 'Rows in the database.';
  return `Rows in the database. Bytes of its pages: the table ${formatBytes(tableBytes)}, its indexes ${formatBytes(indexBytes)}. The bar compares them with the largest table.`;
}
