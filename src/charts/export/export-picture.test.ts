import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureName } from './picture-name.ts';
import { wrapText } from './wrap-text.ts';

describe('pictureName', () => {
  it.each([
    ['Times of expensive in a category', 'times-of-expensive-in-a-category.svg'],
    ['Ratios of a/b: "c" < d', 'ratios-of-a-b-c-d.svg'],
    ['Times of größte Städte', 'times-of-größte-städte.svg'],
    ['…', 'chart.svg'],
  ])('of %s is %s', (title, name) => {
    expect(pictureName(title, 'svg')).toBe(name);
  });

  it('never holds what a path is made of', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(pictureName(title, 'png')).toMatch(/^[\p{L}\p{N}-]{1,80}\.png$/u);
      }),
    );
  });
});

describe('wrapText', () => {
  const measure = (line: string) => line.length;

  it('breaks between words', () => {
    expect(wrapText('Time per run; log scale.', 12, measure)).toEqual([
      'Time per',
      'run; log',
      'scale.',
    ]);
  });

  it('keeps every word, in lines that fit unless a word is too long', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 1, max: 20 }), (words, room) => {
        const lines = wrapText(words.join(' '), room, measure);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) {
          expect(line.length <= room || !line.includes(' ')).toBe(true);
        }
      }),
    );
  });
});
