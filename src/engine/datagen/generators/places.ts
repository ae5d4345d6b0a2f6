// Places: street addresses and company names; cities and countries are plain choices.

import type { Generator, Source } from '../generator.ts';
import companies from '../pools/companies.json';
import people from '../pools/people.json';
import places from '../pools/places.json';

const { streets } = places;
const { lastNames } = people;
const { lines, suffixes } = companies;

/** '204 Chestnut Drive'. */
export function createStreet(source: Source): Generator {
  const { stream } = source;
  const at = (number: number) =>
    `${1 + Math.floor(number / streets.length)} ${streets[number % streets.length]}`;
  return {
    name: 'address',
    description: 'house numbers and streets',
    at: (row) => at(stream.below(row, streets.length * 400)),
    distinct: (needed) => ({
      size: Math.max(streets.length * 400, needed * 4),
      at,
      isOrdered: false,
    }),
  };
}

/** 'Weber Software Group'. */
export function createCompany(source: Source): Generator {
  const { stream } = source;
  const named = lastNames.length * lines.length;
  const at = (number: number) => {
    const rest = Math.floor(number / lastNames.length);
    const line = lines[rest % lines.length] ?? '';
    const suffix = suffixes[Math.floor(rest / lines.length) % suffixes.length];
    const series =
      number >= named * suffixes.length
        ? ` ${Math.floor(number / (named * suffixes.length)) + 1}`
        : '';
    return `${lastNames[number % lastNames.length]} ${line.charAt(0).toUpperCase()}${line.slice(1)} ${suffix}${series}`;
  };
  return {
    name: 'company',
    description: 'company names',
    at: (row) => at(stream.below(row, named * suffixes.length)),
    distinct: (needed) => ({
      size: Math.max(named * suffixes.length, needed),
      at,
      isOrdered: false,
    }),
  };
}
