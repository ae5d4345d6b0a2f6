import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, wholeText } from './cell-text.ts';

describe('cellText', () => {
  it('tells NULL from the text NULL', () => {
    expect(cellText(null)).toEqual({ kind: 'null', text: 'NULL', title: null });
    expect(cellText('NULL').kind).toBe('text');
  });

  it('keeps integers exact', () => {
    expect(cellText(9223372036854775807n).text).toBe('9223372036854775807');
    expect(cellText(-0.1).text).toBe('-0.1');
    expect(cellText(Number.NEGATIVE_INFINITY).text).toBe('-Inf');
  });

  it('draws blobs as SQL writes them, cut, with their size', () => {
    expect(cellText(new Uint8Array([0, 10, 255]))).toEqual({
      kind: 'blob',
      text: "x'000aff'",
      title: '3 bytes',
    });
    const long = cellText(new Uint8Array(1000));
    expect(long.text).toBe(`x'${'00'.repeat(12)}…'`);
    expect(long.title).toBe('1,000 bytes');
  });

  it('keeps a text on one line and says what it left out', () => {
    expect(cellText('a\r\nb\tc')).toEqual({ kind: 'text', text: 'a↵b⇥c', title: 'a\r\nb\tc' });
    const long = cellText('x'.repeat(5000));
    expect(long.text).toHaveLength(161);
    expect(long.title).toHaveLength(2001);
  });

  it('never draws more than a cell can hold', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 3000 }), fc.uint8Array()), (value) => {
        expect(cellText(value).text.length).toBeLessThanOrEqual(161);
      }),
    );
  });
});

describe('wholeText', () => {
  it('gives the whole value', () => {
    const text = 'line\n'.repeat(1000);
    expect(wholeText(text)).toBe(text);
    expect(wholeText(null)).toBe('NULL');
    expect(wholeText(12345678901234567890n)).toBe('12345678901234567890');
    expect(wholeText(new Uint8Array(20).fill(1))).toBe(`x'${'01'.repeat(20)}'`);
  });
});
