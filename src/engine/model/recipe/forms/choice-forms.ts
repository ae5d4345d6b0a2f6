// The forms of choices from a list.
// What settings mean stands in column-generator.ts, their limits in setting-limits.ts.
import type { FormsOf } from '../generator-forms.ts';

export const choiceForms: FormsOf<'choice' | 'list' | 'flag' | 'constant'> = {
  choice: {
    kind: 'choice',
    label: 'one of a list',
    group: 'Choices',
    summary: 'one of the values, drawn by weight',
    fields: [
      { type: 'values', key: 'values', label: 'Values' },
      { type: 'weights', key: 'weights', label: 'How often', of: 'values' },
    ],
    initial: { kind: 'choice', values: ['red', 'green', 'blue'], weights: { kind: 'even' } },
  },
  list: {
    kind: 'list',
    label: 'list in turn',
    group: 'Choices',
    summary: 'the values row by row, and again from the first',
    fields: [{ type: 'values', key: 'values', label: 'Values' }],
    initial: { kind: 'list', values: ['first', 'second', 'third'] },
  },
  flag: {
    kind: 'flag',
    label: 'yes or no',
    group: 'Choices',
    summary: '1 in a share of the rows, else 0',
    fields: [{ type: 'share', key: 'share', label: 'Share of 1' }],
    initial: { kind: 'flag', share: 0.5 },
  },
  constant: {
    kind: 'constant',
    label: 'constant',
    group: 'Choices',
    summary: 'the same value in every row',
    fields: [{ type: 'value', key: 'value', label: 'Value' }],
    initial: { kind: 'constant', value: 0 },
  },
};
