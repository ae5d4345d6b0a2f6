// The end-to-end tests: one Chromium over the built app, served as `npm start` serves it.
import { defineConfig, devices } from '@playwright/test';

// A port of its own, so that a running `npm start` is left alone.
const address = { host: '127.0.0.1', port: 4180 };
const baseURL = `http://${address.host}:${address.port}`;
const executablePath = process.env.SQLDYNO_BROWSER;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  // Times are part of what is tested: two pages at once would disturb each other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
    // Recording costs about a tenth of the time: asked for when a journey has failed.
    trace: process.env.SQLDYNO_TRACE === undefined ? 'off' : 'retain-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        // Chromium's sandbox refuses to start as root.
        ...(isRoot ? ['--no-sandbox'] : []),
        // Without these it calls home, which a closed network refuses many times a second.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
        '--disable-gpu',
      ],
    },
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host ${address.host} --port ${address.port} --strictPort`,
    url: baseURL,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
