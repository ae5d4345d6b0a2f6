import { describe, expect, it } from 'vitest';
import { planKey } from './plan-key.ts';
import { planLines } from './plan-lines.ts';
import { rowsFrom } from './plan-rows.testing.ts';

describe('planLines', () => {
  it('stand under their parents', () => {
    const text = 'a\n  b\n    c\n  d\ne';
    expect(planLines(rowsFrom(text)).join('\n')).toBe(text);
  });

  it('keep every row when parents are missing, later, repeated or the row itself', () => {
    const rows = [
      { id: 5, parent: 9, cost: 0, detail: 'orphan' },
      { id: 6, parent: 6, cost: 0, detail: 'own parent' },
      { id: 7, parent: 5, cost: 0, detail: 'child' },
      { id: 5, parent: 0, cost: 0, detail: 'repeated' },
      { id: 9, parent: 5, cost: 0, detail: 'late' },
    ];
    expect(planLines(rows)).toEqual(['orphan', '  child', 'own parent', 'repeated', '  late']);
  });

  it('nest hundreds deep', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      id: index + 1,
      parent: index,
      cost: 0,
      detail: 'x',
    }));
    expect(planLines(rows).at(-1)).toBe(`${' '.repeat(9_998)}x`);
  });
});

describe('planKey', () => {
  it('is equal for equal work and differs for other work', () => {
    const key = (text: string, cost: number) =>
      planKey(
        rowsFrom(text).map((row) => ({
          ...row,
          id: row.id + cost,
          parent: row.parent && row.parent + cost,
          cost,
        })),
      );
    const plan = 'CO-ROUTINE (subquery-1)\n  SCAN t\nSCAN (subquery-1)\nSCALAR SUBQUERY 1';
    expect(key(plan, 1)).toBe(key(plan.replaceAll('1', '2'), 50));
    expect(key(plan, 1)).not.toBe(key(plan.replace('SCAN t', 'SEARCH t'), 1));
    expect(key('a\n  b', 1)).not.toBe(key('a\nb', 1));
    expect(key('SEARCH t USING INDEX i1 (a=?)', 1)).not.toBe(
      key('SEARCH t USING INDEX i2 (a=?)', 1),
    );
  });
});
