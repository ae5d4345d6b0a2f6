// Detects how a CSV file is written: its delimiter, its line ends, its width, whether a header leads.
// All of it is the user's to change; nothing here stores a row.
import type { RowsOptions } from '../../../model/transfer/import.ts';
import { numberKind } from './column-types.ts';
import { type CsvForm, type CsvRow, isBlank, parseCsv, separatorLine } from './csv-rows.ts';

type Delimiter = RowsOptions['delimiter'];

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const sampleRows = 200;
const sampleLength = 262_144;

/** CR alone ends lines only where no LF is: files of the first Macintoshes, and of some exports. */
export function detectNewline(text: string): CsvForm['newline'] {
  return !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
}

/**
 * The delimiter that cuts most rows into equally many fields; of equal ones that which cuts more.
 * A comma when none cuts any.
 */
export function detectDelimiter(text: string, isWhole: boolean): Delimiter {
  const named = separatorLine.exec(text)?.[1];
  if (named !== undefined) return delimiters.find((each) => each === named) ?? ',';
  const newline = detectNewline(text);
  const sample = text.slice(0, sampleLength);
  const isAll = isWhole && sample.length === text.length;
  let best: { delimiter: Delimiter; agreement: number; width: number } | null = null;
  for (const delimiter of delimiters) {
    let { rows } = parseCsv(sample, { delimiter, newline }, 1, isAll, sampleRows);
    // One row that is longer than the sample: its beginning must do.
    if (rows.length === 0)
      rows = parseCsv(sample, { delimiter, newline }, 1, true, sampleRows).rows;
    const { width, share } = usualWidth(rows);
    if (width < 2) continue;
    // Fields that had to be guessed because of stray quotes speak against a delimiter.
    const sound = rows.filter(({ quotes }) => quotes === 'sound').length / rows.length;
    const agreement = share * sound;
    if (
      !best ||
      agreement > best.agreement ||
      (agreement === best.agreement && width > best.width)
    ) {
      best = { delimiter, agreement, width };
    }
  }
  return best?.delimiter ?? ',';
}

/** The number of fields that most rows have, and the share of rows that have it. */
export function usualWidth(rows: readonly CsvRow[]): { width: number; share: number } {
  const filled = rows.filter((row) => !isBlank(row));
  const counts = new Map<number, number>();
  for (const { fields } of filled) {
    counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  }
  let width = filled.length === 0 ? 0 : 1;
  let most = 0;
  for (const [each, count] of counts) {
    if (count > most || (count === most && each > width)) {
      width = each;
      most = count;
    }
  }
  return { width, share: filled.length === 0 ? 0 : most / filled.length };
}

/**
 * True when the first row reads like names: no number among them, none twice, and, where a column
 * below holds the same word, not that word. A row by itself must have several names, none empty.
 */
export function detectHeader(rows: readonly CsvRow[]): boolean {
  const [first, ...rest] = rows.filter((row) => !isBlank(row));
  if (!first) return false;
  const names = first.fields.map((field) => field.trim());
  const filled = names.filter((name) => name !== '');
  if (rest.length === 0 && (filled.length < 2 || filled.length < names.length)) return false;
  if (filled.length === 0 || filled.some((name) => numberKind(name) !== 'TEXT')) return false;
  if (filled.some((name) => /^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}[./]\d{2,4}/.test(name)))
    return false;
  if (filled.some((name) => name.length > 200)) return false;
  const below = rest.slice(0, sampleRows);
  return !names.some(
    (name, column) => name !== '' && below.some(({ fields }) => fields[column] === name),
  );
}
