// A value of a result as the grid shows it, and as it is copied. Exact: nothing is rounded.
// Keeps away from drawing.
import type { SqlValue } from '../../../engine/model/values.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';

export interface CellText {
  kind: 'null' | 'number' | 'text' | 'blob';
  /** On one line, cut when long. */
  text: string;
  /** What the cut left out, or the size of a blob; null when the text says all. */
  title: string | null;
}

/** Characters of a text that are drawn; more would slow the grid and not be read. */
const maxDrawn = 160;
const maxTitle = 2000;
/** Bytes of a blob that are drawn. */
const maxDrawnBytes = 12;

export function cellText(value: SqlValue): CellText {
  if (value === null) return { kind: 'null', text: 'NULL', title: null };
  if (typeof value === 'number' || typeof value === 'bigint') {
    return { kind: 'number', text: numberText(value), title: null };
  }
  if (typeof value === 'string') return textCell(value);
  const isCut = value.length > maxDrawnBytes;
  const shown = hex(isCut ? value.subarray(0, maxDrawnBytes) : value);
  return {
    kind: 'blob',
    text: isCut ? `x'${shown}…'` : `x'${shown}'`,
    title: formatCountOf(value.length, 'byte'),
  };
}

/** The whole value as text; NULL and blobs as SQL writes them. */
export function wholeText(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? `x'${hex(value)}'` : numberText(value);
}

function textCell(value: string): CellText {
  // Line breaks and tabs are drawn as signs: a cell is one line, and they are part of the value.
  const line = value
    .slice(0, maxDrawn)
    .replace(/\r\n?|\n/g, '↵')
    .replaceAll('\t', '⇥');
  const isCut = value.length > maxDrawn;
  const isChanged = isCut || line !== value;
  const title = value.length > maxTitle ? `${value.slice(0, maxTitle)}…` : value;
  return { kind: 'text', text: isCut ? `${line}…` : line, title: isChanged ? title : null };
}

/** SQLite's own spelling of what JavaScript calls Infinity. */
function numberText(value: number | bigint): string {
  if (value === Number.POSITIVE_INFINITY) return 'Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  return String(value);
}

function hex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}
