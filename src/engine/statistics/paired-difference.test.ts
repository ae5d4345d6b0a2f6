import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastRounds } from './distributions/signed-rank.ts';
import { pairedDifference } from './paired-difference.ts';

test('estimate and interval equal those of a published data set', () => {
  // Hollander and Wolfe, Hamilton depression scale: R's wilcox.test(y - x, conf.int = TRUE)
  // gives the estimate -0.46 and the 96.1 % interval -0.786 to -0.010.
  const x = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
  const y = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
  const difference = pairedDifference(y, x, 1);
  expect(difference?.estimateMs).toBeCloseTo(-0.46, 10);
  expect(difference?.low).toBeCloseTo(-0.786, 10);
  expect(difference?.high).toBeCloseTo(-0.01, 10);
  expect(difference?.level).toBe(0.95);
});

test.each([1, 2, 5, 9])('%s comparisons need their least number of pairs', (comparisons) => {
  const times = Array.from({ length: leastRounds(comparisons) }, (_, at) => at);
  expect(pairedDifference(times, times, comparisons)).toMatchObject({ estimateMs: 0 });
  expect(pairedDifference(times.slice(1), times, comparisons)).toBeNull();
});

const time = fc.double({ min: 0.001, max: 1000, noNaN: true });
const pairs = fc.array(fc.tuple(time, time), { minLength: 6, maxLength: 30 });

test('what is added to all times is added to the difference; both ways round are mirror images', () => {
  fc.assert(
    fc.property(pairs, time, (values, extra) => {
      const times = values.map(([first]) => first);
      const baseline = values.map(([, second]) => second);
      const there = pairedDifference(times, baseline, 1);
      const back = pairedDifference(baseline, times, 1);
      const more = pairedDifference(
        times.map((each) => each + extra),
        baseline,
        1,
      );
      if (!there || !back || !more) throw new Error('six pairs are enough');
      expect(there.low).toBeLessThanOrEqual(there.estimateMs);
      expect(there.estimateMs).toBeLessThanOrEqual(there.high);
      expect(there.low).toBeCloseTo(-back.high, 9);
      expect(there.estimateMs).toBeCloseTo(-back.estimateMs, 9);
      expect(more.estimateMs).toBeCloseTo(there.estimateMs + extra, 9);
      expect(more.high).toBeCloseTo(there.high + extra, 9);
    }),
  );
});
