import { expect, test } from 'vitest';
import { planRowTexts } from './raw-rows.ts';

test('the columns of the raw answer are aligned, whatever stands in the lines', () => {
  const rows = [
    { id: 3, parent: 0, cost: 216, detail: 'SCAN a' },
    { id: 12, parent: 3, cost: 7, detail: 'SEARCH b USING INDEX i x (a=?)' },
  ];
  expect(planRowTexts(rows)).toEqual([
    'id  parent  cost  detail',
    ' 3       0   216  SCAN a',
    '12       3     7  SEARCH b USING INDEX i x (a=?)',
  ]);
  expect(planRowTexts([])).toEqual(['id  parent  cost  detail']);
});
