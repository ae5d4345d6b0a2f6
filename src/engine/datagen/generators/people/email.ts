// E-mail addresses at domains that are reserved for examples: mail to them reaches nobody.
// Whose they are is drawn in person.ts.

import { createPermutation } from '../../draws/permutation.ts';
import type { Generator, Source } from '../../generator.ts';
import { personOf } from './person.ts';

// RFC 2606.
const domains = ['example.com', 'example.com', 'example.org', 'example.net'];
const maxNumber = 4294967296;

/** 'elena.weber@example.com'; with UNIQUE 'elena.weber204@example.com'. */
export function createEmail(source: Source): Generator {
  const { first, last } = personOf(source.shared);
  const domain = source.stream.split('domain');
  const local = (row: number) => `${first(row)}.${last(row)}`.toLowerCase();
  const host = (row: number) => domains[domain.below(row, domains.length)] ?? 'example.com';
  return {
    name: 'e-mail',
    description: 'e-mail addresses at example domains',
    at: (row) => `${local(row)}@${host(row)}`,
    distinct: (needed) => {
      const number = createPermutation(needed, source.stream.split('number'));
      return {
        size: maxNumber,
        isOrdered: true,
        at: (row) => `${local(row)}${row < needed ? number.at(row) + 1 : row + 1}@${host(row)}`,
      };
    },
  };
}
