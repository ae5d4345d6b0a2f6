// Values as one types them: 42 is a number, NULL is NULL, all else is text.
// Quotes ('42', 'NULL', 'a, b') make text of what would be read otherwise.
import type { LiteralValue } from '../../engine/model/values.ts';

const numberForm = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const integerForm = /^[-+]?\d+$/;

/** Never fails. An integer that a number cannot hold exactly stays text; SQLite compares it as one. */
export function parseLiteral(typed: string): LiteralValue {
  const text = typed.trim();
  if (/^null$/i.test(text)) return null;
  if (/^'(?:[^']|'')*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (!numberForm.test(text)) return text;
  const number = Number(text);
  const isExact = Number.isSafeInteger(number) || !integerForm.test(text);
  return isExact && Number.isFinite(number) ? number : text;
}

/** The shortest form that `parseLiteral` reads back as the same value. */
export function formatLiteral(value: LiteralValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') {
    // Beyond 2^53 plain digits would promise an integer that the number is not.
    const isRounded = Number.isInteger(value) && !Number.isSafeInteger(value);
    return isRounded ? value.toExponential() : String(value);
  }
  const isPlain = parseLiteral(value) === value && !value.startsWith("'");
  return isPlain ? value : quoted(value);
}

/** What is wrong with a value as it is typed, as a sentence: a quotation that is not one. */
export function literalProblem(typed: string): string | null {
  const text = typed.trim();
  if (!text.startsWith("'") || /^'(?:[^']|'')*'$/.test(text)) return null;
  const start = text.length > 12 ? `${text.slice(0, 11)}…` : text;
  return `This quotation is not closed: ${start} It ends with a quote ('), and a quote inside of it is written twice ('').`;
}

/** The first problem of the values between commas. */
export function literalsProblem(typed: string): string | null {
  for (const part of partsOf(typed)) {
    const problem = literalProblem(part);
    if (problem !== null) return problem;
  }
  return null;
}

/** Literals between commas; a comma inside quotes separates nothing. Blank text is no value. */
export function parseLiterals(typed: string): LiteralValue[] {
  if (typed.trim() === '') return [];
  return partsOf(typed).map(parseLiteral);
}

function partsOf(typed: string): string[] {
  return typed.match(/(?:\s*'(?:[^']|'')*'\s*(?=,|$)|[^,])+|(?<=^|,)(?=,|$)/g) ?? [];
}

/** What `parseLiterals` reads back as the same values. */
export function formatLiterals(values: readonly LiteralValue[]): string {
  return values
    .map((value) => {
      const text = formatLiteral(value);
      const isQuoted = typeof value === 'string' && text !== value;
      const isBare = text !== '' && !text.includes(',') && !text.includes("'");
      return isQuoted || isBare || typeof value !== 'string' ? text : quoted(value);
    })
    .join(', ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
