import { expect, test } from 'vitest';
import type { RatioInterval } from '../model/comparison/verdict.ts';
import { nextStep, type StopQuestion } from './stop-rule.ts';

function around(estimate: number, share: number): RatioInterval {
  return { estimate, low: estimate / (1 + share), high: estimate * (1 + share), level: 0.975 };
}

const precise: StopQuestion = {
  rounds: 12,
  discarded: 0,
  maxRounds: 50,
  isShort: false,
  ratios: [around(1.01, 0.02)],
  control: around(1, 0.02),
  spentMs: 100,
  budgetMs: 10_000,
};

test('stops for precision, at the looks only', () => {
  expect(nextStep(precise)).toEqual({ next: 'done', reason: 'precise' });
  expect(nextStep({ ...precise, rounds: 17 }).reason).toBe('precise');
  for (const rounds of [7, 11, 13, 16]) {
    expect(nextStep({ ...precise, rounds })).toEqual({ next: 'measure', reason: null });
  }
});

test('a big effect may have an interval of a tenth of it, a small one may not', () => {
  expect(nextStep({ ...precise, ratios: [around(0.1, 0.2)] }).reason).toBe('precise');
  expect(nextStep({ ...precise, ratios: [around(1.1, 0.05)] }).next).toBe('measure');
  expect(nextStep({ ...precise, ratios: [around(0.1, 0.2), around(1, 0.05)] }).next).toBe(
    'measure',
  );
});

test('being significant is no reason to stop', () => {
  const significant = around(1.3, 0.06);
  expect(significant.low).toBeGreaterThan(1.05);
  expect(nextStep({ ...precise, ratios: [significant] }).next).toBe('measure');
});

test('the control must be precise too, unless it cannot widen the margin', () => {
  expect(nextStep({ ...precise, control: around(1, 0.045) }).reason).toBe('precise');
  expect(nextStep({ ...precise, control: around(1, 0.08) }).next).toBe('measure');
  expect(nextStep({ ...precise, control: null }).next).toBe('measure');
});

test('the budget ends it after 12 rounds, the limit of rounds in any case', () => {
  const vague = { ...precise, ratios: [around(1, 0.3)] };
  expect(nextStep({ ...vague, rounds: 11, spentMs: 20_000 }).next).toBe('measure');
  expect(nextStep({ ...vague, rounds: 13, spentMs: 20_000 }).reason).toBe('budget');
  expect(nextStep({ ...vague, rounds: 50 }).reason).toBe('rounds');
  expect(nextStep({ ...vague, rounds: 50, maxRounds: 62 }).next).toBe('measure');
});

test('the short mode takes three rounds', () => {
  const short = { ...precise, isShort: true, ratios: [], control: null };
  expect(nextStep({ ...short, rounds: 2 }).next).toBe('measure');
  expect(nextStep({ ...short, rounds: 3 })).toEqual({ next: 'done', reason: 'short' });
});

test('a query that is disturbed again and again comes to an end', () => {
  const few = { ...precise, rounds: 4, ratios: [null], control: null };
  expect(nextStep({ ...few, spentMs: 30_000, discarded: 90 }).next).toBe('measure');
  expect(nextStep({ ...few, spentMs: 30_001, discarded: 90 })).toEqual({
    next: 'done',
    reason: 'budget',
  });
  const short = { ...few, rounds: 2, isShort: true, spentMs: 90_000 };
  expect(nextStep({ ...short, discarded: 6 }).reason).toBe('budget');
  expect(nextStep({ ...short, discarded: 1 }).next).toBe('measure');
});
