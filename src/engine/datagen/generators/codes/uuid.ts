// Random UUIDs.
// Of version 4 in form; the bits come from the seed, not from a source of secrets.
import type { Generator, Source } from '../../generator.ts';
import { distinctByBits, hexWords } from './hex-words.ts';

/** '9f1c2a4e-5b7d-4c1f-8a3e-2d9b6f0c7e15'. */
export function createUuid(source: Source): Generator {
  const word = hexWords(source.stream, 4);
  const at = (row: number) => {
    const hex = word(row);
    const variant = '89ab'.charAt(source.stream.below(row, 4));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
  return {
    name: 'UUID',
    description: 'random UUIDs',
    at,
    distinct: () => distinctByBits(at),
  };
}
