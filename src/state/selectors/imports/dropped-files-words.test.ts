import { expect, test } from 'vitest';
import { droppedFilesWords } from './dropped-files-words.ts';

test('of several files it is said which one is taken', () => {
  expect(droppedFilesWords(['x.csv', 'y.csv'])).toBe(
    '2 files were dropped; one is taken at a time: x.csv.',
  );
  expect(droppedFilesWords(['x.csv'])).toBeNull();
});
