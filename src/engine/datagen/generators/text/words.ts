// Running words of a length in characters: notes, bodies of text, padding.
// Whole sentences stand in sentences.ts.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import pools from '../../pools/words.json';

const { nouns, adjectives, verbs } = pools;
const vocabulary = [...nouns, ...adjectives, ...verbs];
const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Words joined by spaces, `minLength` to `maxLength` characters in all. The last is cut where no
 * whole word ends within the length.
 */
export function createWords(source: Source, settings: GeneratorOf<'words'>): Generator {
  const { minLength, maxLength } = settings;
  const lengths = source.stream.split('length');
  const words = source.stream.split('words');

  function text(row: number, least: number, length: number): string {
    // One draw starts a row's own walk through the vocabulary (an odd multiplier: Knuth, TAOCP 3.2).
    let state = words.bits(row);
    let made = '';
    while (made.length < length) {
      const word = vocabulary[Math.floor((state / 4294967296) * vocabulary.length)] ?? '';
      made += made === '' ? word : ` ${word}`;
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    }
    const end = made.length > length ? made.lastIndexOf(' ', length) : length;
    if (end >= least) return made.slice(0, end);
    const cut = made.slice(0, length);
    return cut.endsWith(' ') ? `${cut.slice(0, -1)}s` : cut;
  }

  const lengthOf = (row: number) => minLength + lengths.below(row, maxLength - minLength + 1);
  return {
    name: 'words',
    description: `words, ${minLength} to ${maxLength} characters in all`,
    at: (row) => text(row, minLength, lengthOf(row)),
    // The last letters count; as many in every value, so that no two are alike.
    distinct(needed) {
      let width = 1;
      let size = letters.length;
      while (size < needed && width < Math.min(maxLength, 11)) {
        width++;
        size *= letters.length;
      }
      const at = (number: number) => {
        const length = Math.max(width, lengthOf(number));
        const room = length - width - 1;
        if (room < 1) return counted(number, length);
        return `${text(number, room, room)} ${counted(number, width)}`;
      };
      return { size, at, isOrdered: false };
    },
  };
}

function counted(number: number, width: number): string {
  let made = '';
  for (let rest = number; made.length < width; rest = Math.floor(rest / letters.length)) {
    made += letters.charAt(rest % letters.length);
  }
  return made;
}
