// People: names, e-mail addresses, user names, jobs. The columns of one row describe the same person.

import type { Generator, Source } from '../generator.ts';
import { createPermutation } from '../permutation.ts';
import people from '../pools/people.json';
import type { Stream } from '../random.ts';

const { firstNames, lastNames, jobLevels, jobAreas, jobTypes } = people;
const initials = 'ABCDEFGHIJKLMNOPRSTW';
const maxNumber = 4294967296;

// Reserved by RFC 2606: mail to them reaches nobody.
const domains = ['example.com', 'example.com', 'example.org', 'example.net'];

interface Person {
  first: (row: number) => string;
  last: (row: number) => string;
}

// Both names come from the table's stream, so that name and e-mail of a row agree.
function personOf(shared: Stream): Person {
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

/** 'Elena Weber'; with UNIQUE and many rows 'Elena K. Weber'. */
export function createPersonName(source: Source): Generator {
  const { first, last } = personOf(source.shared);
  const pairs = firstNames.length * lastNames.length;
  return {
    name: 'person',
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

/** First names alone. */
export function createFirstName(source: Source): Generator {
  const { first } = personOf(source.shared);
  return {
    name: 'first name',
    description: `${firstNames.length} first names`,
    at: first,
    distinct: () => ({
      size: firstNames.length,
      at: (number) => firstNames[number] ?? '',
      isOrdered: false,
    }),
  };
}

/** Last names alone. */
export function createLastName(source: Source): Generator {
  const { last } = personOf(source.shared);
  return {
    name: 'last name',
    description: `${lastNames.length} last names`,
    at: last,
    distinct: () => ({
      size: lastNames.length,
      at: (number) => lastNames[number] ?? '',
      isOrdered: false,
    }),
  };
}

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

/** 'Senior Marketing Analyst'. */
export function createJobTitle(source: Source): Generator {
  const { stream } = source;
  const area = stream.split('area');
  const type = stream.split('type');
  return {
    name: 'job',
    description: 'job titles',
    at: (row) =>
      `${jobLevels[stream.below(row, jobLevels.length)]} ${jobAreas[area.below(row, jobAreas.length)]} ${jobTypes[type.below(row, jobTypes.length)]}`,
    distinct: () => ({
      size: jobLevels.length * jobAreas.length * jobTypes.length,
      isOrdered: false,
      at(number) {
        const rest = Math.floor(number / jobLevels.length);
        const level = jobLevels[number % jobLevels.length];
        return `${level} ${jobAreas[rest % jobAreas.length]} ${jobTypes[Math.floor(rest / jobAreas.length)]}`;
      },
    }),
  };
}
