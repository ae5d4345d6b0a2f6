// How wide the columns of a result are and to which side they align, from a sample of its rows.
// Pure; widths are in pixels for a monospaced digit of about 7.8 px (the widest usual font).
import { cellText } from '../shared/grid/cell-text.ts';
import type { Row } from './row-windows.ts';

export interface ColumnLayout {
  /** Two columns may have the same name; their place tells them apart. */
  id: string;
  name: string;
  widthPx: number;
  /** All sampled values but NULLs are numbers. */
  isNumeric: boolean;
}

const pxPerCharacter = 7.8;
/** Heads are bold, and so a little wider. */
const boldShare = 1.12;
const paddingPx = 25;
const minPx = 64;
const maxPx = 360;
const sampleRows = 200;

/** The columns for the first rows of a result. */
export function columnLayout(names: readonly string[], rows: readonly Row[]): ColumnLayout[] {
  const sample = rows.slice(0, sampleRows);
  return names.map((name, column) => {
    const kinds = new Set(sample.map((row) => cellText(row[column] ?? null).kind));
    kinds.delete('null');
    return {
      id: `${column + 1} ${name}`,
      name,
      widthPx: widthFor(Math.max(Math.ceil(name.length * boldShare), longest(sample, column))),
      isNumeric: kinds.size === 1 && kinds.has('number'),
    };
  });
}

/** The same columns, wider where a value of these rows needs it; the same list when none does. */
export function widened(layout: ColumnLayout[], rows: readonly Row[]): ColumnLayout[] {
  const wider = layout.map((column, index) => {
    const widthPx = widthFor(longest(rows, index));
    return widthPx > column.widthPx ? { ...column, widthPx } : column;
  });
  return wider.some((column, index) => column !== layout[index]) ? wider : layout;
}

/**
 * The widths for CSS grid. A last column of text takes what is left of the line; numbers stay beside
 * what they belong to.
 */
export function gridTemplate(layout: readonly ColumnLayout[]): string {
  return layout
    .map(({ widthPx, isNumeric }, index) =>
      index === layout.length - 1 && !isNumeric ? `minmax(${widthPx}px, 1fr)` : `${widthPx}px`,
    )
    .join(' ');
}

function longest(rows: readonly Row[], column: number): number {
  return rows.reduce((most, row) => Math.max(most, cellText(row[column] ?? null).text.length), 0);
}

function widthFor(characters: number): number {
  return Math.min(Math.max(Math.ceil(characters * pxPerCharacter) + paddingPx, minPx), maxPx);
}
