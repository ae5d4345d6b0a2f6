// Takes the picture of the README from the built app: `npm run build && node scripts/screenshot.mjs`.
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from './find-browser.mjs';

const browserFound = findBrowser({ env: process.env, ownPath: chromium.executablePath() });
if (!browserFound)
  throw new Error('No Chromium found: run `npm run e2e` once, which installs one.');

const server = await preview({ preview: { port: 4181, strictPort: true }, logLevel: 'error' });
const browser = await chromium.launch({
  executablePath: browserFound.path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto('http://localhost:4181/');
  const status = page.getByRole('status');
  await status.getByText('Ready').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await status.getByText('Measuring').waitFor({ timeout: 30_000 });
  await status.getByText('Ready').waitFor({ timeout: 120_000 });
  await page.getByRole('gridcell', { name: 'expensive in a category in B' }).click();
  mkdirSync('docs', { recursive: true });
  await page.screenshot({ path: 'docs/screenshot.png' });
} finally {
  await browser.close();
  await server.close();
}
