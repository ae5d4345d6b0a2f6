import { describe, expect, it } from 'vitest';
import { columnLayout } from './column-layout.ts';

describe('columnLayout', () => {
  it('is as wide as the longest of the sample, within limits', () => {
    const rows = [
      [1, 'short', 'x'.repeat(500)],
      [22, 'a longer text', null],
    ];
    const [id, name, notes] = columnLayout(['id', 'name', 'notes'], rows);
    expect(id?.widthPx).toBe(64);
    expect(name?.widthPx).toBeGreaterThan(64);
    expect(name?.widthPx).toBeLessThan(notes?.widthPx ?? 0);
    expect(notes?.widthPx).toBe(360);
  });

  it('aligns numbers, whatever NULLs stand between them', () => {
    const rows = [
      [1, null, 'a', null],
      [null, 2n, 3, null],
    ];
    const names = ['number', 'bigint', 'mixed', 'nothing'];
    expect(columnLayout(names, rows).map(({ isNumeric }) => isNumeric)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
