import { expect, test } from 'vitest';
import type { EngineError } from '../../../engine/model/errors.ts';
import { previewFault, previewTable } from './preview-table.ts';

test('a very wide table is cut', () => {
  const columns = Array.from({ length: 2000 }, (_, at) => `c${at}`);
  const table = previewTable({ status: 'made', columns, rows: [columns] });
  expect(table.columns).toHaveLength(100);
  expect(table.rows[0]).toHaveLength(100);
});

test('what to do about a failure is said once', () => {
  const error: EngineError = { code: 'data-unsatisfiable', message: 'No.', hint: 'Change it.' };
  const silent = { problems: [] };
  const telling = { problems: [error] };
  expect(previewFault(error, { ...silent, columns: [silent] })).toBe(error);
  expect(previewFault(error, { ...silent, columns: [telling] })).toEqual({ message: 'No.' });
  expect(previewFault(error, { ...telling, columns: [silent] })).toEqual({ message: 'No.' });
});
