import { expect, it } from 'vitest';
import { EngineFailure } from '../../../model/errors.ts';
import { isShortOfMemory, refusingDamage } from './sqlite-answer.ts';

function told(thrown: Error): string {
  try {
    refusingDamage(() => {
      throw thrown;
    });
  } catch (caught) {
    if (caught instanceof EngineFailure) return caught.error.message;
    if (caught instanceof Error) return caught.message;
  }
  return 'nothing';
}

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

it.each([
  named('Error', 'out of memory'),
  named('Error', 'SQLITE_NOMEM: sqlite3 result code 7: out of memory'),
  new RangeError('Array buffer allocation failed'),
  named('RuntimeError', 'Aborted(OOM). Build with -sASSERTIONS for more info.'),
  named('InternalError', 'allocation size overflow'),
])('%s is a want of memory, not damage', (thrown) => {
  expect(told(thrown)).toMatch(/^There is not enough memory in this browser to open the file/);
});

it.each([
  named('Error', 'database disk image is malformed'),
  named('RuntimeError', 'memory access out of bounds'),
  named('RuntimeError', 'Out of bounds memory access'),
])('%s is damage', (thrown) => {
  expect(told(thrown)).toMatch(/damaged/);
});

it('is not deceived by names in a message', () => {
  expect(isShortOfMemory(new Error('UNIQUE constraint failed: allocation.id'))).toBe(false);
  expect(isShortOfMemory(new Error('no such table: memory'))).toBe(false);
});
