// Values that may break a CHECK: at and beside the literals of its expression, and the usual extremes.
// Whether one breaks it is for SQLite to say.
import type { Affinity } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import { type Token, tokenize, tokenText } from '../../../sql/token.ts';

const longText = 300;
/** Texts as long as a number of the expression are tried up to here. */
const mostCharacters = 10_000;

/**
 * Candidates for a column of this affinity, those of its own type first and among them the likely
 * ones first. `others`: values of other columns and rows. `isOfSeveral`: the expression reads several
 * columns, and likely compares them.
 */
export function candidateValues(
  expression: string,
  affinity: Affinity,
  others: readonly SqlValue[],
  isOfSeveral: boolean,
): SqlValue[] {
  const tokens = tokenize(expression);
  const numbers = tokens
    .filter(({ kind }) => kind === 'number')
    .map((token) => Number(tokenText(expression, token).replaceAll('_', '')))
    .filter((number) => Number.isFinite(number));
  const texts = tokens
    .filter(({ kind }) => kind === 'string')
    .map((token) => literalText(expression, token));
  const near = (number: number) => [number - 1, number + 1, number, -number - 1, number + 0.5];
  const otherNumbers = others.filter((value) => typeof value === 'number');
  const beside = otherNumbers.flatMap((number) => [number + 1, number - 1, number]);
  const numeric = [
    ...numbers.flatMap(near),
    ...(isOfSeveral ? beside : []),
    -1,
    0,
    ...beside,
    1,
    2,
    0.5,
    1e9,
    -1e9,
    1e15,
    -1e15,
  ];
  const lengths = numbers.filter(
    (number) => Number.isInteger(number) && number >= 0 && number < mostCharacters,
  );
  const textual = [
    'other',
    '',
    ...lengths.flatMap((length) => ['x'.repeat(length + 1), 'x'.repeat(Math.max(0, length - 1))]),
    ...lengths.map((length) => 'x'.repeat(length)),
    ...texts.flatMap((text) => [text, `${text}x`, text.slice(1), text.toUpperCase(), `x${text}`]),
    '0',
    '-1',
    '1',
    'x y',
    ' ',
    '0000-01-01',
    '9999-12-31',
    '{',
    'x'.repeat(longText),
    ...others.filter((value) => typeof value === 'string'),
  ];
  const blobs = [new Uint8Array(0), new Uint8Array([0, 255])];
  const isText = affinity === 'text';
  const first: SqlValue[] = isText ? textual : numeric;
  const second: SqlValue[] = isText ? numeric : textual;
  return distinct([...first, ...second, ...blobs]);
}

function literalText(expression: string, token: Token): string {
  return tokenText(expression, token).slice(1, -1).replaceAll("''", "'");
}

function distinct(values: readonly SqlValue[]): SqlValue[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const name = `${typeof value} ${String(value)}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
