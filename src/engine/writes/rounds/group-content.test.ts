import { expect, test } from 'vitest';
import {
  earlierOf,
  lastOf,
  measureAll,
  noisy,
  type SimulatedGroups,
  simulateWrites,
} from './simulated-contenders.testing.ts';

const other = { contentHash: 'other' };
const firstRound = 4;

/** Runs of the baseline while the contenders had their first runs. */
function baselineRuns(groups: SimulatedGroups): number {
  const sim = simulateWrites(groups, { tickMs: 0.001 });
  for (let run = 0; run < firstRound; run++) sim.rounds.measure(false);
  return sim.calls.filter((id) => id === 'A base').length;
}

const slow = { ms: 900 };

test('a baseline is asked once about a content that it does not leave, whoever left it', () => {
  const agreed = { A: { base: slow, b: slow, c: slow, d: slow } };
  const plain = baselineRuns(agreed);
  const odd = { A: { base: { ...slow, proof: other }, b: slow, c: slow, d: slow } };
  expect(baselineRuns(odd)).toBe(plain + 1);
});

test('a content that nobody left before is asked about: the time may have gone on', () => {
  // One is wrong at once. The seconds change later, and with them what all leave.
  const byTime = (before: number) => ({ contentHash: before > 2 ? 'later' : 'same' });
  const wrong = { ms: 20, proof: other };
  const right = { ms: 20, proof: byTime };
  for (const seed of [1, 2, 3, 4]) {
    const { rounds } = simulateWrites(
      { A: { base: right, wrong, b: right, c: right, d: right } },
      { seed },
    );
    const steps = Array.from({ length: 5 }, () => rounds.measure(false));
    const { cells, varying } = lastOf(steps).standing;
    expect(varying).toEqual(['A']);
    const kinds = ['A b', 'A c', 'A d'].map((id) => cells[id]?.verdict.kind);
    expect(kinds).not.toContain('different-answer');
  }
});

test('another engine asks again', () => {
  const wrong = { ms: 20, proof: other };
  const groups = { A: { base: { ms: 20 }, b: { ms: 21 }, wrong } };
  const settings = { disturb: noisy(0.3) };
  const first = simulateWrites(groups, settings);
  const earlier = earlierOf(measureAll(first).slice(0, 6));
  const day = { contentHash: 'today' };
  const today: SimulatedGroups = {
    A: { base: { ms: 20, proof: day }, b: { ms: 21, proof: day }, wrong },
  };
  const { varying } = lastOf(measureAll(simulateWrites(today, { ...settings, earlier }))).standing;
  expect(varying).toEqual(['A']);
});
