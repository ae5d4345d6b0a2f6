import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.mjs';

const ownPath = '/home/me/.cache/ms-playwright/chromium/chrome';

function find(existing: string[], env: Record<string, string> = {}) {
  const PATH = ['/usr/local/bin', '/usr/bin'].join(delimiter);
  return findBrowser({
    env: { PATH, ...env },
    ownPath,
    isExecutable: (path) => existing.includes(path),
  });
}

describe('the browser of the end-to-end tests', () => {
  it('is the one that the environment names', () => {
    const env = { SQLDYNO_BROWSER: '/opt/chrome' };
    expect(find(['/opt/chrome', ownPath], env)).toEqual({
      source: 'environment',
      path: '/opt/chrome',
    });
    expect(() => find([ownPath], env)).toThrow(/SQLDYNO_BROWSER names \/opt\/chrome/);
  });

  it('is else Playwright’s own, else the system’s, else none', () => {
    const system = ['/usr/bin/google-chrome', '/usr/bin/chromium'];
    expect(find([ownPath, ...system])?.source).toBe('playwright');
    expect(find(system)).toEqual({ source: 'system', path: '/usr/bin/chromium' });
    expect(find(['/usr/local/bin/google-chrome'])?.path).toBe('/usr/local/bin/google-chrome');
    expect(find([])).toBeNull();
  });
});
