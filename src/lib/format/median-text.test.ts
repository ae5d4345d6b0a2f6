import { describe, expect, test } from 'vitest';
import { medianText } from './median-text.ts';

describe('medianText', () => {
  test('is the median with its interval where there is one', () => {
    expect(medianText({ medianMs: 11.24, interval: { low: 10.9, high: 11.6 } })).toBe(
      '11.2 ms (10.9–11.6 ms)',
    );
    expect(medianText({ medianMs: 11.24, interval: null })).toBe('11.2 ms');
    expect(medianText({ medianMs: null, interval: null })).toBe('–');
  });
});
