import { expect, test } from 'vitest';
import { noStepsSentence } from './no-steps.ts';

test.each([
  ['PRAGMA table_info(t)', /PRAGMA asks or tells SQLite itself/],
  ['-- a word\ncreate table t(a)', /CREATE works on the schema/],
  ['EXPLAIN SELECT 1', /Leave the word out/],
  ['/* nothing */', /nothing to plan/],
  ['BEGIN', /without reading a table/],
])('%s', (sql, sentence) => {
  expect(noStepsSentence(sql)).toMatch(sentence);
});
