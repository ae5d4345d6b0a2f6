// Capital letters of an exact length: what CHECKs of length() ask for.
// Letters and digits in any arrangement stand in pattern.ts.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';

// Without I and O, which are taken for digits.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** So many capital letters. */
export function createLetters(source: Source, settings: GeneratorOf<'letters'>): Generator {
  const { stream } = source;
  const { length } = settings;
  // 24^11 is below 2^53; longer ones repeat their letters.
  const counted = Math.min(length, 11);
  let size = 1;
  for (let digit = 0; digit < counted; digit++) size *= letters.length;
  const at = (number: number) => {
    let text = '';
    for (let rest = number; text.length < counted; rest = Math.floor(rest / letters.length)) {
      text += letters.charAt(rest % letters.length);
    }
    return text.padEnd(length, letters);
  };
  return {
    name: 'letters',
    description: `${length} letters`,
    at: (row) => at(Math.floor(stream.unit(row) * size)),
    distinct: () => ({ size, at, isOrdered: false }),
  };
}
