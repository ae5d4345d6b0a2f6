// The settings of a column that the user has not set: from its CHECKs, then its name, then its type.
// Keys, UNIQUE and foreign keys concern several columns and stand in plan-table.ts.
import type { Column, Table } from '../../model/database/schema.ts';
import type { RangeShape, StandaloneGenerator } from '../../model/recipe/column-generator.ts';
import type { Fraction } from '../../model/units.ts';
import type { ColumnRules } from '../plan/checks/column-rules.ts';
import { type ColumnKind, columnKind } from './column-kind.ts';
import { type Hint, type HintNames, hints, snakeName } from './hints.ts';
import { type NumberRange, narrowed } from './narrowed-range.ts';

export interface InferredColumn {
  settings: StandaloneGenerator;
  /** Share of rows that are NULL where the column allows it. */
  nullShare: Fraction;
}

/** Null when the CHECKs contradict each other, so that no value is possible. */
export function inferColumn(
  column: Column,
  table: Table,
  rules: ColumnRules,
): InferredColumn | null {
  if (rules.choices) {
    const values = rules.choices.filter((value) => isAllowed(value, rules));
    if (values.length === 0) return null;
    return {
      settings: { kind: 'choice', values, weights: { kind: 'falling', flatness: 2 } },
      nullShare: 0,
    };
  }
  const kind = columnKind(column, table);
  const names = { column: snakeName(column.name), table: snakeName(table.name) };
  const hint = hints.find(
    (each) =>
      each.pattern.test(names.column) &&
      (each.table?.test(names.table) ?? true) &&
      kindsOf[each.makes].includes(kind),
  );
  const settings = hint ? fromHint(hint, kind, rules, names) : fromKind(kind, column, rules);
  return settings && { settings, nullShare: hint?.emptyShare ?? 0 };
}

const kindsOf: Record<Hint['makes'], ColumnKind[]> = {
  text: ['text', 'any'],
  number: ['integer', 'real', 'decimal', 'any'],
  price: ['integer', 'real', 'decimal', 'any'],
  flag: ['integer', 'decimal', 'boolean', 'any'],
  moment: ['text', 'integer', 'date', 'date-time', 'any'],
  birthday: ['text', 'integer', 'date', 'date-time', 'any'],
};

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
  names: HintNames,
): StandaloneGenerator | null {
  if (hint.makes === 'text') return hint.settings(names);
  if (hint.makes === 'flag') return { kind: 'flag', share: hint.share };
  if (hint.makes === 'moment') return eventOf(momentForm(kind, hint.form), hint.delayDays);
  if (hint.makes === 'birthday') return { kind: 'birthday', form: momentForm(kind, 'date') };
  if (kind === 'integer') return integerOf(hint.range, rules);
  if (hint.makes === 'price') {
    const range = narrowed(hint.range, rules, 0.01);
    return range && { kind: 'price', min: range.min, max: range.max };
  }
  if (hint.decimals === 0) return integerOf(hint.range, rules);
  return decimalOf(hint.range, rules, hint.decimals);
}

function fromKind(
  kind: ColumnKind,
  column: Column,
  rules: ColumnRules,
): StandaloneGenerator | null {
  const type = column.type.toUpperCase();
  switch (kind) {
    case 'boolean':
      return { kind: 'flag', share: 0.5 };
    case 'date':
    case 'date-time':
      return eventOf(kind, 0);
    case 'integer':
      return integerOf(even(1, 1000), rules);
    case 'real':
    case 'decimal':
      return decimalOf(even(0, 1000), rules, 2);
    case 'blob':
      return { kind: 'blob', bytes: 16 };
    case 'any':
      return rules.min || rules.max ? integerOf(even(1, 1000), rules) : { kind: 'word' };
    case 'text':
      if (type === 'UUID' || type === 'GUID') return { kind: 'uuid' };
      if (type === 'JSON') return { kind: 'json', keys: 3 };
      if (type === 'TIME') return { kind: 'time-of-day' };
      return { kind: column.primaryKeyPosition > 0 ? 'title' : 'word' };
  }
}

const evenShape: RangeShape = 'even';

function even(min: number, max: number): NumberRange {
  return { min, max, shape: evenShape };
}

function momentForm(kind: ColumnKind, form: 'date' | 'date-time') {
  if (kind === 'integer') return 'seconds';
  return kind === 'date' || kind === 'date-time' ? kind : form;
}

// A fixed span, as no clock is asked: the same recipe gives the same rows next year.
function eventOf(form: 'date' | 'date-time' | 'seconds', delayDays: number): StandaloneGenerator {
  return { kind: 'moment', from: '2023-01-01', to: '2025-12-31', form, order: 'rows', delayDays };
}

function integerOf(range: NumberRange, rules: ColumnRules): StandaloneGenerator | null {
  const whole = { ...range, min: Math.ceil(range.min), max: Math.max(1, Math.floor(range.max)) };
  const narrow = narrowed(whole, rules, 1);
  return narrow && { kind: 'integer', ...narrow };
}

function decimalOf(
  range: NumberRange,
  rules: ColumnRules,
  decimals: number,
): StandaloneGenerator | null {
  const steps = [1, 0.1, 0.01, 0.001, 0.0001, 0.00001];
  const narrow = narrowed(range, rules, steps[decimals] ?? 0.01);
  return narrow && { kind: 'decimal', decimals, ...narrow };
}
