// The forms of numbers.
// What settings mean stands in column-generator.ts, their limits in setting-limits.ts.
import type { FormField, FormsOf } from '../generator-forms.ts';
import { settingLimits } from '../setting-limits.ts';

const largest = Number.MAX_SAFE_INTEGER;

const wholeRange: FormField[] = [
  { type: 'integer', key: 'min', label: 'From', min: -largest, max: largest },
  { type: 'integer', key: 'max', label: 'To', min: -largest, max: largest },
];
const range: FormField[] = [
  { type: 'number', key: 'min', label: 'From', min: -1e12, max: 1e12 },
  { type: 'number', key: 'max', label: 'To', min: -1e12, max: 1e12 },
];
const shape: FormField = {
  type: 'choice',
  key: 'shape',
  label: 'Frequent',
  options: [
    { value: 'even', label: 'all alike' },
    { value: 'low', label: 'low ones' },
    { value: 'very-low', label: 'low ones, very' },
  ],
};
const decimals: FormField = {
  type: 'integer',
  key: 'decimals',
  label: 'Decimals',
  min: 0,
  max: settingLimits.decimals,
};
const exponent: FormField = {
  type: 'number',
  key: 'exponent',
  label: 'Exponent',
  min: 0,
  max: settingLimits.exponent,
};

export const numberForms: FormsOf<
  'sequence' | 'integer' | 'decimal' | 'price' | 'normal' | 'log-normal' | 'zipf'
> = {
  sequence: {
    kind: 'sequence',
    label: 'sequence',
    group: 'Numbers',
    summary: 'whole numbers in order, each once',
    fields: [
      { type: 'integer', key: 'start', label: 'First', min: -largest, max: largest },
      { type: 'integer', key: 'step', label: 'Step', min: -1e9, max: 1e9 },
    ],
    initial: { kind: 'sequence', start: 1, step: 1 },
  },
  integer: {
    kind: 'integer',
    label: 'whole number',
    group: 'Numbers',
    summary: 'whole numbers of a range',
    fields: [...wholeRange, shape],
    initial: { kind: 'integer', min: 1, max: 1000, shape: 'even' },
  },
  decimal: {
    kind: 'decimal',
    label: 'decimal number',
    group: 'Numbers',
    summary: 'numbers of a range with so many decimals',
    fields: [...range, decimals, shape],
    initial: { kind: 'decimal', min: 0, max: 1000, decimals: 2, shape: 'even' },
  },
  price: {
    kind: 'price',
    label: 'price',
    group: 'Numbers',
    summary: 'prices, low ones more frequent, most ending in 99, 95, 49 or 00',
    fields: [
      { type: 'number', key: 'min', label: 'From', min: 0, max: 1e12 },
      { type: 'number', key: 'max', label: 'To', min: 0, max: 1e12 },
    ],
    initial: { kind: 'price', min: 1, max: 1000 },
  },
  normal: {
    kind: 'normal',
    label: 'normal',
    group: 'Numbers',
    summary: 'around a mean: two thirds within one standard deviation of it',
    fields: [
      { type: 'number', key: 'mean', label: 'Mean', min: -1e9, max: 1e9 },
      { type: 'number', key: 'deviation', label: 'Standard deviation', min: 0, max: 1e9 },
      decimals,
    ],
    initial: { kind: 'normal', mean: 100, deviation: 15, decimals: 0 },
  },
  'log-normal': {
    kind: 'log-normal',
    label: 'log-normal',
    group: 'Numbers',
    summary: 'positive numbers with a long tail: incomes, file sizes, durations',
    fields: [
      { type: 'number', key: 'median', label: 'Median', min: 0.000001, max: 1e9 },
      { type: 'number', key: 'spread', label: 'Spread', min: 0, max: settingLimits.spread },
      decimals,
    ],
    initial: { kind: 'log-normal', median: 100, spread: 1, decimals: 0 },
  },
  zipf: {
    kind: 'zipf',
    label: 'Zipf',
    group: 'Numbers',
    summary: 'whole numbers, the first by far the most frequent: 1/1, 1/2, 1/3 ... to a power',
    fields: [...wholeRange, exponent],
    initial: { kind: 'zipf', min: 1, max: 1000, exponent: 1.1 },
  },
};
