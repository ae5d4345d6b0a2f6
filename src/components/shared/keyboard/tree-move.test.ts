import { expect, test } from 'vitest';
import { type TreeItem, type TreeMove, treeMove } from './tree-move.ts';

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

const plain = { ctrlKey: false, altKey: false, metaKey: false };

function pressed(id: string, key: string): TreeMove | null {
  return treeMove(items, id, { ...plain, key });
}

test('up and down follow the screen and stop at its ends', () => {
  expect(pressed('product_id', 'ArrowDown')).toEqual({ kind: 'go', id: 'products' });
  expect(pressed('products', 'ArrowDown')).toBeNull();
  expect(pressed('orders', 'ArrowUp')).toBeNull();
  expect(pressed('id', 'End')).toEqual({ kind: 'go', id: 'products' });
});

test('right opens, then goes in; left closes, then goes out', () => {
  expect(pressed('products', 'ArrowRight')).toEqual({ kind: 'open', id: 'products' });
  expect(pressed('orders', 'ArrowRight')).toEqual({ kind: 'go', id: 'id' });
  expect(pressed('id', 'ArrowRight')).toBeNull();
  expect(pressed('product_id', 'ArrowLeft')).toEqual({ kind: 'go', id: 'orders' });
  expect(pressed('orders', 'ArrowLeft')).toEqual({ kind: 'close', id: 'orders' });
  expect(pressed('products', 'ArrowLeft')).toBeNull();
});

test('a letter goes to the next name that begins with it, around the end', () => {
  expect(pressed('orders', 'p')).toEqual({ kind: 'go', id: 'product_id' });
  expect(pressed('product_id', 'P')).toEqual({ kind: 'go', id: 'products' });
  expect(pressed('products', 'i')).toEqual({ kind: 'go', id: 'id' });
  expect(pressed('products', 'Tab')).toBeNull();
});

test('combinations are left to the page, and letters where nothing is typed for', () => {
  for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) {
    expect(treeMove(items, 'orders', { ...plain, key: 'ArrowDown', [held]: true })).toBeNull();
  }
  const untyped = items.map(({ text: _, ...item }) => item);
  expect(treeMove(untyped, 'orders', { ...plain, key: 'p' })).toBeNull();
});
