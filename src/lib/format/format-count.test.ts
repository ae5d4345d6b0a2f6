import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatCountOf } from './format-count.ts';

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [100_000, '100,000'],
    [1_300_112, '1,300,112'],
    [-1234, '−1,234'],
    [12.6, '13'],
    [9007199254740993n, '9,007,199,254,740,993'],
  ])('%s is %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it('keeps every digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), (count) => {
        expect(BigInt(formatCount(count).replaceAll(',', ''))).toBe(count);
      }),
    );
  });

  it('says that there is no value', () => {
    expect(formatCount(Number.NaN)).toBe('–');
  });
});

describe('formatCountOf', () => {
  it('takes the singular for one only', () => {
    expect(formatCountOf(0, 'row')).toBe('0 rows');
    expect(formatCountOf(1, 'row')).toBe('1 row');
    expect(formatCountOf(2000, 'row')).toBe('2,000 rows');
    expect(formatCountOf(2, 'query', 'queries')).toBe('2 queries');
  });
});
