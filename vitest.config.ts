import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/seed-properties.ts'],
    testTimeout: 20_000,
    maxWorkers: 2,
    // Modules keep no state between tests; loading them once a worker halves the time.
    isolate: false,
    // Tests make much that is soon garbage: with room for it (MB) a tenth of the time is saved.
    execArgv: ['--min-semi-space-size=16', '--max-semi-space-size=64'],
    // Keeps what was transformed in node_modules, by content: only what changed is transformed again.
    experimental: { fsModuleCache: true },
  },
});
