// The values behind the placeholders of a template.
// Which placeholders there are stands in model/recipe/template.ts.
import { capitalized } from '../../../../lib/format/capitalized.ts';
import type { PlaceholderName, TemplatePart } from '../../../model/recipe/template.ts';
import type { Source } from '../../generator.ts';
import people from '../../pools/people.json';
import places from '../../pools/places.json';
import productPools from '../../pools/products.json';
import words from '../../pools/words.json';
import { personOf } from '../people/person.ts';
import { departmentOf, departments } from '../products/departments.ts';

/** All that one placeholder can become, by number. */
export interface PlaceholderValues {
  size: number;
  at(number: number): string;
  /** Of the same number of characters, all of them. */
  isFixedWidth: boolean;
  /** Digits alone ('digits'), or no digit at all ('none'). */
  digits: 'digits' | 'none';
  /** True when some value contains the character. */
  contains(character: string): boolean;
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at).padStart(2, '0'));
const smallLetters = [...'abcdefghijklmnopqrstuvwxyz'];

const lists: Record<Exclude<PlaceholderName, 'row' | 'name'>, readonly string[]> = {
  'first name': people.firstNames,
  'last name': people.lastNames,
  city: places.cities,
  state: places.states,
  country: places.countries,
  category: departments.map((department) => department.name),
  color: productPools.colors.map((color) => color.toLowerCase()),
  word: words.nouns,
  Word: words.nouns.map(capitalized),
  adjective: words.adjectives,
  Adjective: words.adjectives.map(capitalized),
  verb: words.verbs,
  digit: [...'0123456789'],
  letter: smallLetters,
  Letter: smallLetters.map(capitalized),
  year: numbers(2015, 2025),
  month: numbers(1, 12),
  day: numbers(1, 28),
};

/** The values of a part; null for literal text and for the row's number. */
export function valuesOf(part: TemplatePart): PlaceholderValues | null {
  if (part.kind === 'text' || (part.kind === 'placeholder' && part.name === 'row')) return null;
  if (part.kind === 'range') {
    const { min, max, width } = part;
    return {
      size: max - min + 1,
      at: (number) => String(min + number).padStart(width, '0'),
      isFixedWidth: String(min).padStart(width, '0').length === String(max).length,
      digits: 'digits',
      contains: (character) => /\d/.test(character),
    };
  }
  if (part.name === 'name') return fullNames();
  return listed(lists[part.name as keyof typeof lists]);
}

function listed(list: readonly string[]): PlaceholderValues {
  const once = [...new Set(list)];
  const [first = ''] = once;
  return {
    size: once.length,
    at: (number) => once[number] ?? '',
    isFixedWidth: once.every((value) => value.length === first.length),
    digits: once.every((value) => /^\d+$/.test(value)) ? 'digits' : 'none',
    contains: (character) => once.some((value) => value.includes(character)),
  };
}

function fullNames(): PlaceholderValues {
  const [firsts, lasts] = [listed(people.firstNames), listed(people.lastNames)];
  return {
    size: firsts.size * lasts.size,
    at: (number) =>
      `${firsts.at(number % firsts.size)} ${lasts.at(Math.floor(number / firsts.size))}`,
    isFixedWidth: false,
    digits: 'none',
    contains: (character) =>
      character === ' ' || firsts.contains(character) || lasts.contains(character),
  };
}

/**
 * The text of a part in each row. Names and category are those of the row, as other columns have
 * them, the first time that they stand in a template; `label` tells the draws of parts apart.
 */
export function drawnValue(
  part: TemplatePart,
  source: Source,
  label: string,
  isFirst: boolean,
): (row: number) => string {
  if (part.kind === 'text') return () => part.text;
  if (part.kind === 'placeholder') {
    const { name } = part;
    if (name === 'row') return (row) => String(row + 1);
    const person = personOf(isFirst ? source.shared : source.stream.split(label));
    if (name === 'first name') return person.first;
    if (name === 'last name') return person.last;
    if (name === 'name') return (row) => `${person.first(row)} ${person.last(row)}`;
    if (name === 'category' && isFirst) {
      const department = departmentOf(source);
      return (row) => lists.category[department(row)] ?? '';
    }
  }
  const values = valuesOf(part);
  const stream = source.stream.split(label);
  return (row) => values?.at(Math.floor(stream.unit(row) * values.size)) ?? '';
}
