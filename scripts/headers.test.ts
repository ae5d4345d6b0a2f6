import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isolationHeaders, securityHeaders } from './headers.ts';

it('static hosts get the headers that the preview server sends', () => {
  const text = readFileSync(new URL('../public/_headers', import.meta.url), 'utf8');
  const expected = Object.entries({ ...isolationHeaders, ...securityHeaders }).map(
    ([name, value]) => `  ${name}: ${value}\n`,
  );
  expect(text).toBe(`/*\n${expected.join('')}`);
});

it('the page needs no inline script, which the policy forbids', () => {
  const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
  expect(securityHeaders['Content-Security-Policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(page.match(/<script(?![^>]*\bsrc=)/g)).toBeNull();
  expect(page).not.toMatch(/\son\w+=/);
});
