import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignRows } from './align-rows.ts';

describe('alignRows', () => {
  it('puts what corresponds on one row', () => {
    // The baseline has 3 lines; B has one more before the second, C lacks the last.
    expect(
      alignRows([
        [0, 1, 2],
        [0, null, 1, 2],
        [0, 1],
      ]),
    ).toEqual({
      rows: [
        [1, 3, 4],
        [1, 2, 3, 4],
        [1, 3],
      ],
      areLevel: [true, true, true],
      count: 4,
    });
  });

  it('makes room for the most lines that any plan has between two', () => {
    expect(alignRows([[0], [null, null, 0], [null, 0, null]])).toEqual({
      rows: [[3], [1, 2, 3], [1, 3, 4]],
      areLevel: [true, true, true],
      count: 4,
    });
  });

  it('starts a plan whose lines changed places at the top, and makes no room for it', () => {
    expect(
      alignRows([
        [0, 1, 2],
        [null, 1, null, 0],
        [0, 2],
      ]),
    ).toEqual({
      rows: [
        [1, 2, 3],
        [1, 2, 3, 4],
        [1, 3],
      ],
      areLevel: [true, false, true],
      count: 3,
    });
  });

  it('has nothing to align without a baseline', () => {
    expect(alignRows([[], [null, null]])).toMatchObject({ rows: [[], [1, 2]], count: 2 });
    expect(alignRows([])).toMatchObject({ rows: [], count: 0 });
  });

  it('never puts two lines of a plan on one row, nor changes their order', () => {
    const columns = fc.nat(8).chain((length) =>
      fc.tuple(
        fc.constant(length),
        fc.array(
          fc
            .uniqueArray(fc.nat(Math.max(0, length - 1)), { maxLength: length })
            .chain((anchors) =>
              fc.shuffledSubarray([...anchors, null, null], { minLength: anchors.length }),
            ),
          { maxLength: 5 },
        ),
      ),
    );
    fc.assert(
      fc.property(columns, ([length, others]) => {
        const baseline = Array.from({ length }, (_, index) => index);
        const { rows, areLevel, count } = alignRows([baseline, ...others]);
        for (const [index, column] of rows.entries()) {
          expect(column).toHaveLength([baseline, ...others][index]?.length ?? -1);
          for (const [at, row] of column.entries()) {
            expect(row).toBeGreaterThan(column[at - 1] ?? 0);
            if (areLevel[index]) expect(row).toBeLessThanOrEqual(count);
          }
        }
      }),
    );
  });
});
