import fc from 'fast-check';
import { LRUCache } from 'lru-cache';
import { expect, test } from 'vitest';
import { createLru } from './lru.ts';

test('behaves as lru-cache does, whatever is read and written', () => {
  const key = fc.integer({ min: 0, max: 11 });
  const operation = fc.oneof(
    fc.record({ kind: fc.constant('get' as const), key }),
    fc.record({ kind: fc.constant('set' as const), key }),
  );
  const operations = fc.array(operation, { maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), operations, (capacity, steps) => {
      let evicted = 0;
      const oracle = new LRUCache<number, { step: number }>({
        max: capacity,
        dispose: (_value, _key, reason) => {
          if (reason === 'evict') evicted++;
        },
      });
      const lru = createLru<number, { step: number }>(capacity);
      let hits = 0;
      let reads = 0;
      for (const [step, { kind, key: at }] of steps.entries()) {
        if (kind === 'set') {
          const value = { step };
          oracle.set(at, value);
          lru.set(at, value);
        } else {
          const expected = oracle.get(at);
          reads++;
          if (expected) hits++;
          expect(lru.get(at)).toBe(expected);
        }
        expect(lru.keys()).toEqual([...oracle.rkeys()]);
      }
      expect([lru.size, lru.hits, lru.misses, lru.evictions]).toEqual([
        oracle.size,
        hits,
        reads - hits,
        evicted,
      ]);
    }),
  );
});

test('emptying forgets entries and figures; capacity 0 keeps nothing', () => {
  const lru = createLru<string, number>(2);
  lru.set('a', 1);
  lru.get('a');
  lru.empty();
  expect([lru.size, lru.hits, lru.get('a')]).toEqual([0, 0, undefined]);
  const none = createLru<string, number>(0);
  none.set('a', 1);
  expect([none.size, none.get('a'), none.evictions]).toEqual([0, undefined, 0]);
});
