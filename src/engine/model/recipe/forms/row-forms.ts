// The forms of what depends on other rows and columns.
// What settings mean stands in column-generator.ts, their limits in setting-limits.ts.
import type { FormsOf } from '../generator-forms.ts';

export const rowForms: FormsOf<'reference' | 'expression' | 'default'> = {
  reference: {
    kind: 'reference',
    label: 'reference',
    group: 'Rows and columns',
    summary: 'the key of a row of the table that the foreign key names',
    fields: [{ type: 'spread', key: 'spread', label: 'Which rows' }],
    initial: { kind: 'reference', spread: { kind: 'skewed' } },
  },
  expression: {
    kind: 'expression',
    label: 'expression',
    group: 'Rows and columns',
    summary: 'SQL over other columns of the row, such as quantity * price',
    fields: [{ type: 'expression', key: 'sql', label: 'SQL' }],
    initial: { kind: 'expression', sql: '1' },
  },
  default: {
    kind: 'default',
    label: 'default',
    group: 'Rows and columns',
    summary: "what the column's DEFAULT says",
    fields: [],
    initial: { kind: 'default' },
  },
};
