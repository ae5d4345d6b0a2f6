import { describe, expect, it } from 'vitest';
import type { PlanFinding } from '../../../engine/model/plan/plan-finding.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { findingsView } from './findings-view.ts';

function finding(title: string, changes: Partial<PlanFinding> = {}): PlanFinding {
  const reason = `because of ${title}`;
  return { kind: 'full-scan', severity: 'low', path: '1', title, reason, rows: null, ...changes };
}

const setup = (letter: SetupLetter, ...findings: PlanFinding[]) => ({
  setupId: `s${letter}`,
  letter,
  findings,
});

describe('findingsView', () => {
  it('says once what several plans share, and who is spared', () => {
    const [shared] = findingsView([
      setup('A', finding('scan', { path: '1' })),
      setup('B'),
      setup('C', finding('scan', { path: '1.2' })),
    ]);
    expect(shared?.places).toEqual([
      { setupId: 'sA', letter: 'A', path: '1', paths: ['1'] },
      { setupId: 'sC', letter: 'C', path: '1.2', paths: ['1.2'] },
    ]);
    expect(shared?.spared).toEqual(['B']);
  });

  it('has one place for each setup, which leads to the first of its steps', () => {
    const [scan] = findingsView([
      setup('A', finding('scan', { path: '1' }), finding('scan', { path: '2' })),
      setup('B', finding('scan', { path: '3' })),
    ]);
    expect(scan?.places.map(({ letter, path, paths }) => [letter, path, paths.length])).toEqual([
      ['A', '1', 2],
      ['B', '3', 1],
    ]);
    expect(scan?.places[0]?.paths).toEqual(['1', '2']);
  });

  it('puts the worst first, by severity and then by rows, each as bad as where it is worst', () => {
    const view = findingsView([
      setup('A', finding('sort', { severity: 'medium', rows: 10 }), finding('few', { rows: 5 })),
      setup(
        'B',
        finding('few', { severity: 'high', rows: 5, reason: 'worse here' }),
        finding('more', { severity: 'medium', rows: 20 }),
      ),
    ]);
    expect(view.map(({ title, word }) => `${word} ${title}`)).toEqual([
      'High few',
      'Medium more',
      'Medium sort',
    ]);
    expect(view[0]?.reason).toBe('worse here');
  });

  it('keeps apart what is of another kind', () => {
    const other = finding('same words', { kind: 'sort' });
    expect(findingsView([setup('A', finding('same words'), other)])).toHaveLength(2);
  });
});
