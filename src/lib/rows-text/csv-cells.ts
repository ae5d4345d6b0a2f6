// Values as cells of CSV (RFC 4180), safe for spreadsheets unless asked for raw.
import { toHex } from '../hash/hex.ts';
import { numberText } from './number-text.ts';

export type CsvValue = null | boolean | number | bigint | string | Uint8Array;

/**
 * What makes a spreadsheet take a cell for a formula
 * (owasp.org/www-community/attacks/CSV_Injection).
 */
const formulaStarts = '=+-@\t\r\n';

/**
 * A value as a cell: NULL is empty, an empty text is "", a blob is x'00ff'. A text that begins like
 * a formula gets an apostrophe in front, raw it is left as it is; numbers are never changed.
 */
export function csvCell(value: CsvValue, isRaw = false): string {
  if (typeof value === 'string') return textCell(value, isRaw);
  if (typeof value === 'number' || typeof value === 'bigint') return numberText(value);
  if (value === null) return '';
  return typeof value === 'boolean' ? String(value) : `x'${toHex(value)}'`;
}

function textCell(text: string, isRaw: boolean): string {
  if (text === '') return '""';
  const safe = !isRaw && formulaStarts.includes(text.charAt(0)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A record with its line end. */
export function csvLine(values: readonly CsvValue[], isRaw = false): string {
  let line = '';
  for (let index = 0; index < values.length; index++) {
    if (index > 0) line += ',';
    line += csvCell(values[index] ?? null, isRaw);
  }
  return `${line}\r\n`;
}
