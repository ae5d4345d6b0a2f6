// Last names.
// Whose they are is drawn in person.ts.
import type { Generator, Source } from '../../generator.ts';
import people from '../../pools/people.json';
import { personOf } from './person.ts';

const { lastNames } = people;

/** The last name of the row's person. */
export function createLastName(source: Source): Generator {
  return {
    name: 'last name',
    description: `${lastNames.length} last names`,
    at: personOf(source.shared).last,
    distinct: () => ({
      size: lastNames.length,
      at: (number) => lastNames[number] ?? '',
      isOrdered: false,
    }),
  };
}
