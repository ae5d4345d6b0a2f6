import { describe, expect, test } from 'vitest';
import type { WritesRun } from '../../../../writes-store.ts';
import { writesTechniqueResults } from '../technique-results.ts';
import { type InventedContender, inventedRun, playground } from '../writes-runs.testing.ts';

const slow = { technique: 'insert-prepared-autocommit', ms: 310 } as const;
const prepared = { technique: 'insert-prepared', ms: 10 } as const;
const values = { technique: 'insert-values', ms: 7, batchSize: 1000 } as const;
const json = { technique: 'insert-json', ms: 12 } as const;

/** The finding on the fastest: behind those on pairs. */
function fastestOf(run: WritesRun) {
  const found = writesTechniqueResults(playground, run, { latencyMs: 0 })?.frame.findings ?? [];
  return found.find(({ text }) => /rows a second|rows\/s/.test(text));
}

/** Each round's times of one technique are replaced. */
function withTimes(all: readonly InventedContender[], technique: string, times: number[]) {
  const run = inventedRun(all);
  const samples = run.samples.map((sample) =>
    sample.contenderId.includes(technique)
      ? { ...sample, elapsedMs: times[(sample.round - 1) % times.length] ?? 0 }
      : sample,
  );
  return { ...run, samples };
}

describe('the fastest', () => {
  test('is said with the rows that were written, not those asked for', () => {
    const run = inventedRun([slow, prepared, values]);
    if (!run.opened) throw new Error('not open');
    const quarter = { ...run, opened: { ...run.opened, rows: 2500 } };
    expect(fastestOf(run)?.text).toContain(', 1.4 M rows/s,');
    expect(fastestOf(quarter)?.text).toMatch(
      /^The most rows a second: multi-row VALUES × 1,000, 360,000 rows\/s, 1\.4\d× faster than the next, prepared, one transaction \(/,
    );
  });

  test('beats every other one, not the next alone', () => {
    const scattered = [5, 30, 4, 25, 6, 13, 28, 5, 12.5, 40, 3, 12.6, 12.7, 12.8, 6];
    const run = withTimes([slow, prepared, { ...values, ms: 11 }, json], 'json', scattered);
    const finding = fastestOf(run);
    expect(finding?.isUndecided).toBe(true);
    expect(finding?.text).toMatch(
      /^Prepared, one transaction \(1\.0 M rows\/s\) has the least median, but is not told apart from json_each\(\?\) \(the interval reaches to both sides; /,
    );
  });

  test('is said to be one of several where they are equal', () => {
    const run = inventedRun([slow, prepared, { ...values, ms: 9.95 }, { ...json, ms: 10.05 }]);
    const finding = fastestOf(run);
    expect(finding?.isUndecided).toBe(false);
    expect(finding?.text).toMatch(
      /^Multi-row VALUES × 1,000, prepared, one transaction and json_each\(\?\) are the fastest: none makes a meaningful difference to the first \(within ±5 %\), 1\.0 M rows\/s\.$/,
    );
  });

  test('is that of those compared where others had too few runs', () => {
    const run = inventedRun([prepared, values, { ...json, rounds: 2 }]);
    expect(fastestOf(run)?.text).toMatch(
      /^Of those compared, the most rows a second: multi-row .*; json_each\(\?\) has too few runs to be compared\.$/,
    );
  });

  test('says nothing after three rounds in which nothing is clear', () => {
    // 1.29 times: beyond 25 %, and without a control half as much more is asked for.
    const thrice = [slow, { ...prepared, ms: 9 }, values].map((each) => ({ ...each, rounds: 3 }));
    const run = inventedRun(thrice, { status: 'stopped' });
    const found = writesTechniqueResults(playground, run, { latencyMs: 0 });
    expect(found?.frame.findings).toEqual([]);
    expect(found?.frame.lack).toBe('Stopped before there were enough runs to compare.');
  });
});
