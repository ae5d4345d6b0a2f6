import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridMove } from './grid-move.ts';

function shape(lengths: readonly number[]) {
  return { rows: lengths.length, columnsOf: (row: number) => lengths[row] ?? 0, pageRows: 5 };
}

function press(key: string, row: number, column: number, ctrlKey = false) {
  return gridMove({ key, ctrlKey }, { row, column }, shape([4, 4, 1, 4]));
}

describe('gridMove', () => {
  it('moves by one cell and stays at the edges', () => {
    expect(press('ArrowRight', 0, 1)).toEqual({ row: 0, column: 2 });
    expect(press('ArrowRight', 0, 3)).toEqual({ row: 0, column: 3 });
    expect(press('ArrowUp', 0, 3)).toEqual({ row: 0, column: 3 });
    expect(press('ArrowLeft', 1, 0)).toEqual({ row: 1, column: 0 });
  });

  it('lands on the last cell of a shorter row', () => {
    expect(press('ArrowDown', 1, 3)).toEqual({ row: 2, column: 0 });
  });

  it('goes to the ends of the row, with Ctrl to those of the grid', () => {
    expect(press('Home', 3, 2)).toEqual({ row: 3, column: 0 });
    expect(press('End', 3, 2)).toEqual({ row: 3, column: 3 });
    expect(press('Home', 3, 2, true)).toEqual({ row: 0, column: 0 });
    expect(press('End', 0, 0, true)).toEqual({ row: 3, column: 3 });
  });

  it('leaves other keys alone', () => {
    expect(press('a', 0, 0)).toBeNull();
    expect(press('Tab', 0, 0)).toBeNull();
  });

  it('never leaves the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'End'];
    const rows = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(rows, fc.array(fc.constantFrom(...keys)), (cells, pressed) => {
        let place = { row: 0, column: 0 };
        for (const key of pressed) {
          place = gridMove({ key, ctrlKey: key === 'End' }, place, shape(cells)) ?? place;
          expect(place.column).toBeLessThan(cells[place.row] ?? 0);
          expect(place.column).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
