// Bends the values of a generator to what CHECKs demand of texts: their length, values left out.
// Ranges and lists are obeyed when settings are inferred; relations of columns stand in plan/.
import type { SqlValue } from '../../model/values.ts';
import type { Distinct, Generator, Source } from '../generator.ts';
import { createLetters } from '../generators/codes/letters.ts';
import type { ColumnRules } from '../plan/checks/column-rules.ts';

/** Values looked at before distinct ones of the generator's own are given up. */
const looked = 100;

/**
 * The generator with texts cut or filled to the length that CHECKs demand, and without excluded
 * values. Where CHECKs name the only values allowed, the generator is left as it is. `keepsDistinct`:
 * UNIQUE takes the generator's own values where they have the length.
 */
export function obeyRules(
  generator: Generator,
  rules: ColumnRules,
  source: Source,
  keepsDistinct: boolean,
): Generator {
  if (rules.choices) return generator;
  return withoutExcluded(withLength(generator, rules, source, keepsDistinct), rules);
}

// Where values must differ, letters of the length stand in for them.
function withLength(
  generator: Generator,
  rules: ColumnRules,
  source: Source,
  keepsDistinct: boolean,
): Generator {
  const { minLength, maxLength } = rules;
  if (minLength === 0 && maxLength === Number.POSITIVE_INFINITY) return generator;
  const length = Math.min(maxLength, Math.max(minLength, Math.min(maxLength, 10)));
  const letters = createLetters(source, { kind: 'letters', length });
  return {
    ...letters,
    name: generator.name,
    description: `${generator.description}, of ${minLength} to ${maxLength} characters`,
    at(row) {
      const value = generator.at(row);
      if (typeof value !== 'string') return value;
      if (value.length < minLength)
        return value + String(letters.at(row)).padEnd(minLength, 'x').slice(value.length);
      return value.length > maxLength ? value.slice(0, maxLength) : value;
    },
    distinct(needed) {
      const own = keepsDistinct ? (generator.distinct?.(needed) ?? null) : null;
      if (own && hasLength(own, needed, rules)) return own;
      return letters.distinct?.(needed) ?? null;
    },
  };
}

// From the first to the last of the numbers that may be taken: lengths grow with them, if at all.
function hasLength(distinct: Distinct, needed: number, rules: ColumnRules): boolean {
  const last = (distinct.isOrdered ? Math.min(needed, distinct.size) : distinct.size) - 1;
  return Array.from({ length: looked }, (_, turn) =>
    Math.floor((turn / (looked - 1)) * last),
  ).every((number) => {
    const { length } = String(distinct.at(number));
    return length >= rules.minLength && length <= rules.maxLength;
  });
}

function withoutExcluded(generator: Generator, rules: ColumnRules): Generator {
  if (rules.excluded.length === 0) return generator;
  const isExcluded = (value: SqlValue) => rules.excluded.some((excluded) => excluded === value);
  // Another row's value stands in; after 16 tries SQLite's own error tells.
  return {
    ...generator,
    at(row) {
      let value = generator.at(row);
      for (let turn = 1; isExcluded(value) && turn <= 16; turn++) {
        value = generator.at(row + turn * 0x1000193);
      }
      return value;
    },
  };
}
