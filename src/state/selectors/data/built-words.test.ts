import { expect, test } from 'vitest';
import { builtWords, notBuiltWords } from './built-words.ts';
import type { DatabaseFacts } from './database-facts.ts';

const facts: DatabaseFacts = {
  state: 'fresh',
  rowCount: 5,
  sizeBytes: 8192,
  buildMs: 1500,
  loadMs: null,
  engineName: 'sql.js',
  sqliteVersion: null,
  tickMs: null,
  notes: [],
};
const sentence = (patch: Partial<DatabaseFacts>, isImported = false) => {
  const words = builtWords({ ...facts, ...patch }, isImported);
  return words && words.time.text + words.ending;
};

test('says how the data came about', () => {
  expect(sentence({})).toMatch(/^built in 1\.50? s from this recipe\.$/);
  expect(sentence({ loadMs: 300 })).toMatch(/^restored in 300 ms from what this browser kept\.$/);
  expect(sentence({}, true)).toMatch(/from the file\.$/);
});

test('says of what is older that it will be made again', () => {
  expect(sentence({ state: 'older-recipe' })).toMatch(/ from an older recipe: Compare or Run/);
  expect(sentence({ state: 'older-schema', loadMs: 300 })).toMatch(/300 ms, from an older schema/);
  expect(builtWords({ ...facts, state: 'older-recipe' }, false)?.isStale).toBe(true);
});

test('says what to do while nothing is built', () => {
  expect(builtWords({ ...facts, buildMs: null }, false)).toBeNull();
  expect(notBuiltWords(1000, false)).toMatch(/1,000 rows will be made/);
  expect(notBuiltWords(0, true)).toMatch(/file is not loaded yet/);
});
