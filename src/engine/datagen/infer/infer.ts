// The generator of a column: from its CHECKs first, then its name, then its type.
// Keys, UNIQUE and foreign keys concern several columns and stand in plan-table.ts.
import type { Column, Table } from '../../model/database/schema.ts';
import type { SqlValue } from '../../model/values.ts';
import type { Generator, Source } from '../generator.ts';
import { createChoice, createFlag } from '../generators/choice.ts';
import { createBytes, createLetters, createUuid } from '../generators/codes.ts';
import { createBirthday, createEvent, createTimeOfDay } from '../generators/moments.ts';
import {
  createDecimal,
  createInteger,
  createPrice,
  type NumberRange,
  narrowed,
} from '../generators/numbers.ts';
import { createJson, createTitle, createWord } from '../generators/text.ts';
import type { ColumnRules } from '../plan/check-rules.ts';
import { type ColumnKind, columnKind } from './column-kind.ts';
import { type Hint, hints, snakeName } from './hints.ts';

export interface Inferred {
  generator: Generator;
  /** Share of rows that are NULL where the column allows it. */
  emptyShare: number;
}

/** Null when the CHECKs contradict each other, so that no value is possible. */
export function inferGenerator(
  column: Column,
  table: Table,
  rules: ColumnRules,
  source: Source,
): Inferred | null {
  if (rules.choices) {
    const values = rules.choices.filter((value) => isAllowed(value, rules));
    if (values.length === 0) return null;
    return { generator: chooseFrom(values, source), emptyShare: 0 };
  }
  const kind = columnKind(column, table);
  const names = { column: snakeName(column.name), table: snakeName(table.name) };
  const hint = hints.find(
    (each) =>
      each.pattern.test(names.column) &&
      (each.table?.test(names.table) ?? true) &&
      kindsOf[each.makes].includes(kind),
  );
  const generator = hint
    ? fromHint(hint, kind, rules, source, names)
    : fromKind(kind, column, rules, source);
  if (!generator) return null;
  return {
    generator: withoutExcluded(withLength(generator, rules, source), rules),
    emptyShare: hint?.emptyShare ?? 0,
  };
}

const kindsOf: Record<Hint['makes'], ColumnKind[]> = {
  text: ['text', 'any'],
  number: ['integer', 'real', 'decimal', 'any'],
  price: ['integer', 'real', 'decimal', 'any'],
  flag: ['integer', 'decimal', 'boolean', 'any'],
  moment: ['text', 'integer', 'date', 'date-time', 'any'],
  birthday: ['text', 'integer', 'date', 'date-time', 'any'],
};

function chooseFrom(values: (number | string)[], source: Source): Generator {
  const shown = values.slice(0, 4).join(', ');
  const description = `one of ${values.length}: ${shown}${values.length > 4 ? ', ...' : ''}`;
  return createChoice(source, { name: 'choice', description }, values, 2);
}

function isAllowed(value: number | string, rules: ColumnRules): boolean {
  if (rules.excluded.includes(value)) return false;
  if (typeof value === 'string') {
    return value.length >= rules.minLength && value.length <= rules.maxLength;
  }
  const { min, max } = rules;
  if (min && (min.isOpen ? value <= min.value : value < min.value)) return false;
  return !(max && (max.isOpen ? value >= max.value : value > max.value));
}

function fromHint(
  hint: Hint,
  kind: ColumnKind,
  rules: ColumnRules,
  source: Source,
  names: { column: string; table: string },
): Generator | null {
  if (hint.makes === 'text') return hint.create(source, names);
  if (hint.makes === 'flag') return createFlag(source, hint.share);
  if (hint.makes === 'moment')
    return createEvent(source, momentForm(kind, hint.form), hint.delayDays);
  if (hint.makes === 'birthday') return createBirthday(source, momentForm(kind, 'date'));
  if (kind === 'integer') return integerOf(source, hint.name, hint.range, rules);
  if (hint.makes === 'price') {
    const range = narrowed(hint.range, rules, 0.01);
    return range && createPrice(source, hint.name, range);
  }
  if (hint.decimals === 0) return integerOf(source, hint.name, hint.range, rules);
  return decimalOf(source, hint.name, hint.range, rules, hint.decimals);
}

function momentForm(kind: ColumnKind, form: 'date' | 'date-time') {
  if (kind === 'integer') return 'seconds';
  return kind === 'date' || kind === 'date-time' ? kind : form;
}

function integerOf(source: Source, name: string, range: NumberRange, rules: ColumnRules) {
  const whole = { ...range, min: Math.ceil(range.min), max: Math.max(1, Math.floor(range.max)) };
  const narrow = narrowed(whole, rules, 1);
  return narrow && createInteger(source, name, narrow);
}

function decimalOf(
  source: Source,
  name: string,
  range: NumberRange,
  rules: ColumnRules,
  decimals: number,
) {
  const steps = [1, 0.1, 0.01, 0.001, 0.0001, 0.00001];
  const narrow = narrowed(range, rules, steps[decimals] ?? 0.01);
  return narrow && createDecimal(source, name, narrow, decimals);
}

function fromKind(
  kind: ColumnKind,
  column: Column,
  rules: ColumnRules,
  source: Source,
): Generator | null {
  const type = column.type.toUpperCase();
  switch (kind) {
    case 'boolean':
      return createFlag(source, 0.5);
    case 'date':
    case 'date-time':
      return createEvent(source, kind);
    case 'integer':
      return integerOf(source, 'integer', { min: 1, max: 1000, shape: 'even' }, rules);
    case 'real':
    case 'decimal':
      return decimalOf(source, 'number', { min: 0, max: 1000, shape: 'even' }, rules, 2);
    case 'blob':
      return createBytes(source, 16);
    case 'any':
      return rules.min || rules.max
        ? integerOf(source, 'integer', { min: 1, max: 1000, shape: 'even' }, rules)
        : createWord(source);
    case 'text':
      if (type === 'UUID' || type === 'GUID') return createUuid(source);
      if (type === 'JSON') return createJson(source);
      if (type === 'TIME') return createTimeOfDay(source);
      return column.primaryKeyPosition > 0 ? createTitle(source) : createWord(source);
  }
}

/** Text of a demanded length: cut or filled; where values must differ, letters of that length. */
function withLength(generator: Generator, rules: ColumnRules, source: Source): Generator {
  const { minLength, maxLength } = rules;
  if (minLength === 0 && maxLength === Number.POSITIVE_INFINITY) return generator;
  const length = Math.min(maxLength, Math.max(minLength, Math.min(maxLength, 10)));
  const letters = createLetters(source, length);
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
  };
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
