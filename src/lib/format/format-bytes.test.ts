import { describe, expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [512, '512 bytes'],
    [1000, '1.0 kB'],
    [4096, '4.1 kB'],
    [9960, '10 kB'],
    [999_600, '1.0 MB'],
    [4_100_000, '4.1 MB'],
    [31_400_000, '31 MB'],
    [1_234_000_000, '1.2 GB'],
  ])('%s is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it('says that there is no value', () => {
    expect(formatBytes(Number.NaN)).toBe('–');
    expect(formatBytes(-1)).toBe('–');
  });
});
