// Runs the end-to-end tests over the built app, with a Chromium that it finds or installs.
// Arguments go on to Playwright: `npm run e2e -- e2e/share.spec.ts`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const isRoot = process.getuid?.() === 0;

if (!existsSync('dist/index.html'))
  fail('There is no built app to test. Run `npm run build` first.');

const browser = look() ?? install();
console.log(`Browser: ${browser.path}`);

const env = { ...process.env };
// Playwright's own needs no path: headless runs use its smaller headless shell.
if (browser.source === 'playwright') delete env.SQLDYNO_BROWSER;
else env.SQLDYNO_BROWSER = browser.path;
const tests = spawnSync(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
});
process.exit(tests.status ?? 1);

function look() {
  try {
    return findBrowser({ env: process.env, ownPath: chromium.executablePath() });
  } catch (error) {
    return fail(error.message);
  }
}

/** Tries Playwright's download, then Debian's package; says what to do when neither works. */
function install() {
  console.log('No Chromium found: installing one.');
  // System libraries need root; without it, asking for a password would hang.
  const options = isRoot ? ['--with-deps'] : [];
  const attempts = [[process.execPath, [playwright, 'install', ...options, 'chromium']]];
  if (isRoot && existsSync('/etc/debian_version')) {
    attempts.push(['apt-get', ['update', '-qq']]);
    attempts.push(['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']]);
  }
  const reports = [];
  for (const [command, args] of attempts) {
    const run = spawnSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const found = run.status === 0 ? look() : null;
    if (found) return found;
    const lines = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`.trim().split('\n');
    reports.push(`$ ${command} ${args.join(' ')}`, ...lines.slice(-5).map((line) => `  ${line}`));
  }
  return fail(
    `${reports.join('\n')}\nChromium could not be installed. Install Chromium or Google Chrome, or set SQLDYNO_BROWSER to its path, and run this again.`,
  );
}

function fail(message) {
  console.error(message);
  return process.exit(1);
}
