import { expect, test } from 'vitest';
import { statementToRun } from './statement-to-run.ts';

const caret = (offset: number) => ({ start: offset, end: offset });

test('shows the statement at the caret when there are several', () => {
  const sql = 'SELECT 1;\nSELECT 2;';
  expect(statementToRun(sql, caret(3))).toEqual({ start: 0, end: 9 });
  expect(statementToRun(sql, caret(12))).toEqual({ start: 10, end: 19 });
});

test('shows nothing for one statement and beside a selection', () => {
  expect(statementToRun('SELECT 1', caret(0))).toBeNull();
  expect(statementToRun('SELECT 1; SELECT 2', { start: 0, end: 8 })).toBeNull();
});
