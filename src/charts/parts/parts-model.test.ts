import { describe, expect, it } from 'vitest';
import { type PartsRow, toPartsModel } from './parts-model.ts';

function row(parts: PartsRow['parts'], over: Partial<PartsRow> = {}): PartsRow {
  return { letter: 'A', name: 'baseline', parts, isStale: false, ...over };
}

describe('toPartsModel', () => {
  it('puts one part behind the other', () => {
    const parts = { prepareMs: 1, executeMs: 4, fetchMs: 2, rounds: 9 };
    const [bar] = toPartsModel([row(parts)]).bars;
    expect(bar?.segments.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['prepare', 0, 1],
      ['execute', 1, 5],
      ['fetch', 5, 7],
    ]);
    expect(bar).toMatchObject({ totalMs: 7, rounds: 9 });
  });

  it('ends its axis at the longest call', () => {
    const short = { prepareMs: 0.01, executeMs: 0.1, fetchMs: 0, rounds: 9 };
    const long = { prepareMs: 0.01, executeMs: 12, fetchMs: 3, rounds: 9 };
    const { domain } = toPartsModel([row(short), row(long, { letter: 'B' })]);
    expect(domain[0]).toBe(0);
    expect(domain[1]).toBeCloseTo(15.01);
  });

  it('takes a part below nothing for nothing', () => {
    const parts = { prepareMs: 1, executeMs: 2, fetchMs: -0.1, rounds: 9 };
    expect(toPartsModel([row(parts)]).bars[0]?.totalMs).toBe(3);
  });

  it('keeps a setup without parts, and an axis without any', () => {
    const model = toPartsModel([row(null)]);
    expect(model.bars[0]).toMatchObject({ segments: [], totalMs: null });
    expect(model).toMatchObject({ isEmpty: true, domain: [0, 1] });
  });
});
