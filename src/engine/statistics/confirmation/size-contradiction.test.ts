import { expect, it } from 'vitest';
import type { ConfirmedCell } from '../../model/comparison/confirmation.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import { sizeContradiction } from './size-contradiction.ts';

const names = { setup: 'C', baseline: 'A' };
const faster: Verdict = {
  kind: 'faster',
  ratio: { estimate: 1 / 150, low: 1 / 170, high: 1 / 110, level: 0.975 },
  margin: 0.05,
};
const cell = (low: number, high: number): ConfirmedCell => ({
  status: 'stands',
  kinds: ['faster', 'faster', 'faster'],
  low,
  high,
});

it('says that the direction stands and the size does not', () => {
  expect(sizeContradiction(cell(1 / 81, 1 / 76), faster, names)?.headline).toBe(
    'faster: confirmed; how much: not (76–81× in fresh workers, 110–170× here)',
  );
  const slower: Verdict = { kind: 'clearly-slower', low: 2, high: 3, rounds: 3 };
  expect(sizeContradiction(cell(4, 5), slower, names)?.headline).toContain('slower: confirmed');
});

it('says nothing where the two meet, or nothing was ranked', () => {
  expect(sizeContradiction(cell(1 / 120, 1 / 76), faster, names)).toBeNull();
  expect(sizeContradiction(cell(1 / 140, 1 / 130), faster, names)).toBeNull();
  const equal: Verdict = { ...faster, kind: 'equal' };
  expect(sizeContradiction(cell(1 / 81, 1 / 76), equal, names)).toBeNull();
});
