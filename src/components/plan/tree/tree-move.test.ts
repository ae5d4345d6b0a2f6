import { describe, expect, it } from 'vitest';
import { treeMove } from './tree-move.ts';

// MULTI-INDEX OR > (INDEX 1 > SEARCH, INDEX 2), then a second root.
const lines = [1, 2, 3, 2, 1].map((level) => ({ level }));

describe('treeMove', () => {
  it('goes line by line and stays at the ends', () => {
    expect(treeMove('ArrowDown', 0, lines)).toBe(1);
    expect(treeMove('ArrowDown', 4, lines)).toBe(4);
    expect(treeMove('ArrowUp', 0, lines)).toBe(0);
    expect(treeMove('Home', 3, lines)).toBe(0);
    expect(treeMove('End', 0, lines)).toBe(4);
  });

  it('goes right into a branch and left out of it', () => {
    expect(treeMove('ArrowRight', 1, lines)).toBe(2);
    expect(treeMove('ArrowRight', 2, lines)).toBe(2);
    expect(treeMove('ArrowLeft', 3, lines)).toBe(0);
    expect(treeMove('ArrowLeft', 2, lines)).toBe(1);
    expect(treeMove('ArrowLeft', 4, lines)).toBe(4);
  });

  it('leaves other keys alone', () => {
    expect(treeMove('a', 0, lines)).toBeNull();
  });
});
