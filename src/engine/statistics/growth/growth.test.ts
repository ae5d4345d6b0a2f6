import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import type { GrowthPoint } from '../../model/scale/growth.ts';
import { growthOf } from './growth.ts';
import { fitLogLogLine } from './growth-exponent.ts';
import { growthAt } from './growth-laws.ts';
import { growthWords } from './growth-words.ts';

const scale = [1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000];

function points(law: (rows: number) => number, rows: readonly number[] = scale): GrowthPoint[] {
  return rows.map((count) => ({ rows: count, value: law(count) }));
}

/** The kinds found in 100 seeded trials with this relative noise, by how often. */
function kindsWithNoise(law: (rows: number) => number, noise: number, rows = scale) {
  const kinds: Record<string, number> = {};
  for (let trial = 0; trial < 100; trial++) {
    const random = createSeededRandom(`growth ${trial}`);
    const bell = () =>
      Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    const { kind } = growthOf(points((count) => law(count) * Math.exp(noise * bell()), rows));
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

describe('exact data', () => {
  test('each law is recognised, and drawn through its points', () => {
    const laws: [string, (rows: number) => number, string][] = [
      ['constant', () => 42, 'does not grow'],
      ['logarithmic', (n) => 3 + 0.7 * Math.log(n), 'grows like log n'],
      ['logarithmic', (n) => 0.2 * Math.log(n), 'grows like log n'],
      ['power', (n) => 0.001 * n, 'grows in proportion to the rows'],
      ['power', (n) => 0.5 * n ** 1.5, 'grows like n^1.50'],
      ['power', (n) => 7 * n ** 0.5, 'grows like n^0.50'],
      ['power', (n) => 7 / Math.sqrt(n), 'falls like n^−0.50'],
      ['linearithmic', (n) => 0.002 * n * Math.log(n), 'grows like n log n'],
      ['linear-above-base', (n) => 500 + 0.01 * n, 'grows like n above a constant part'],
    ];
    for (const [kind, law, words] of laws) {
      const growth = growthOf(points(law));
      expect(growth.kind, words).toBe(kind);
      expect(growthWords(growth).headline).toBe(words);
      for (const rows of scale) {
        expect((growthAt(growth, rows) ?? 0) / law(rows), words).toBeCloseTo(1, 4);
      }
    }
  });

  test('four points over one decade are enough', () => {
    const rows = [1000, 2000, 5000, 10_000];
    expect(growthWords(growthOf(points((n) => 2 * n, rows)))).toEqual({
      headline: 'grows in proportion to the rows',
      interval: 'n^1.00',
      sentence: 'It grows in proportion to the rows (fitted exponent 1.00).',
    });
    expect(growthWords(growthOf(points((n) => n, [1000, 2000]))).sentence).toBe(
      'Growth needs 4 sizes over a tenfold range; 2 so far.',
    );
    expect(growthWords(growthOf(points((n) => n, [1000, 2000, 5000, 6000]))).sentence).toBe(
      'Growth needs 4 sizes over a tenfold range; 6.0-fold so far.',
    );
    expect(growthOf(points((n) => n, [1000, 2000, 5000]))).toMatchObject({ points: 3 });
    expect(growthOf(points((n) => n, [1000, 2000, 5000, 9000])).kind).toBe('too-few-points');
    expect(growthOf(points((n) => n, [1000, 1000, 1000, 10_000])).kind).toBe('too-few-points');
    expect(growthOf([]).kind).toBe('too-few-points');
  });

  test('the order of the points does not matter', () => {
    const forward = points((n) => 5 + n ** 0.8);
    expect(growthOf([...forward].reverse())).toMatchObject({ kind: growthOf(forward).kind });
  });
});

describe('counters', () => {
  test('the VM steps of a scan are linear', () => {
    for (const rows of [scale, [100, 1000, 10_000, 100_000]]) {
      const growth = growthOf(points((n) => 4 * n + 5, rows));
      expect(growth).toMatchObject({ kind: 'power' });
      expect(growthWords(growth).headline).toBe('grows in proportion to the rows');
    }
  });

  test('an index seek with a few more steps here and there does not grow', () => {
    const steps = [21, 21, 21, 21, 21, 21, 21];
    expect(growthOf(points((n) => steps[scale.indexOf(n)] ?? 0)).kind).toBe('constant');
    const nearly = [800, 803, 803, 806, 806, 806, 809];
    expect(growthOf(points((n) => nearly[scale.indexOf(n)] ?? 0)).kind).toBe('constant');
  });

  test('seeks down a B-tree grow like a logarithm', () => {
    const pages = (n: number) => 40 + 25 * Math.log2(n);
    expect(growthOf(points(pages)).kind).toBe('logarithmic');
    expect(growthOf(points((n) => Math.round(pages(n)))).kind).toBe('logarithmic');
  });

  test('a counter that is 0 throughout does not grow; one that is 0 at times has no law', () => {
    expect(growthWords(growthOf(points(() => 0))).headline).toBe('does not grow');
    expect(growthWords(growthOf(points((n) => (n < 5000 ? 0 : n)))).headline).toBe(
      'no law of growth',
    );
  });
});

describe('noisy data', () => {
  test('at 5 % noise nearly every law is recognised', () => {
    expect(kindsWithNoise(() => 10, 0.05).constant).toBeGreaterThanOrEqual(93);
    expect(kindsWithNoise((n) => n, 0.05).power).toBeGreaterThanOrEqual(95);
    expect(kindsWithNoise((n) => n ** 0.5, 0.05).power).toBeGreaterThanOrEqual(95);
    expect(kindsWithNoise((n) => Math.log(n), 0.05).logarithmic).toBeGreaterThanOrEqual(95);
  });

  test('a linear law is never called logarithmic or constant, nor the other way round', () => {
    for (const noise of [0.02, 0.1, 0.2]) {
      const linear = kindsWithNoise((n) => n, noise);
      expect(linear.logarithmic ?? 0).toBe(0);
      expect(linear.constant ?? 0).toBe(0);
      const logarithmic = kindsWithNoise((n) => Math.log(n), noise);
      expect(logarithmic.linearithmic ?? 0).toBe(0);
    }
  });

  test('wide scatter is said to be unclear, not constant', () => {
    const kinds = kindsWithNoise(() => 10, 0.6, [1000, 3000, 10_000, 30_000]);
    expect(kinds.constant ?? 0).toBeLessThanOrEqual(5);
    expect(kinds.unclear).toBeGreaterThanOrEqual(90);
  });

  test('the interval holds the exponent in about 95 of 100 cases', () => {
    let held = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const random = createSeededRandom(`exponent ${trial}`);
      const bell = () =>
        Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
      const { exponent } = fitLogLogLine(
        points((n) => n ** 1.2 * Math.exp(0.1 * bell()), scale.slice(0, 5)),
      );
      if (exponent.low <= 1.2 && exponent.high >= 1.2) held++;
    }
    expect(held).toBeGreaterThan(930);
    expect(held).toBeLessThan(970);
  });

  test('points with wide intervals of their own leave the exponent as open', () => {
    const wide = points((n) => n).map((point) => ({
      ...point,
      interval: { low: point.value / 2, high: point.value * 2, level: 0.95 },
    }));
    const growth = growthOf(wide);
    expect('exponent' in growth && growth.exponent.high - growth.exponent.low).toBeGreaterThan(0.2);
    expect(growthWords(growth, 'The time of B').sentence).toMatch(
      /^The time of B grows like n\^1\.00 \(fitted exponent 1\.00, 95 % interval n\^0\.\d\d to n\^1\.\d\d\)\.$/,
    );
  });
});
