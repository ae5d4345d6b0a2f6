// Names of products that fit the category of their row.
// The departments stand in departments.ts.

import { createPermutation } from '../../draws/permutation.ts';
import type { Generator, Source } from '../../generator.ts';
import pools from '../../pools/products.json';
import { departmentOf, departments } from './departments.ts';

const { adjectives, materials, editions, colors } = pools;
const nounsEach = Math.min(...departments.map((department) => department.nouns.length));
// Joined once: joining two texts for each name is much faster than joining five.
const openings = materials.flatMap((material) =>
  adjectives.map((adjective) => `${adjective} ${material} `),
);
/** Names without edition and colour. */
const plainNames = adjectives.length * materials.length * nounsEach;
/** One plain name, then one for each edition, each colour, each pair of them. */
const variants = (editions.length + 1) * (colors.length + 1);
const maxNumber = 4294967296;

/** 'Compact Steel Desk Lamp'; UNIQUE and many rows add an edition and a colour. */
export function createProductName(source: Source): Generator {
  const { stream } = source;
  const department = departmentOf(source);
  const edition = stream.split('edition');

  /** `number` chooses the words, the row its department. */
  function nameOf(row: number, number: number): string {
    const slot = Math.floor(number / openings.length) % nounsEach;
    const noun = departments[department(row)]?.nouns[slot];
    return `${openings[number % openings.length]}${noun}`;
  }

  return {
    name: 'product',
    description: 'product names that fit their category',
    at(row) {
      const name = nameOf(row, stream.below(row, plainNames));
      const chosen = edition.below(row, editions.length * 3);
      return chosen < editions.length ? `${name} ${editions[chosen]}` : name;
    },
    // Distinct words in one department, distinct nouns across departments: names never meet.
    distinct(needed) {
      const used = Math.max(1, Math.ceil(needed / plainNames));
      const words = createPermutation(plainNames * used, stream.split('words'));
      return {
        size: maxNumber,
        isOrdered: true,
        at(row) {
          const number = row < words.size ? words.at(row) : row;
          return nameOf(row, number % plainNames) + variant(Math.floor(number / plainNames));
        },
      };
    },
  };
}

function variant(number: number): string {
  const edition = number % (editions.length + 1);
  const color = Math.floor(number / (editions.length + 1)) % (colors.length + 1);
  const series = Math.floor(number / variants);
  const words = [
    edition > 0 ? ` ${editions[edition - 1]}` : '',
    color > 0 ? `, ${colors[color - 1]}` : '',
    series > 0 ? ` ${series + 1}` : '',
  ];
  return words.join('');
}
