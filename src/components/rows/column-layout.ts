// How wide the columns of a result are and to which side they align, from a sample of its rows.
// Pure; widths are in pixels for a monospaced digit of about 7.8 px (the widest usual font).
import { cellText } from './cell-text.ts';
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

export function columnLayout(names: readonly string[], rows: readonly Row[]): ColumnLayout[] {
  const sample = rows.slice(0, sampleRows);
  return names.map((name, column) => {
    let longest = Math.ceil(name.length * boldShare);
    let numbers = 0;
    let others = 0;
    for (const row of sample) {
      const { kind, text } = cellText(row[column] ?? null);
      longest = Math.max(longest, text.length);
      if (kind === 'number') numbers++;
      else if (kind !== 'null') others++;
    }
    const width = Math.ceil(longest * pxPerCharacter) + paddingPx;
    return {
      id: `${column + 1} ${name}`,
      name,
      widthPx: Math.min(Math.max(width, minPx), maxPx),
      isNumeric: numbers > 0 && others === 0,
    };
  });
}
