// SQLite's aggregate functions (sqlite.org/lang_aggfunc.html), in our own words. All of them skip NULLs
// unless it is said, take DISTINCT and FILTER, and work as window functions with OVER.
import type { FunctionRow } from './sql-function.ts';

export const aggregateFunctions: readonly FunctionRow[] = [
  [
    'avg',
    'number',
    'real',
    'The average of the values that are not NULL; always real, and NULL without any. Text that is no number counts as 0.',
  ],
  [
    'count',
    '* | value',
    'integer',
    'count(*) counts rows, count(value) those where the value is not NULL. SQLite keeps no row counts: it reads the smallest index or the table.',
  ],
  [
    'group_concat',
    'value, separator?',
    'text',
    'The values that are not NULL as one text, with a comma in between or the separator; in any order unless ORDER BY stands behind the arguments. DISTINCT takes no separator.',
  ],
  [
    'max',
    'value',
    'any',
    'The greatest value; NULL without any. Alone on an indexed column it reads one entry. Bare columns beside it come from the row that has it.',
  ],
  [
    'min',
    'value',
    'any',
    'The least value; NULL without any. Alone on an indexed column it reads one entry. Bare columns beside it come from the row that has it.',
  ],
  [
    'string_agg',
    'value, separator',
    'text',
    'group_concat by its name in PostgreSQL; the separator must be given.',
  ],
  [
    'sum',
    'number',
    'number',
    'The sum: an integer when all values are, and an error when it overflows; NULL, not 0, without any value. See total.',
  ],
  ['total', 'number', 'real', 'The sum, always real, and 0.0 without any value. Never overflows.'],
];
