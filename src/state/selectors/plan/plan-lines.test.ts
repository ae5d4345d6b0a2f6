import { describe, expect, it } from 'vitest';
import type { PlanRow, QueryPlan } from '../../../engine/model/plan/plan.ts';
import { planBadge } from '../../../engine/plan/plan-badge.ts';
import { planTree } from '../../../engine/plan/plan-tree.ts';
import { planLines, planRowTexts } from './plan-lines.ts';

/** A plan drawn as indented text, two spaces a level. */
function drawn(text: string): QueryPlan {
  const path: number[] = [];
  const rows: PlanRow[] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const depth = (line.length - line.trimStart().length) / 2;
      path.length = depth;
      const row = { id: index + 2, parent: path.at(-1) ?? 0, cost: 7, detail: line.trim() };
      path.push(row.id);
      return row;
    });
  return { rows, nodes: planTree(rows), badge: planBadge(rows) };
}

describe('planLines', () => {
  it('keeps order, levels and places among siblings', () => {
    const plan = drawn('MULTI-INDEX OR\n  INDEX 1\n    SEARCH p USING INDEX i (a=?)\n  INDEX 2');
    const { lines } = planLines(plan, '', null);
    expect(lines.map(({ level, position, siblings }) => [level, position, siblings])).toEqual([
      [1, 1, 1],
      [2, 1, 2],
      [3, 1, 1],
      [2, 2, 2],
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual(['step', 'step', 'search', 'step']);
    expect(lines.every(({ isNew }) => !isNew)).toBe(true);
  });

  it('names the kind of every access', () => {
    const plan = drawn(
      [
        'CO-ROUTINE q',
        '  SCAN products',
        'SCAN q',
        'SEARCH o USING AUTOMATIC COVERING INDEX (p=?)',
        'SEARCH c USING COVERING INDEX ca (a=?)',
        'USE TEMP B-TREE FOR ORDER BY',
      ].join('\n'),
    );
    const { lines } = planLines(plan, 'WITH q AS (SELECT 1) SELECT * FROM q', null);
    expect(lines.map(({ kind }) => kind)).toEqual([
      'step',
      'scan',
      'step',
      'automatic',
      'covering',
      'sort',
    ]);
  });

  it('marks what the baseline lacks and lists what went', () => {
    const baseline = drawn('SCAN products\nUSE TEMP B-TREE FOR ORDER BY');
    const plan = drawn('SEARCH products USING INDEX i (category=?)\nUSE TEMP B-TREE FOR ORDER BY');
    const { lines, gone } = planLines(plan, '', baseline);
    expect(lines.map(({ isNew }) => isNew)).toEqual([true, false]);
    expect(gone).toEqual(['SCAN products']);
  });

  it('counts equal lines one by one', () => {
    const { lines, gone } = planLines(drawn('SCAN a\nSCAN a'), '', drawn('SCAN a'));
    expect(lines.map(({ isNew }) => isNew)).toEqual([false, true]);
    expect(gone).toEqual([]);
  });
});

describe('planRowTexts', () => {
  it('aligns the columns of the raw answer', () => {
    expect(planRowTexts(drawn('SCAN a\n  SCAN b'))).toEqual([
      'id  parent  cost  detail',
      ' 2       0     7  SCAN a',
      ' 3       2     7  SCAN b',
    ]);
  });
});
