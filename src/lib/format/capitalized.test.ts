import { expect, it } from 'vitest';
import { capitalized } from './capitalized.ts';

it('raises the first letter and leaves the rest', () => {
  expect(capitalized('goes to T')).toBe('Goes to T');
  expect(capitalized('éa')).toBe('Éa');
  expect(capitalized('')).toBe('');
});
