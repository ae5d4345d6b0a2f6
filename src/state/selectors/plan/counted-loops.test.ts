import { describe, expect, it } from 'vitest';
import type { LoopCountOutcome } from '../../../engine/model/plan/loop-counts.ts';
import type { PlanRow } from '../../../engine/model/plan/plan.ts';
import { shownCounts } from './counted-loops.ts';

const rows = (...details: string[]): PlanRow[] =>
  details.map((detail, at) => ({ id: at + 2, parent: 0, cost: at, detail }));

const counted: LoopCountOutcome = {
  status: 'counted',
  rows: rows('SCAN a', 'SEARCH b'),
  loops: [
    { row: 0, status: 'counted', visited: 100 },
    { row: 1, status: 'unavailable', reason: 'It has no rowid.' },
  ],
  resultRows: 3,
};

describe('shownCounts', () => {
  it('gives the counts of the plan that is shown, whatever its ids', () => {
    const plan = rows('SCAN a', 'SEARCH b').map((row) => ({ ...row, id: row.id + 40 }));
    const shown = shownCounts({ basis: 'now', outcome: counted }, 'now', plan);
    expect(shown).toMatchObject({ isStale: false, note: null });
    expect(shown.counts?.get(1)).toMatchObject({ reason: 'It has no rowid.' });
  });

  it('keeps older counts of the same plan, and says that they are older', () => {
    const shown = shownCounts({ basis: 'then', outcome: counted }, 'now', counted.rows);
    expect(shown.isStale).toBe(true);
    expect(shown.counts?.size).toBe(2);
  });

  it('never puts the counts of one plan on another', () => {
    const other = rows('SEARCH b', 'SCAN a');
    expect(shownCounts({ basis: 'then', outcome: counted }, 'now', other)).toEqual({
      counts: null,
      isStale: false,
      note: null,
    });
    const { counts, note } = shownCounts({ basis: 'now', outcome: counted }, 'now', other);
    expect(counts).toBeNull();
    expect(note?.explanation).toContain('SCAN a; SEARCH b');
  });

  it('says why there are none, as long as that holds', () => {
    const outcome: LoopCountOutcome = { status: 'unavailable', reason: 'The plan would change.' };
    expect(shownCounts({ basis: 'now', outcome }, 'now', []).note?.explanation).toBe(
      'The plan would change.',
    );
    expect(shownCounts({ basis: 'then', outcome }, 'now', []).note).toBeNull();
    expect(shownCounts(undefined, 'now', []).note).toBeNull();
  });
});
