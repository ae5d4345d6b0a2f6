import { expect, test } from 'vitest';
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import { writesTechniqueResults } from './technique-results.ts';
import { inventedRun, playground } from './writes-runs.testing.ts';

const off = { latencyMs: 0 };

function noisy(estimate: number): Verdict {
  const ratio = { estimate, low: estimate / 2, high: estimate * 2, level: 0.95 };
  return { kind: 'too-noisy', ratio, margin: 0.4, control: { ...ratio, estimate: 1 } };
}

test('says a gain once for all setups in which it was measured', () => {
  const run = inventedRun([
    { technique: 'insert-prepared-autocommit', ms: 300 },
    { technique: 'insert-prepared', ms: 10 },
    { technique: 'insert-prepared-autocommit', ms: 400, setup: 1 },
    { technique: 'insert-prepared', ms: 40, setup: 1 },
  ]);
  const [finding] = writesTechniqueResults(playground, run, off)?.findings ?? [];
  expect(finding?.letters).toEqual(['A', 'B']);
  expect(finding?.text).toMatch(
    /^One transaction for all rows, against a transaction for each row: 30× faster in A \(\S+\) and 10× faster in B \(\S+\)\.$/,
  );
  expect(finding?.explanation).toMatch(/^A: .* B: /);
});

test('turns the engine’s verdict round where the baseline is what is praised', () => {
  const run = inventedRun([
    { technique: 'insert-prepared', ms: 10 },
    { technique: 'insert-prepared-autocommit', ms: 300 },
  ]);
  const [finding] = writesTechniqueResults(playground, run, off)?.findings ?? [];
  expect(finding?.text).toMatch(/^One transaction for all rows is 30× faster than/);
});

test('counts the pairs that noise hides, in one sentence', () => {
  const run = inventedRun([
    { technique: 'insert-prepared', ms: 10 },
    { technique: 'insert-literal', ms: 20, verdict: noisy(2) },
    { technique: 'insert-values', ms: 8, batchSize: 100, verdict: noisy(0.8) },
  ]);
  const findings = writesTechniqueResults(playground, run, off)?.findings ?? [];
  expect(findings.map(({ text }) => text)).toEqual([
    'This machine is too noisy now to tell 2 pairs apart: close other work and measure again.',
  ]);
});

test('says why a pair is not resolved, and marks it for folding', () => {
  const run = inventedRun([
    { technique: 'insert-prepared', ms: 10 },
    {
      technique: 'insert-literal',
      ms: 20,
      verdict: {
        kind: 'unresolved',
        ratio: { estimate: 3, low: 2.3, high: 5, level: 0.95 },
        margin: 0.6,
        moreRounds: 2,
      },
    },
  ]);
  const findings = writesTechniqueResults(playground, run, off)?.findings ?? [];
  expect(findings[0]).toMatchObject({ isUndecided: true });
  expect(findings[0]?.text).toBe(
    'Preparing the statement once, in one transaction, is not resolved against compiling it for each row: the baseline measured against itself differed by up to 60 % (2.3–5.0× faster).',
  );
});

test('calls no technique the fastest that is not told from the next', () => {
  const run = inventedRun([
    { technique: 'insert-prepared', ms: 10 },
    { technique: 'insert-json', ms: 9.9 },
  ]);
  const texts = writesTechniqueResults(playground, run, off)?.findings.map(({ text }) => text);
  expect(texts).toHaveLength(1);
  expect(texts?.[0]).toMatch(/are the fastest, without a meaningful difference \(within ±/);
});

test('asks for more when there were too few runs, and says when it was stopped before any', () => {
  const two = [
    { technique: 'insert-prepared-autocommit', ms: 300, rounds: 1 },
    { technique: 'insert-prepared', ms: 10, rounds: 1 },
  ] as const;
  expect(writesTechniqueResults(playground, inventedRun(two), off)?.lackOfFindings).toBe(
    '1 run of each is too few to compare them. Choose more time, fewer rows or fewer techniques.',
  );
  const halted = inventedRun(two, { status: 'stopped' });
  expect(writesTechniqueResults(playground, halted, off)?.lackOfFindings).toBe(
    'Stopped before there were enough runs to compare.',
  );
  const none = inventedRun(
    two.map((each) => ({ ...each, rounds: 0 })),
    { status: 'stopped' },
  );
  expect(writesTechniqueResults(playground, none, off)?.lackOfFindings).toContain('Stopped');
});
