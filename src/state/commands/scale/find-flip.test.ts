import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlipProbe, FlipResult, Outcome } from '../../../engine/model/scale/crossover.ts';
import { maxFlipProbes } from '../../../engine/statistics/crossover/flip-search.ts';
import { findFlip } from './find-flip.ts';

const range = { low: 1000, high: 1_000_000, isInteger: true };

test('a flip is found wherever it lies, within the probes that are allowed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1001, max: 999_999 }), async (flipAt) => {
      const told: (FlipResult | null)[] = [];
      const outcomeAt = async (x: number): Promise<Outcome> => (x < flipAt ? 'baseline' : 'setup');
      const result = await findFlip(range, outcomeAt, ({ result: found }) => told.push(found));
      expect(result).toMatchObject({ kind: 'flip', below: 'baseline', above: 'setup' });
      if (result.kind !== 'flip') return;
      expect(result.low).toBeLessThan(flipAt);
      expect(result.high).toBeGreaterThanOrEqual(flipAt);
      expect(told.length).toBeLessThanOrEqual(maxFlipProbes + 1);
      expect(told.slice(0, -1).every((found) => found === null)).toBe(true);
      expect(told.at(-1)).toBe(result);
    }),
  );
});

test('a stretch without a winner, and a winner at both ends, are said', async () => {
  const stretch = async (x: number) =>
    x < 10_000 ? 'setup' : x > 100_000 ? 'baseline' : ('equal' as const);
  expect(await findFlip(range, stretch, () => {})).toMatchObject({
    kind: 'stretch',
    middle: 'equal',
  });
  expect(
    await findFlip(
      range,
      async () => 'setup',
      () => {},
    ),
  ).toMatchObject({
    kind: 'none',
    winner: 'setup',
  });
});

test('what was probed before a stop has been told', async () => {
  let told: FlipProbe[] = [];
  const search = findFlip(
    range,
    async (x, position) => {
      if (position === 2) throw new Error('stopped');
      return x === range.low ? 'baseline' : 'setup';
    },
    ({ probes }) => {
      told = probes;
    },
  );
  await expect(search).rejects.toThrow('stopped');
  expect(told.map(({ x }) => x)).toEqual([range.low, range.high]);
});
