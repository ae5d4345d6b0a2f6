// JSON documents: an object of so many keys.
// Texts without structure stand in text/.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import pools from '../../pools/words.json';

const { nouns, adjectives } = pools;
const usual = 1_000_000;

/** `{"id":204,"tag":"harbor","active":true}`, then keys from the words; `id` tells them apart. */
export function createJson(source: Source, { keys }: GeneratorOf<'json'>): Generator {
  const { stream } = source;
  const values = stream.split('values');
  const at = (number: number) => {
    const members = [
      `"id":${number}`,
      `"tag":"${nouns[number % nouns.length]}"`,
      `"active":${number % 3 === 0}`,
    ].slice(0, keys);
    for (let key = members.length; key < keys; key++) {
      const bits = values.bits(number ^ Math.imul(key, 0x9e3779b1));
      members.push(`"${keyOf(key)}":${memberOf(key, bits)}`);
    }
    return `{${members.join(',')}}`;
  };
  return {
    name: 'JSON',
    description: keys === 3 ? 'small JSON objects' : `JSON objects of ${keys} keys`,
    at: (row) => at(stream.below(row, usual)),
    distinct: (needed) => ({ size: Math.max(usual, needed), at, isOrdered: false }),
  };
}

function keyOf(key: number): string {
  const word = adjectives[key % adjectives.length] ?? 'key';
  const series = Math.floor(key / adjectives.length);
  return series === 0 ? word : `${word}_${series + 1}`;
}

// Numbers, texts, lists and objects in turn, as documents have them.
function memberOf(key: number, bits: number): string {
  const word = nouns[bits % nouns.length];
  if (key % 4 === 3) return String(bits % 10_000);
  if (key % 4 === 0) return `"${word}"`;
  return key % 4 === 1 ? `[${bits % 100},${(bits >>> 8) % 100}]` : `{"name":"${word}"}`;
}
