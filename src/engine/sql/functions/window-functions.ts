// SQLite's window functions (sqlite.org/windowfunctions.html), in our own words. They need OVER;
// aggregates work as window functions too and stand among the aggregates.
import type { FunctionRow } from './sql-function.ts';

export const windowFunctions: readonly FunctionRow[] = [
  [
    'cume_dist',
    '',
    'real',
    'The share of rows of the partition that come before the row or tie with it: over 0 up to 1.',
  ],
  [
    'dense_rank',
    '',
    'integer',
    'The rank of the row; rows that tie share one, and no rank is left out behind them: 1, 1, 2.',
  ],
  ['first_value', 'value', 'any', 'The value in the first row of the frame.'],
  [
    'lag',
    'value, offset?, default?',
    'any',
    'The value so many rows before (1 when not said); the default, or NULL, where there is none. The frame does not matter.',
  ],
  [
    'last_value',
    'value',
    'any',
    "The value in the last row of the frame, which ends at the current row's ties unless the frame is said: add ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING.",
  ],
  [
    'lead',
    'value, offset?, default?',
    'any',
    'The value so many rows behind (1 when not said); the default, or NULL, where there is none. The frame does not matter.',
  ],
  [
    'nth_value',
    'value, position',
    'any',
    'The value in this row of the frame, counted from 1; NULL where the frame does not reach so far.',
  ],
  [
    'ntile',
    'groups',
    'integer',
    'The number of the group, when the partition is cut into so many of about equal size.',
  ],
  ['percent_rank', '', 'real', '(rank - 1) / (rows of the partition - 1): 0 to 1.'],
  [
    'rank',
    '',
    'integer',
    'The rank of the row; rows that tie share one, and ranks are left out behind them: 1, 1, 3.',
  ],
  [
    'row_number',
    '',
    'integer',
    'The number of the row in its partition, from 1; among rows that tie, in any order.',
  ],
];
