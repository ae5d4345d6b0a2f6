// Street addresses.
// Cities and countries stand in place-names.ts.
import type { Generator, Source } from '../../generator.ts';
import places from '../../pools/places.json';

const { streets } = places;
const usualHouses = 400;

/** '204 Chestnut Drive'. */
export function createStreet(source: Source): Generator {
  const { stream } = source;
  const usual = streets.length * usualHouses;
  const at = (number: number) =>
    `${1 + Math.floor(number / streets.length)} ${streets[number % streets.length]}`;
  return {
    name: 'street',
    description: 'house numbers and streets',
    at: (row) => at(stream.below(row, usual)),
    distinct: (needed) => ({ size: Math.max(usual, needed * 4), at, isOrdered: false }),
  };
}
