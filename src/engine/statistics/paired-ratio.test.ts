import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedRankCumulative } from './distributions/signed-rank.ts';
import { halfWidth, pairedRatio, reachFromOne, walshAverages } from './paired-ratio.ts';

test('estimate and interval equal those of a published data set', () => {
  // Hollander and Wolfe, Hamilton depression scale: R's wilcox.test(y - x, conf.int = TRUE)
  // gives the estimate -0.46 and the 96.1 % interval -0.786 to -0.010.
  const x = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
  const y = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
  const ratio = pairedRatio(y.map(Math.exp), x.map(Math.exp), 1);
  expect(Math.log(ratio?.estimate ?? 0)).toBeCloseTo(-0.46, 10);
  expect(Math.log(ratio?.low ?? 0)).toBeCloseTo(-0.786, 10);
  expect(Math.log(ratio?.high ?? 0)).toBeCloseTo(-0.01, 10);
});

test('the ordered Walsh averages are those of worked examples', () => {
  // W. R. Stephenson, Iowa State, Stat 403: nine daily temperatures. Of 45 averages the 23rd is the
  // estimate; the 7th and 39th bound a 94.6 % interval, for the tail P(T <= 6) = 0.027.
  const temperatures = [31, 32, 20, 36, 23, 24, 27, 28, 30];
  const averages = walshAverages(temperatures);
  expect([averages[22], averages[6], averages[38]]).toEqual([28, 24, 31.5]);
  expect(signedRankCumulative(9)[6]).toBeCloseTo(0.027, 3);
  // Minitab's description of its 1-sample Wilcoxon interval: the 31st and 106th of 136 averages.
  const minitab = [24, 12, 24, 19, 12, 21, 23, 11, 17, 19, 23, 14, 23, 15, 14, 6];
  expect([walshAverages(minitab)[30], walshAverages(minitab)[105]]).toEqual([14.5, 21]);
});

test('there are n(n+1)/2 Walsh averages, ascending, and they contain the differences', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 20 }), (values) => {
      const averages = Array.from(walshAverages(values));
      expect(averages).toHaveLength((values.length * (values.length + 1)) / 2);
      expect(averages).toEqual([...averages].sort((a, b) => a - b));
      for (const value of values) expect(averages).toContain(value);
    }),
  );
});

const time = fc.double({ min: 0.001, max: 1000, noNaN: true });
const pairs = fc.array(fc.tuple(time, time), { minLength: 6, maxLength: 50 });

test('comparing the other way round gives the mirror image', () => {
  fc.assert(
    fc.property(pairs, (values) => {
      const setup = values.map(([first]) => first);
      const baseline = values.map(([, second]) => second);
      const there = pairedRatio(setup, baseline, 1);
      const back = pairedRatio(baseline, setup, 1);
      if (!there || !back) throw new Error('six pairs are enough');
      expect(there.low).toBeLessThanOrEqual(there.estimate);
      expect(there.estimate).toBeLessThanOrEqual(there.high);
      expect(Math.log(there.estimate)).toBeCloseTo(-Math.log(back.estimate), 9);
      expect(Math.log(there.low)).toBeCloseTo(-Math.log(back.high), 9);
      expect(halfWidth(there)).toBeCloseTo(halfWidth(back), 9);
      expect(reachFromOne(there)).toBeCloseTo(reachFromOne(back), 6);
    }),
  );
});

test('drift that hits both sides of a round alike leaves the ratio as it is', () => {
  const drift = Array.from({ length: 12 }, (_, round) => 1 + round);
  const ratio = pairedRatio(
    drift.map((factor) => 2 * factor),
    drift.map((factor) => 6 * factor),
    2,
  );
  expect(ratio?.estimate).toBeCloseTo(1 / 3, 12);
  expect(ratio?.level).toBe(0.975);
});

test('too few pairs give no interval', () => {
  const times = [1, 2, 3, 4, 5];
  expect(pairedRatio(times, times, 1)).toBeNull();
  expect(pairedRatio([...times, 6], [...times, 6], 1)).not.toBeNull();
  expect(pairedRatio([...times, 6], [...times, 6], 2)).toBeNull();
});
