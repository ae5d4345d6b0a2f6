// What is wrong with settings by themselves, in a sentence: for forms, and for planning.
// Whether they suit a column, its table and its rows is found out elsewhere (datagen).
import { portableExp } from '../../../lib/numbers/portable-power.ts';
import type { ColumnGenerator, GeneratorOf, ReferenceSpread, Weights } from './column-generator.ts';
import { parseDay } from './day.ts';
import { parsePattern } from './pattern.ts';
import { settingLimits as limits } from './setting-limits.ts';
import { parseTemplate } from './template.ts';

/** Null when the settings make sense; values can then be made from them. */
export function settingsProblem(settings: ColumnGenerator): string | null {
  switch (settings.kind) {
    case 'sequence':
      return (
        wholeProblem(settings, ['start', 'step']) ??
        (settings.step === 0 ? 'A step of 0 gives the same number in every row.' : null)
      );
    case 'integer':
      return wholeProblem(settings, ['min', 'max']) ?? rangeProblem(settings);
    case 'decimal':
      return (
        finiteProblem(settings, ['min', 'max']) ??
        rangeProblem(settings) ??
        decimalsProblem(settings, [settings.min, settings.max]) ??
        stepProblem(settings)
      );
    case 'price':
      return finiteProblem(settings, ['min', 'max']) ?? priceProblem(settings);
    case 'normal':
      return (
        finiteProblem(settings, ['mean', 'deviation']) ??
        negativeProblem('deviation', settings.deviation) ??
        decimalsProblem(settings, [Math.abs(settings.mean) + 7 * settings.deviation])
      );
    case 'log-normal':
      return logNormalProblem(settings);
    case 'zipf':
      return (
        wholeProblem(settings, ['min', 'max']) ??
        rangeProblem(settings) ??
        exponentProblem(settings.exponent)
      );
    case 'choice':
      return (
        listProblem(settings.values) ?? weightsProblem(settings.weights, settings.values.length)
      );
    case 'list':
      return listProblem(settings.values);
    case 'flag':
      return settings.share >= 0 && settings.share <= 1
        ? null
        : 'The share must lie between 0 and 100 %.';
    case 'constant':
      return typeof settings.value === 'number' && !Number.isFinite(settings.value)
        ? 'The value is not a number that SQLite can keep.'
        : null;
    case 'moment':
      return momentProblem(settings);
    case 'template':
      return readingProblem(parseTemplate(settings.template));
    case 'pattern':
      return readingProblem(parsePattern(settings.pattern));
    case 'words':
      return (
        countProblem('shortest length', settings.minLength, 1, limits.textLength) ??
        countProblem('longest length', settings.maxLength, 1, limits.textLength) ??
        (settings.minLength > settings.maxLength
          ? 'The shortest length is above the longest.'
          : null)
      );
    case 'sentences':
      return countProblem('number of sentences', settings.most, 1, limits.sentences);
    case 'code':
      return (
        countProblem('number of digits', settings.digits, 1, limits.codeDigits) ??
        (settings.prefix.length > limits.prefixLength
          ? `The prefix is longer than ${limits.prefixLength} characters.`
          : null)
      );
    case 'letters':
      return countProblem('number of letters', settings.length, 1, limits.textLength);
    case 'hex':
      return countProblem('number of digits', settings.digits, 1, limits.hexDigits);
    case 'blob':
      return countProblem('number of bytes', settings.bytes, 1, limits.blobBytes);
    case 'json':
      return countProblem('number of keys', settings.keys, 1, limits.jsonKeys);
    case 'reference':
      return spreadProblem(settings.spread);
    case 'expression':
      return expressionProblem(settings.sql);
    default:
      return null;
  }
}

function wholeProblem<Key extends string>(
  settings: Readonly<Record<Key, number>>,
  keys: readonly Key[],
): string | null {
  const wrong = keys.find((key) => !Number.isSafeInteger(settings[key]));
  return wrong === undefined ? null : `${wordOf(wrong)} must be a whole number.`;
}

function finiteProblem<Key extends string>(
  settings: Readonly<Record<Key, number>>,
  keys: readonly Key[],
): string | null {
  const wrong = keys.find((key) => !Number.isFinite(settings[key]));
  return wrong === undefined ? null : `${wordOf(wrong)} must be a number.`;
}

const words: Record<string, string> = {
  min: 'The minimum',
  max: 'The maximum',
  start: 'The first number',
};

function wordOf(key: string): string {
  return words[key] ?? `The ${key}`;
}

function rangeProblem({ min, max }: { min: number; max: number }): string | null {
  if (min > max) return `The minimum ${min} is above the maximum ${max}.`;
  return max - min < Number.MAX_SAFE_INTEGER
    ? null
    : 'The minimum and the maximum lie too far apart.';
}

