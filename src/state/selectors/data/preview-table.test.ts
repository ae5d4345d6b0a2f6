import { expect, test } from 'vitest';
import type { EngineError } from '../../../engine/model/errors.ts';
import { previewFault, previewTable } from './preview-table.ts';

test('every cell knows its column, and rows that are equal are told apart', () => {
  const table = previewTable({
    status: 'made',
    columns: ['a', 'b'],
    rows: [
      [1, null],
      [1, null],
    ],
  });
  expect(table.rows.map(({ key }) => key)).toEqual(['row 0', 'row 1']);
  expect(table.rows[0]?.cells).toEqual([
    { key: 'a', column: 'a', value: 1 },
    { key: 'b', column: 'b', value: null },
  ]);
});

test('a very wide table is cut', () => {
  const columns = Array.from({ length: 2000 }, (_, at) => `c${at}`);
  const table = previewTable({ status: 'made', columns, rows: [columns] });
  expect(table.columns).toHaveLength(100);
  expect(table.rows[0]?.cells).toHaveLength(100);
});

test('what to do about a failure is said once', () => {
  const error: EngineError = { code: 'data-unsatisfiable', message: 'No.', hint: 'Change it.' };
  expect(previewFault(error, [{ problems: [] }])).toBe(error);
  expect(previewFault(error, [{ problems: [error] }])).toEqual({ message: 'No.' });
});
