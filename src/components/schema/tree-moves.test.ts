import { expect, test } from 'vitest';
import { type TreeItem, treeMove } from './tree-moves.ts';

/** Indented lines as visible items: `v` is open, `>` closed, `-` has no children. */
function itemsFrom(text: string): TreeItem[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [sign, name = ''] = line.trim().split(' ');
      const level = (line.length - line.trimStart().length) / 2;
      return { id: name, text: name, level, isOpen: sign === '-' ? null : sign === 'v' };
    });
}

const items = itemsFrom(`
  v orders
    - id
    - product_id
  > products
`);

test('up and down follow the screen and stop at its ends', () => {
  expect(treeMove(items, 'product_id', 'ArrowDown')).toEqual({ kind: 'go', id: 'products' });
  expect(treeMove(items, 'products', 'ArrowDown')).toBeNull();
  expect(treeMove(items, 'orders', 'ArrowUp')).toBeNull();
  expect(treeMove(items, 'id', 'End')).toEqual({ kind: 'go', id: 'products' });
});

test('right opens, then goes in; left closes, then goes out', () => {
  expect(treeMove(items, 'products', 'ArrowRight')).toEqual({ kind: 'open', id: 'products' });
  expect(treeMove(items, 'orders', 'ArrowRight')).toEqual({ kind: 'go', id: 'id' });
  expect(treeMove(items, 'id', 'ArrowRight')).toBeNull();
  expect(treeMove(items, 'product_id', 'ArrowLeft')).toEqual({ kind: 'go', id: 'orders' });
  expect(treeMove(items, 'orders', 'ArrowLeft')).toEqual({ kind: 'close', id: 'orders' });
  expect(treeMove(items, 'products', 'ArrowLeft')).toBeNull();
});

test('a letter goes to the next name that begins with it, around the end', () => {
  expect(treeMove(items, 'orders', 'p')).toEqual({ kind: 'go', id: 'product_id' });
  expect(treeMove(items, 'product_id', 'P')).toEqual({ kind: 'go', id: 'products' });
  expect(treeMove(items, 'products', 'i')).toEqual({ kind: 'go', id: 'id' });
  expect(treeMove(items, 'products', 'Tab')).toBeNull();
});
