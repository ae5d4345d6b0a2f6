// What may be demanded of a column's values, and how one demand adds to those before.
// Which CHECK demands what is read elsewhere (check-rules.ts).
import type { Comparison } from '../../../sql/checks/check-terms.ts';

/** A bound of numbers; `isOpen` excludes the bound itself. */
export interface Bound {
  value: number;
  isOpen: boolean;
}

/** What the CHECKs of a table demand of one column. */
export interface ColumnRules {
  min: Bound | null;
  max: Bound | null;
  minLength: number;
  maxLength: number;
  /** The only values allowed. */
  choices: (number | string)[] | null;
  excluded: (number | string)[];
  isNotNull: boolean;
  isAlwaysNull: boolean;
  /** Text must begin so. */
  prefix: string;
  /** Text must match this GLOB pattern. */
  glob: string | null;
  isJson: boolean;
  /** Whole numbers that leave this rest. */
  modulus: { divisor: number; rest: number } | null;
  /** Digits behind the decimal point, at most; Infinity when none are said. */
  decimals: number;
  /** How the column must lie to others of the same row. */
  relations: Relation[];
  /** Columns of the same row that it must not equal. */
  differsFrom: string[];
}

/** The column <operator> other + offset. */
export interface Relation {
  other: string;
  operator: '<' | '<=' | '>' | '>=' | '=';
  offset: number;
}

/** By folded column name. */
export type Rules = Map<string, ColumnRules>;

export function noRules(): ColumnRules {
  return {
    min: null,
    max: null,
    minLength: 0,
    maxLength: Number.POSITIVE_INFINITY,
    choices: null,
    excluded: [],
    isNotNull: false,
    isAlwaysNull: false,
    prefix: '',
    glob: null,
    isJson: false,
    modulus: null,
    decimals: Number.POSITIVE_INFINITY,
    relations: [],
    differsFrom: [],
  };
}

/** True when no value satisfies the rules. */
export function isContradiction(rule: ColumnRules): boolean {
  const { min, max, choices } = rule;
  const isEmptyRange =
    min !== null &&
    max !== null &&
    (min.value > max.value || (min.value === max.value && (min.isOpen || max.isOpen)));
  return (
    isEmptyRange ||
    choices?.length === 0 ||
    rule.minLength > rule.maxLength ||
    (rule.isAlwaysNull && rule.isNotNull)
  );
}

export function restrictValue(
  rule: ColumnRules,
  operator: Comparison,
  value: number | string,
): void {
  if (operator === '=') restrictChoices(rule, [value]);
  else if (operator === '<>') rule.excluded.push(value);
  else if (typeof value === 'string') return;
  else if (operator === '>' || operator === '>=') {
    rule.min = tighter(rule.min, { value, isOpen: operator === '>' }, 1);
  } else {
    rule.max = tighter(rule.max, { value, isOpen: operator === '<' }, -1);
  }
}

// `direction` 1 keeps the larger bound, -1 the smaller.
function tighter(known: Bound | null, bound: Bound, direction: number): Bound {
  if (!known || (bound.value - known.value) * direction > 0) return bound;
  return known.value === bound.value && bound.isOpen ? bound : known;
}

export function restrictLength(
  rule: ColumnRules,
  operator: Comparison,
  value: number | string,
): void {
  if (typeof value === 'string') return;
  const least = operator === '>' ? Math.floor(value) + 1 : Math.ceil(value);
  const most = operator === '<' ? Math.ceil(value) - 1 : Math.floor(value);
  if (operator === '>' || operator === '>=' || operator === '=') {
    rule.minLength = Math.max(rule.minLength, least);
  }
  if (operator === '<' || operator === '<=' || operator === '=') {
    rule.maxLength = Math.min(rule.maxLength, most);
  }
}

export function restrictChoices(rule: ColumnRules, choices: (number | string)[]): void {
  const known = rule.choices;
  rule.choices = known ? known.filter((value) => choices.includes(value)) : choices;
}

// 'SKU-%' is a prefix, '____' a length; of other patterns the beginning counts, and rows drawn again.
export function restrictPattern(rule: ColumnRules, pattern: string, isGlob: boolean): void {
  const wildcard = isGlob ? /[*?[]/ : /[%_]/;
  const at = pattern.search(wildcard);
  if (at < 0) {
    restrictChoices(rule, [pattern]);
    return;
  }
  const prefix = pattern.slice(0, at);
  if (prefix.length > rule.prefix.length) rule.prefix = prefix;
  const rest = pattern.slice(at);
  const one = isGlob ? '?' : '_';
  const many = isGlob ? '*' : '%';
  if (rest === one.repeat(rest.length)) restrictLength(rule, '=', pattern.length);
  else if (rest !== many && isGlob) rule.glob ??= pattern;
}
