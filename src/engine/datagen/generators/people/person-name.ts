// Full names.
// Whose they are is drawn in person.ts.
import type { Generator, Source } from '../../generator.ts';
import people from '../../pools/people.json';
import { personOf } from './person.ts';

const { firstNames, lastNames } = people;
const initials = 'ABCDEFGHIJKLMNOPRSTW';

/** 'Elena Weber'; with UNIQUE and many rows 'Elena K. Weber'. */
export function createPersonName(source: Source): Generator {
  const { first, last } = personOf(source.shared);
  const pairs = firstNames.length * lastNames.length;
  return {
    name: 'full name',
    description: 'first and last names',
    at: (row) => `${first(row)} ${last(row)}`,
    distinct: (needed) => ({
      size: Math.max(pairs, needed),
      isOrdered: false,
      at(number) {
        const pair = number % pairs;
        const middle = Math.floor(number / pairs);
        const firstName = firstNames[pair % firstNames.length];
        const lastName = lastNames[Math.floor(pair / firstNames.length)];
        return `${firstName} ${middleInitials(middle)}${lastName}`;
      },
    }),
  };
}

// 0 is none, 1 to 20 one initial, then two.
function middleInitials(number: number): string {
  if (number === 0) return '';
  const one = `${initials.charAt((number - 1) % initials.length)}. `;
  return one + middleInitials(Math.floor((number - 1) / initials.length));
}
