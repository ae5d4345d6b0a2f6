// Hexadecimal digits: tokens and checksums.
// UUIDs stand in uuid.ts, bytes in blob.ts.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import { distinctByBits, hexWords } from './hex-words.ts';

/** So many digits. */
export function createHex(source: Source, { digits }: GeneratorOf<'hex'>): Generator {
  const all = hexWords(source.stream, Math.ceil(digits / 8));
  const at = (row: number) => all(row).slice(0, digits);
  return {
    name: 'hexadecimal',
    description: `${digits} hexadecimal digits`,
    at,
    distinct: () =>
      digits >= 8
        ? distinctByBits(at)
        : {
            size: powerOf16(digits),
            at: (number) => number.toString(16).padStart(digits, '0'),
            isOrdered: false,
          },
  };
}

function powerOf16(digits: number): number {
  let size = 1;
  for (let digit = 0; digit < digits; digit++) size *= 16;
  return size;
}
