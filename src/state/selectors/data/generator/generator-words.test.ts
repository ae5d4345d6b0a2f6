import { expect, test } from 'vitest';
import { generatorWords } from './generator-words.ts';

test.each([
  ['price', 'prices from 1.00 to 9.00', '|prices| from 1.00 to 9.00'],
  ['whole number', 'whole numbers from 1 to 5', '|whole numbers| from 1 to 5'],
  ['word', '240 words', '240 |words|'],
  ['words', 'words, 3 to 9 characters in all', '|words|, 3 to 9 characters in all'],
  ['UUID', 'random UUIDs', 'random |UUIDs|'],
  ['sentences', 'one sentence', 'one |sentence|'],
  ['one of a list', 'one of 1, 2, 3', '|one of| 1, 2, 3'],
  ['list in turn', 'in turn 1, 2, 3', '|in turn| 1, 2, 3'],
  ['normal', 'normally distributed around 5', '|normally| distributed around 5'],
  // Of a name of which the description has a part only, nothing may go.
  ['decimal number', 'numbers from 1 to 5', '|decimal number| numbers from 1 to 5'],
  ['category', '24 shop groups', '|category| 24 shop groups'],
  ['sequence', '1, 2, 3, ...', '|sequence| 1, 2, 3, ...'],
  ['default', '', '|default| '],
])('%s: %s', (generator, description, expected) => {
  const { before, name, after } = generatorWords(generator, description);
  expect(`${before}|${name}|${after}`).toBe(expected);
});
