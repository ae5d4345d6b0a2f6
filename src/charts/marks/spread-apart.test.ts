import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadApart, toLanes } from './spread-apart.ts';

describe('spreadApart', () => {
  it('leaves labels that have room where they are', () => {
    expect(spreadApart([10, 40, 25], 12, 0, 100)).toEqual([10, 40, 25]);
  });

  it('pushes two apart evenly', () => {
    expect(spreadApart([50, 50], 12, 0, 100)).toEqual([44, 56]);
  });

  it('stays within the ends', () => {
    expect(spreadApart([99, 100, 98], 10, 0, 100)).toEqual([90, 100, 80]);
  });

  it('keeps gaps, order and ends wherever there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 7 }),
        (wanted) => {
          const places = spreadApart(wanted, 14, 0, 200);
          const ascending = [...places].sort((a, b) => a - b);
          expect(ascending[0]).toBeGreaterThanOrEqual(-1e-6);
          expect(ascending.at(-1)).toBeLessThanOrEqual(200 + 1e-6);
          for (const [index, place] of ascending.slice(1).entries()) {
            expect(place - (ascending[index] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-6);
          }
          for (const [a, at] of wanted.entries()) {
            for (const [b, other] of wanted.entries()) {
              if (at < other) expect(places[a] ?? 0).toBeLessThan(places[b] ?? 0);
            }
          }
        },
      ),
    );
  });

  it('shrinks the gaps where there is not', () => {
    expect(spreadApart([5, 5, 5], 14, 0, 10)).toEqual([0, 5, 10]);
  });
});

describe('toLanes', () => {
  it('takes a further lane only where spans would touch', () => {
    const spans = [
      { low: 0, high: 40 },
      { low: 30, high: 60 },
      { low: 50, high: 90 },
    ];
    expect(toLanes(spans, 4)).toEqual([0, 1, 0]);
  });
});
