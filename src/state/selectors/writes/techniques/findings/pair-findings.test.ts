import { expect, test } from 'vitest';
import type { Verdict } from '../../../../../engine/model/comparison/verdict.ts';
import { writesTechniqueResults } from '../technique-results.ts';
import { inventedRun, playground, withCounts } from '../writes-runs.testing.ts';

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
  const [finding] = writesTechniqueResults(playground, run, off)?.frame.findings ?? [];
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
  const [finding] = writesTechniqueResults(playground, run, off)?.frame.findings ?? [];
  expect(finding?.text).toMatch(/^One transaction for all rows is 30× faster than/);
});

test('counts the pairs that noise hides, in one sentence', () => {
  const run = inventedRun([
    { technique: 'insert-prepared', ms: 10 },
    { technique: 'insert-literal', ms: 20, verdict: noisy(2) },
    { technique: 'insert-values', ms: 8, batchSize: 100, verdict: noisy(0.8) },
  ]);
  const findings = writesTechniqueResults(playground, run, off)?.frame.findings ?? [];
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
  const findings = writesTechniqueResults(playground, run, off)?.frame.findings ?? [];
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
  const texts = writesTechniqueResults(playground, run, off)?.frame.findings.map(
    ({ text }) => text,
  );
  expect(texts).toHaveLength(1);
  expect(texts?.[0]).toMatch(/are the fastest, without a meaningful difference \(within ±/);
});

test('asks for more when there were too few runs, and says when it was stopped before any', () => {
  const two = [
    { technique: 'insert-prepared-autocommit', ms: 300, rounds: 1 },
    { technique: 'insert-prepared', ms: 10, rounds: 1 },
  ] as const;
  expect(writesTechniqueResults(playground, inventedRun(two), off)?.frame.lack).toBe(
    '1 run each is too few to compare them. Choose more time, fewer rows or fewer techniques.',
  );
  const halted = inventedRun(two, { status: 'stopped' });
  expect(writesTechniqueResults(playground, halted, off)?.frame.lack).toBe(
    'Stopped before there were enough runs to compare.',
  );
  const none = inventedRun(
    two.map((each) => ({ ...each, rounds: 0 })),
    { status: 'stopped' },
  );
  expect(writesTechniqueResults(playground, none, off)?.frame.lack).toContain('Stopped');
});

const counted = (text = '') => text.slice(text.indexOf('Counted'));

test('says by counts why a pair differs, from the figures alone', () => {
  const run = inventedRun([
    { technique: 'insert-prepared-autocommit', ms: 300 },
    { technique: 'insert-literal', ms: 30 },
    { technique: 'insert-prepared', ms: 10 },
    { technique: 'insert-unit-of-work', ms: 60 },
  ]);
  const textsWith = (counts: [number, number][]) =>
    writesTechniqueResults(playground, withCounts(run, counts), off)?.frame.findings.map(
      ({ text }) => counted(text),
    );
  const same: [number, number] = [230_000, 130];
  expect(textsWith([[230_000, 20_252], same, same, [250_000, 130]])?.slice(0, 3)).toEqual([
    'Counted: both take 230,000 VM steps; 130 pages written against 20,252 (160 times as many); what differs is what the transactions write.',
    'Counted: both take the same 230,000 VM steps and write the same 130 pages; what differs is building and compiling a text for each row.',
    'Counted: 1.09× the VM steps (250,000 against 230,000); both write 130 pages.',
  ]);
  // Nearly the same is not the same: no cause is left over, and no factor hides the difference.
  expect(textsWith([[230_000, 20_252], [230_001, 130], same, same])?.[1]).toBe(
    'Counted: 230,000 VM steps against 230,001; both write 130 pages.',
  );
});

test('says both truths of a pair that times do not tell apart and counts do', () => {
  const run = inventedRun([
    { technique: 'insert-prepared', ms: 10 },
    { technique: 'insert-values', ms: 8, batchSize: 100, verdict: noisy(0.8) },
    { technique: 'insert-literal', ms: 20, verdict: noisy(2) },
  ]);
  const findings =
    writesTechniqueResults(
      playground,
      withCounts(run, [
        [230_000, 130],
        [210_000, 130],
        [230_000, 130],
      ]),
      off,
    )?.frame.findings ?? [];
  expect(findings).toHaveLength(2);
  expect(findings[0]).toMatchObject({ isUndecided: false });
  expect(findings[0]?.text).toMatch(
    /^100 rows a statement, against .*: too noisy to tell by time\./,
  );
  expect(counted(findings[0]?.text)).toBe(
    'Counted: it does less work all the same: 0.91× the VM steps (210,000 against 230,000); both write 130 pages.',
  );
  // Counts that are the same tell nothing that noise hides.
  expect(findings[1]?.text).toContain('too noisy now to tell 1 other pair apart');
});

test('says counts over setups, with letters where they differ', () => {
  const run = inventedRun([
    { technique: 'insert-prepared-autocommit', ms: 300 },
    { technique: 'insert-prepared', ms: 10 },
    { technique: 'insert-prepared-autocommit', ms: 400, setup: 1 },
    { technique: 'insert-prepared', ms: 40, setup: 1 },
  ]);
  const [finding] =
    writesTechniqueResults(
      playground,
      withCounts(run, [
        [230_000, 20_000],
        [230_000, 100],
        [280_000, 30_000],
        [280_000, 150],
      ]),
      off,
    )?.frame.findings ?? [];
  expect(counted(finding?.text)).toBe(
    'Counted: both take the same VM steps (230,000 in A, 280,000 in B); 100 pages written against 20,000 (200 times as many) in A and 150 against 30,000 (200 times as many) in B; what differs is what the transactions write.',
  );
  expect(finding?.explanation).toContain('official build');
});

test('has counts speak where there were too few runs for a verdict', () => {
  const two = [
    { technique: 'insert-prepared', ms: 10, rounds: 1 },
    { technique: 'insert-values', ms: 8, rounds: 1, batchSize: 100 },
  ] as const;
  const run = inventedRun(two);
  const work: [number, number][] = [
    [230_000, 130],
    [210_000, 130],
  ];
  expect(writesTechniqueResults(playground, run, off)?.frame.findings).toEqual([]);
  const [finding] =
    writesTechniqueResults(playground, withCounts(run, work), off)?.frame.findings ?? [];
  expect(finding?.text).toMatch(
    /^100 rows a statement, against one row .*: too few runs to test\. Counted: it does less work/,
  );
});

test('ranks three runs of two that are no baseline only beyond half as much again', () => {
  const findingsOf = (ms: number) => {
    const run = inventedRun(
      [
        { technique: 'insert-prepared-autocommit', ms: 300, rounds: 3 },
        { technique: 'insert-prepared', ms: 10, rounds: 3 },
        { technique: 'insert-literal', ms, rounds: 3 },
      ],
      { status: 'stopped' },
    );
    return (
      writesTechniqueResults(playground, run, off)?.frame.findings.map(({ text }) => text) ?? []
    );
  };
  expect(findingsOf(13)).toEqual([]);
  expect(findingsOf(20)[0]).toMatch(
    /^Preparing the statement once, .* is clearly faster than .* \(\S+×, 3 of 3 runs\)\.$/,
  );
});
