// Cities, states and countries: the first of each list more frequent.
// The lists are frozen (pools/places.json); each column draws for itself.
import type { Generator, Source } from '../../generator.ts';
import places from '../../pools/places.json';
import { createChoice } from '../choices/choice.ts';

/** The 20 countries of most orders in a European and American shop. */
const codes = 'US DE GB FR IT ES CA BR IN JP NL PL SE AU MX CH AT BE DK NO'.split(' ');

/** 'Lake Forest'. */
export function createCity(source: Source): Generator {
  return namesOf(source, 'city', places.cities, 12);
}

/** States of the United States. */
export function createState(source: Source): Generator {
  return namesOf(source, 'state', places.states, 12);
}

/** 'Portugal'. */
export function createCountry(source: Source): Generator {
  return namesOf(source, 'country', places.countries, 12);
}

/** Codes of two letters (ISO 3166-1): 'DE'. */
export function createCountryCode(source: Source): Generator {
  return namesOf(source, 'country code', codes, 4);
}

function namesOf(source: Source, name: string, values: string[], flatness: number): Generator {
  const weights = { kind: 'falling', flatness } as const;
  return { ...createChoice(source, { kind: 'choice', values, weights }), name };
}
