import { expect, it } from 'vitest';
import { codeFence } from './code-fence.ts';

it('is longer than any run of backticks in the code', () => {
  expect(codeFence('SELECT 1')).toBe('```');
  expect(codeFence('SELECT `a`, ``b``')).toBe('```');
  expect(codeFence('```\nSELECT 1\n````')).toBe('`````');
});
