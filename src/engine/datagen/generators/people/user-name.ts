// Names to log in with.
// Whose they are is drawn in person.ts.
import type { Generator, Source } from '../../generator.ts';
import { personOf } from './person.ts';

const maxNumber = 4294967296;

/** 'elena_weber42'. */
export function createUserName(source: Source): Generator {
  const { first, last } = personOf(source.shared);
  const at = (row: number) => `${first(row)}_${last(row)}${row + 1}`.toLowerCase();
  return {
    name: 'user name',
    description: 'user names',
    at,
    distinct: () => ({ size: maxNumber, at, isOrdered: true }),
  };
}