function negativeProblem(what: string, value: number): string | null {
  return value < 0 ? `The ${what} must not be negative.` : null;
}

function countProblem(what: string, value: number, min: number, max: number): string | null {
  return Number.isSafeInteger(value) && value >= min && value <= max
    ? null
    : `The ${what} must be a whole number from ${min} to ${max}.`;
}

// Values are whole steps of the last decimal, which must be exact numbers.
function decimalsProblem(
  { decimals }: { decimals: number },
  largest: readonly number[],
): string | null {
  const problem = countProblem('number of decimals', decimals, 0, limits.decimals);
  if (problem) return problem;
  const steps = Number(`1e${decimals}`);
  // Beyond 2^52, two numbers side by side are the same double: with decimals those lie closer than 1.
  const most = decimals === 0 ? Number.MAX_SAFE_INTEGER : 4_503_599_627_370_496;
  return largest.every((value) => Math.abs(value) * steps <= most)
    ? null
    : `Numbers as large as these cannot have ${decimals} decimals.`;
}

function stepProblem({ min, max, decimals }: GeneratorOf<'decimal'>): string | null {
  const steps = Number(`1e${decimals}`);
  return Math.floor(max * steps) < Math.ceil(min * steps)
    ? `No number of ${decimals} decimals lies between ${min} and ${max}.`
    : null;
}

function priceProblem({ min, max }: GeneratorOf<'price'>): string | null {
  return (
    rangeProblem({ min, max }) ??
    negativeProblem('minimum', min) ??
    decimalsProblem({ decimals: 2 }, [max]) ??
    stepProblem({ kind: 'decimal', min, max, decimals: 2, shape: 'low' })
  );
}

function logNormalProblem(settings: GeneratorOf<'log-normal'>): string | null {
  const { median, spread } = settings;
  const problem = finiteProblem(settings, ['median', 'spread']);
  if (problem) return problem;
  if (median <= 0) return 'The median must be above 0.';
  if (spread < 0 || spread > limits.spread) {
    return `The spread must lie between 0 and ${limits.spread}.`;
  }
  // The largest of 2^32 draws lies 6.4 standard deviations above the mean.
  return decimalsProblem(settings, [median * portableExp(6.5 * spread)]);
}

function exponentProblem(exponent: number): string | null {
  return exponent >= 0 && exponent <= limits.exponent
    ? null
    : `The exponent must lie between 0 and ${limits.exponent}.`;
}

function listProblem(values: readonly unknown[]): string | null {
  if (values.length === 0) return 'The list is empty.';
  if (values.length > limits.listValues) {
    return `The list has ${values.length} values; ${limits.listValues} are the most.`;
  }
  return values.some((value) => typeof value === 'number' && !Number.isFinite(value))
    ? 'The list has a number that SQLite cannot keep.'
    : null;
}

function weightsProblem(weights: Weights, count: number): string | null {
  if (weights.kind === 'power') return exponentProblem(weights.exponent);
  if (weights.kind === 'falling') {
    return weights.flatness > 0 && weights.flatness <= limits.flatness
      ? null
      : `The flatness must be above 0 and at most ${limits.flatness}.`;
  }
  if (weights.kind === 'even') return null;
  const { weights: shares } = weights;
  if (shares.length !== count) {
    return `There are ${count} values, but ${shares.length} weights.`;
  }
  if (!shares.every((share) => Number.isFinite(share) && share >= 0 && share <= 1e9)) {
    return 'Every weight must be a number from 0 to 1,000,000,000.';
  }
  return shares.some((share) => share > 0) ? null : 'One of the weights must be above 0.';
}

function momentProblem({ from, to, delayDays }: GeneratorOf<'moment'>): string | null {
  const wrong = [from, to].find((day) => !parseDay(day));
  if (wrong !== undefined) return `'${wrong}' is not a day; write it as 2025-12-31.`;
  // Days of four-digit years compare as texts.
  if (from > to) return `The first day ${from} is after the last day ${to}.`;
  return countProblem('delay in days', delayDays, 0, limits.delayDays);
}

function readingProblem(parsed: readonly unknown[] | { problem: string }): string | null {
  return 'problem' in parsed ? parsed.problem : null;
}

function spreadProblem(spread: ReferenceSpread): string | null {
  if (spread.kind === 'zipf') return exponentProblem(spread.exponent);
  if (spread.kind !== 'children') return null;
  const { min, max } = spread;
  return (
    countProblem('smallest number of children', min, 0, limits.children) ??
    countProblem('largest number of children', max, 1, limits.children) ??
    (min > max ? 'The smallest number of children is above the largest.' : null)
  );
}

function expressionProblem(sql: string): string | null {
  if (sql.trim() === '') return 'The expression is empty.';
  return sql.length > limits.expressionLength
    ? `The expression is longer than ${limits.expressionLength} characters.`
    : null;
}
