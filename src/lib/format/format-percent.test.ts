import { describe, expect, it } from 'vitest';
import { formatPercent } from './format-percent.ts';

describe('formatPercent', () => {
  it.each([
    [0, 0, '0 %'],
    [0.424, 0, '42 %'],
    [0.94, 0, '94 %'],
    [0.975, 1, '97.5 %'],
    [0.99, 1, '99 %'],
    [1, 0, '100 %'],
    [1.5, 0, '150 %'],
  ])('%s with %s digits is %s', (fraction, digits, text) => {
    expect(formatPercent(fraction, digits)).toBe(text);
  });

  it('does not round something to nothing, nor nearly all to all', () => {
    expect(formatPercent(0.001)).toBe('<1 %');
    expect(formatPercent(0.0001, 1)).toBe('<0.1 %');
    expect(formatPercent(0.999)).toBe('99 %');
    expect(formatPercent(0.9999, 1)).toBe('99.9 %');
  });

  it('says that there is no value', () => {
    expect(formatPercent(Number.NaN)).toBe('–');
  });
});
