import { describe, expect, it } from 'vitest';
import { type MapBlock, toStorageMap, wrapName } from './storage-map-model.ts';

const block = (name: string, group: string, sizeBytes: number): MapBlock => ({
  name,
  group,
  kind: name === group ? 'table' : 'index',
  sizeBytes,
});

const blocks = [
  block('schema', 'schema', 4096),
  block('orders', 'orders', 4_000_000),
  block('products', 'products', 1_000_000),
  block('orders_date', 'orders', 900_000),
  block('orders_customer', 'orders', 800_000),
];

describe('toStorageMap', () => {
  it('places every block inside the map, with its share, in the order given', () => {
    const placed = toStorageMap(blocks, 900, 300);
    expect(placed.map((each) => each.block.name)).toEqual(blocks.map(({ name }) => name));
    expect(placed.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    for (const { rect } of placed) {
      expect(rect.x).toBeGreaterThanOrEqual(0);
      expect(rect.y).toBeGreaterThanOrEqual(0);
      expect(rect.x + rect.width).toBeLessThanOrEqual(900.001);
      expect(rect.y + rect.height).toBeLessThanOrEqual(300.001);
    }
  });

  it('keeps a table and its indexes together', () => {
    const placed = toStorageMap(blocks, 900, 300);
    const ofOrders = placed.filter((each) => each.block.group === 'orders');
    const left = Math.min(...ofOrders.map(({ rect }) => rect.x));
    const right = Math.max(...ofOrders.map(({ rect }) => rect.x + rect.width));
    const top = Math.min(...ofOrders.map(({ rect }) => rect.y));
    const bottom = Math.max(...ofOrders.map(({ rect }) => rect.y + rect.height));
    for (const { block: other, rect } of placed) {
      if (other.group === 'orders') continue;
      const isInside =
        rect.x + 1 > left && rect.x < right - 1 && rect.y + 1 > top && rect.y < bottom - 1;
      expect([other.name, isInside]).toEqual([other.name, false]);
    }
  });

  it('draws areas in proportion to bytes, gaps aside', () => {
    const placed = toStorageMap(blocks, 900, 300);
    for (const { rect, share } of placed.filter((each) => each.share > 0.05)) {
      expect((rect.width * rect.height) / (900 * 300)).toBeGreaterThan(share * 0.9);
      expect((rect.width * rect.height) / (900 * 300)).toBeLessThan(share * 1.1);
    }
  });

  it('has room for nothing and for a map without width', () => {
    expect(toStorageMap([], 900, 300)).toEqual([]);
    for (const { rect } of toStorageMap(blocks, 1, 300)) {
      expect(rect.width).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(rect.x + rect.y + rect.height)).toBe(true);
    }
  });
});

describe('wrapName', () => {
  const upTo = (length: number) => (text: string) => text.length <= length;

  it('breaks behind underscores, as late as it can', () => {
    expect(wrapName('idx_orders_product', upTo(18))).toEqual(['idx_orders_product']);
    expect(wrapName('idx_orders_product', upTo(12))).toEqual(['idx_orders_', 'product']);
    expect(wrapName('idx_orders_product', upTo(4))).toEqual(['idx_', 'orders_', 'product']);
    expect(wrapName('_a__b', upTo(1))).toEqual(['_', 'a__', 'b']);
    expect(wrapName('', upTo(3))).toEqual(['']);
  });
});
