import { describe, expect, test } from 'vitest';
import { durationRange } from './duration-range.ts';

describe('durationRange', () => {
  test('says the unit once where both ends have the same', () => {
    expect(durationRange(0.001_88, 0.001_95)).toBe('1.88–1.95 µs');
    expect(durationRange(0.95, 1.2)).toBe('0.950–1.20 ms');
    expect(durationRange(0.095, 1.2)).toBe('95.0 µs–1.20 ms');
    expect(durationRange(160_000, 185_000)).toBe('2 min 40 s–3 min 5 s');
    expect(durationRange(60_000, 120_000)).toBe('60.0 s–2 min');
  });

  test('has no dash beside a minus', () => {
    expect(durationRange(-2, 3)).toBe('−2.00 ms to +3.00 ms');
    expect(durationRange(-3, -2)).toBe('−3.00 ms to −2.00 ms');
    expect(durationRange(-3, 0)).toBe('−3.00 ms to +0 ms');
  });
});
