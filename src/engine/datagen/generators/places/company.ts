// Names of companies.
// Of a last name, what they deal in, and a suffix.
import type { Generator, Source } from '../../generator.ts';
import companies from '../../pools/companies.json';
import people from '../../pools/people.json';

const { lastNames } = people;
const { lines, suffixes } = companies;
const count = lastNames.length * lines.length * suffixes.length;

function companyOf(number: number): string {
  const rest = Math.floor(number / lastNames.length);
  const line = lines[rest % lines.length] ?? '';
  const suffix = suffixes[Math.floor(rest / lines.length) % suffixes.length];
  const series = number >= count ? ` ${Math.floor(number / count) + 1}` : '';
  return `${lastNames[number % lastNames.length]} ${line.charAt(0).toUpperCase()}${line.slice(1)} ${suffix}${series}`;
}

/** 'Weber Software Group'. */
export function createCompany(source: Source): Generator {
  const { stream } = source;
  return {
    name: 'company',
    description: 'company names',
    at: (row) => companyOf(stream.below(row, count)),
    distinct: (needed) => ({ size: Math.max(count, needed), at: companyOf, isOrdered: false }),
  };
}
