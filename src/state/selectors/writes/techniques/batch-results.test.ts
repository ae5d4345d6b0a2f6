import { expect, test } from 'vitest';
import { writesBatchResults } from './batch-results.ts';
import { batchMarkdown } from './writes-report.ts';
import { inventedRun, playground, withCounts } from './writes-runs.testing.ts';

const sizes = [
  { technique: 'insert-values', batchSize: 1, ms: 12, roundTrips: 10_002 },
  { technique: 'insert-values', batchSize: 100, ms: 6, roundTrips: 102 },
  { technique: 'insert-values', batchSize: 1000, ms: 6.02, roundTrips: 12 },
] as const;
const run = inventedRun(sizes, {}, 'batch-sizes');

test('compares each size with the next smaller one', () => {
  const results = writesBatchResults(playground, run, { latencyMs: 0 });
  expect(results?.frame.findings.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^100 rows a statement is 2\.0× faster than 1 \(.*\)\.$/),
    expect.stringMatching(
      /^1,000 rows a statement makes no meaningful difference to 100 \(.*\)\.$/,
    ),
  ]);
  expect(results?.series).toHaveLength(1);
  expect(results?.series[0]?.points.map(({ batchSize }) => batchSize)).toEqual([1, 100, 1000]);
  expect(results?.frame.heading).toBe('10,000 rows of products by multi-row VALUES');
});

test('has a simulated time only with a latency', () => {
  const without = writesBatchResults(playground, run, { latencyMs: 0 });
  expect(without?.series[0]?.points[0]?.simulatedMs).toBeNull();
  const results = writesBatchResults(playground, run, { latencyMs: 5 });
  expect(results?.series[0]?.points[2]?.simulatedMs).toBeCloseTo(6.02 + 60, 0);
  expect(results && batchMarkdown('Shop', results)).toContain('| Simulated |');
});

test('has the counted work of each size, and says what a larger one saves', () => {
  const work: [number, number][] = [
    [250_000, 130],
    [221_000, 130],
    [220_090, 130],
  ];
  const results = writesBatchResults(playground, withCounts(run, work), { latencyMs: 0 });
  expect(results?.frame.findings[0]?.text).toMatch(
    /Counted: 0\.88× the VM steps \(221,000 against 250,000\); both write 130 pages\.$/,
  );
  expect(results?.frame.findings[1]?.text).toMatch(
    /Counted: it does less work all the same: 220,090 VM steps against 221,000; both write/,
  );
  const markdown = results ? batchMarkdown('Shop', results) : '';
  expect(markdown).toContain('| Counted |');
  expect(markdown).toContain('| 220,090 VM steps, 130 pages |');
});

test('is nothing for a run of another kind', () => {
  expect(writesBatchResults(playground, inventedRun(sizes), { latencyMs: 0 })).toBeNull();
  expect(writesBatchResults(playground, null, { latencyMs: 0 })).toBeNull();
});
