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
  },
});
