// Codes by a pattern such as `SKU-####`.
// What the signs mean stands in model/recipe/pattern.ts.

import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import { type PatternPart, parsePattern } from '../../../model/recipe/pattern.ts';
import type { Stream } from '../../draws/random.ts';
import type { Generator, Source } from '../../generator.ts';

const largest = Number.MAX_SAFE_INTEGER;

/** A code for each row. Distinct ones count through the signs, the last place fastest. */
export function createPattern(source: Source, { pattern }: GeneratorOf<'pattern'>): Generator {
  const parsed = parsePattern(pattern);
  const parts = 'problem' in parsed ? [] : parsed;
  const drawn = drawnSigns(parts, source.stream);
  return {
    name: 'pattern',
    description: `codes of the form ${pattern}`,
    at: (row) => written(parts, drawn(row)),
    distinct: () => countedCodes(parts, source.stream),
  };
}

/** The index of the sign in each place that has signs. */
type SignsOfRow = (place: number, count: number) => number;

function written(parts: readonly PatternPart[], signAt: SignsOfRow): string {
  let text = '';
  let place = 0;
  for (const part of parts) {
    if (part.kind === 'text') text += part.text;
    else text += part.signs.charAt(signAt(place++, part.signs.length));
  }
  return text;
}

// One draw serves four places: 62^4 is well below 2^32.
function drawnSigns(parts: readonly PatternPart[], stream: Stream): (row: number) => SignsOfRow {
  const places = parts.filter((part) => part.kind === 'sign').length;
  const streams = Array.from({ length: Math.ceil(places / 4) }, (_, word) =>
    stream.split(`places ${word}`),
  );
  return (row) => {
    let unit = 0;
    return (place, count) => {
      if (place % 4 === 0) unit = streams[place / 4]?.unit(row) ?? 0;
      const scaled = unit * count;
      const index = Math.floor(scaled);
      unit = scaled - index;
      return index;
    };
  };
}

function countedCodes(parts: readonly PatternPart[], stream: Stream) {
  const counts = parts.flatMap((part) => (part.kind === 'sign' ? [part.signs.length] : []));
  // From the last place back, as far as numbers count exactly; the places before are drawn.
  let size = 1;
  let first = counts.length;
  while (first > 0 && size * (counts[first - 1] ?? 1) <= largest) {
    first--;
    size *= counts[first] ?? 1;
  }
  const before = drawnSigns(parts, stream.split('before'));
  const at = (number: number) => {
    const indexes: number[] = [];
    let rest = number;
    for (let place = counts.length - 1; place >= first; place--) {
      const count = counts[place] ?? 1;
      indexes[place] = rest % count;
      rest = Math.floor(rest / count);
    }
    const drawn = before(number);
    return written(parts, (place, count) => {
      const index = drawn(place, count);
      return place < first ? index : (indexes[place] ?? 0);
    });
  };
  return { size, at, isOrdered: false };
}
