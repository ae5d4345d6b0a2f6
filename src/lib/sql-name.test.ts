import { expect, it } from 'vitest';
import { foldName, isSameName } from './sql-name.ts';

it('folds ASCII letters and no others, as SQLite does', () => {
  expect(isSameName('Products', 'pRODUCTS')).toBe(true);
  expect(foldName('ÉTÉ_2 [x]')).toBe('ÉtÉ_2 [x]');
  expect(isSameName('É', 'é')).toBe(false);
  // Whose lower case is an ASCII letter (KELVIN SIGN), or longer than it is.
  expect(isSameName('\u212a', 'k')).toBe(false);
  expect(foldName('İ')).toBe('İ');
});
