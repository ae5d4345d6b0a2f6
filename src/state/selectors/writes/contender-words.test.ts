import { expect, test } from 'vitest';
import type { ContenderSubject, WriteContender } from '../../../engine/model/writes/writes.ts';
import { contenderWords } from './contender-words.ts';
import { shop } from './form/writes-facts.testing.ts';

const setups = shop.setups.map((setup, at) => ({
  ...setup,
  letter: (['A', 'B', 'C'] as const)[at] ?? 'A',
}));

function words(subject: ContenderSubject, groupId: string, indexes: string[] = []): string {
  const contender: WriteContender = {
    id: 'x',
    groupId,
    subject,
    isBaseline: false,
    technique: 'insert-prepared',
    batchSize: null,
    indexes,
  };
  return contenderWords(contender, { setups });
}

test('a contender is named by what it stands for, and its setup by the letter', () => {
  expect(words({ kind: 'technique', technique: 'insert-prepared' }, 'b')).toBe(
    'prepared, one transaction in B',
  );
  expect(words({ kind: 'batch-size', batchSize: 1000 }, 'a')).toBe('1,000 rows a statement in A');
  const set: ContenderSubject = { kind: 'index-set', indexSetId: 's' };
  expect(words(set, 'delete')).toBe('delete without indexes');
  expect(words(set, 'insert', ['i'])).toBe('insert with 1 index');
  const variant = { id: 'v', kind: 'check' as const, name: 'CHECK (a > 0)', sql: '', isOwn: true };
  expect(words({ kind: 'variant', variant }, 'all')).toBe('CHECK (a > 0)');
});
