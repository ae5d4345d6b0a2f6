// The person of a row: names drawn from the table's stream, so that all its columns agree.
// How the names are put together stands with each generator.

import type { Stream } from '../../draws/random.ts';
import people from '../../pools/people.json';

const { firstNames, lastNames } = people;

export interface Person {
  first: (row: number) => string;
  last: (row: number) => string;
}

/** The person of each row; `shared` is the stream of the whole table. */
export function personOf(shared: Stream): Person {
  const first = shared.split('first name');
  const last = shared.split('last name');
  return {
    first: (row) => firstNames[first.below(row, firstNames.length)] ?? '',
    // The mean of two draws: names in the middle of the list are more frequent than at its ends.
    last: (row) => {
      const unit = last.unit(row);
      const other = ((unit * 65536) % 1) * lastNames.length;
      return lastNames[Math.floor((unit * lastNames.length + other) / 2)] ?? '';
    },
  };
}
