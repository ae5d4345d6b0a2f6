import { expect, it } from 'vitest';
import type { DifferingRows } from '../../../engine/model/comparison/differing-rows.ts';
import { differingRowsOf, differingRowsView } from './differing-rows-view.ts';
import { measuredQuery } from './measured-query.testing.ts';

const rows: DifferingRows = {
  columns: ['id'],
  onlyInBaseline: [[1], [null]],
  onlyInSetup: [],
  baselineCount: 1314,
  setupCount: 0,
  isComplete: true,
};

it('says how many of all rows it shows', () => {
  const { sides, note } = differingRowsView(rows, { setup: 'C', baseline: 'A' });
  expect(sides.map(({ title, count }) => [title, count])).toEqual([
    ['Only in A', '2 of 1,314 rows'],
    ['Only in C', '0 rows'],
  ]);
  expect(note).toBe('');
});

it('says that there may be more where the answers were compared in part', () => {
  const part = { ...rows, baselineCount: 2, isComplete: false };
  const { sides, note } = differingRowsView(part, { setup: 'B', baseline: 'A' });
  expect(sides[0]?.count).toBe('at least 2 rows');
  expect(note).toContain('may be more');
});

it('belongs to the answers that it was made from', () => {
  const result = measuredQuery();
  const differences = { 'q1/s2': { firstRuns: result.firstRuns, rows } };
  expect(differingRowsOf(differences, { ...result, status: 'stopped' }, 's2')).toBe(rows);
  expect(differingRowsOf(differences, result, 's3')).toBeNull();
  expect(differingRowsOf(differences, { ...result, firstRuns: [] }, 's2')).toBeNull();
});
