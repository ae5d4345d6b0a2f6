import { describe, expect, it } from 'vitest';
import { columnLayout, gridTemplate, widened } from './column-layout.ts';

describe('widened', () => {
  const layout = columnLayout(['id', 'name'], [[1, 'a']]);

  it('grows with later rows and never shrinks', () => {
    const grown = widened(layout, [[999_999_999_999, 'b']]);
    expect(grown[0]?.widthPx).toBeGreaterThan(layout[0]?.widthPx ?? 0);
    expect(grown[1]).toBe(layout[1]);
    expect(widened(grown, [[1, 'a'], []])).toBe(grown);
  });

  it('gives the rest of the line to a last column of text', () => {
    expect(gridTemplate(layout)).toBe('64px minmax(64px, 1fr)');
    expect(gridTemplate(columnLayout(['name', 'id'], [['a', 1]]))).toBe('64px 64px');
  });
});

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
