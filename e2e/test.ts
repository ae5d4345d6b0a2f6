// The test function of the specs: gives each the page object, and fails on console errors.
import { test as base, expect } from '@playwright/test';
import { PlaygroundPage } from './playground.ts';

export const test = base.extend<{ playground: PlaygroundPage }>({
  playground: async ({ page }, use) => {
    const playground = new PlaygroundPage(page);
    await use(playground);
    playground.expectNoConsoleErrors();
  },
});

export { expect };
