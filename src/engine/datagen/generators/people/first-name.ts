// First names, of the row's person or of nobody in particular.
// Whose they are is drawn in person.ts.
import type { Generator, Source } from '../../generator.ts';
import people from '../../pools/people.json';
import { personOf } from './person.ts';

const { firstNames } = people;

/** The first name of the row's person. */
export function createFirstName(source: Source): Generator {
  return firstNamesOf('first name', personOf(source.shared).first);
}

/** Another first name: one that the row's full name and e-mail do not have. */
export function createMiddleName(source: Source): Generator {
  return firstNamesOf('middle name', personOf(source.stream).first);
}

function firstNamesOf(name: string, at: (row: number) => string): Generator {
  return {
    name,
    description: `${firstNames.length} first names`,
    at,
    distinct: () => ({
      size: firstNames.length,
      at: (number) => firstNames[number] ?? '',
      isOrdered: false,
    }),
  };
}
