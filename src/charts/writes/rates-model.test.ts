import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RateLane, ratePlace, toRatesModel } from './rates-model.ts';

function lane(patch: Partial<RateLane> = {}): RateLane {
  return {
    letter: 'A',
    setupName: 'baseline',
    samplesMs: [9, 10, 11],
    medianMs: 10,
    interval: { low: 9, high: 11, level: 0.95 },
    simulatedMs: null,
    roundTrips: 10_002,
    verdict: '',
    isRanked: true,
    ...patch,
  };
}

const group = (lanes: RateLane[], isBaseline = false) => ({ name: 'prepared', isBaseline, lanes });

test('places rows a second, the slower end of the interval first', () => {
  const model = toRatesModel({ groups: [group([lane()])], rowsWritten: 1000, isStacked: false });
  const [drawn] = model.lanes;
  expect(drawn?.median?.x).toBeCloseTo(5, 9);
  expect(drawn?.interval?.low).toBeCloseTo(Math.log10(1000 / 0.011), 9);
  expect(drawn?.interval?.high).toBeCloseTo(Math.log10(1000 / 0.009), 9);
  expect(drawn?.points).toHaveLength(3);
});

test('lays lanes below each other, the name above them where there is no room beside', () => {
  const groups = [group([lane(), lane({ letter: 'B' })]), group([lane()])];
  for (const isStacked of [false, true]) {
    const model = toRatesModel({ groups, rowsWritten: 1000, isStacked });
    const ys = model.lanes.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(new Set(ys).size).toBe(3);
    expect(model.groups[1]?.top).toBe(model.groups[0]?.height);
    const labelY = model.groups[0]?.labelY ?? 0;
    if (isStacked) expect(labelY).toBeLessThan(ys[0] ?? 0);
    expect(model.height).toBe(model.groups.reduce((sum, { height }) => sum + height, 0));
  }
});

test('holds every mark within its axis, simulated ones too', () => {
  const time = fc.double({ min: 0.001, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 20 }), time, (samplesMs, simulated) => {
      const drawn = lane({ samplesMs, simulatedMs: simulated, interval: null });
      const { domain, lanes } = toRatesModel({
        groups: [group([drawn])],
        rowsWritten: 10_000,
        isStacked: false,
      });
      const marks = lanes.flatMap(({ points, simulated: end }) => [
        ...points,
        ...(end ? [end] : []),
      ]);
      for (const { x } of marks) {
        expect(x).toBeGreaterThanOrEqual(domain[0]);
        expect(x).toBeLessThanOrEqual(domain[1]);
      }
    }),
  );
});

test('draws no median without its points, and has an axis without any', () => {
  const model = toRatesModel({
    groups: [group([lane({ samplesMs: [], interval: null })])],
    rowsWritten: 1000,
    isStacked: false,
  });
  expect(model.lanes[0]?.median).toBeNull();
  expect(model.isEmpty).toBe(true);
  expect(model.domain[0]).toBeLessThan(model.domain[1]);
});

test('a time without a rate has no place', () => {
  for (const none of [null, 0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(ratePlace(none, 1000)).toBeNull();
  }
});
