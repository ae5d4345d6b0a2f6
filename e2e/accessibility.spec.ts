// axe finds nothing serious, in both themes, before and after a run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test } from './test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

async function seriousFindings(page: Page): Promise<string[]> {
  // The page's policy forbids injected scripts; evaluating from outside is not subject to it.
  await page.evaluate(axeSource);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing serious in the ${colorScheme} theme`, async ({ playground, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await playground.open();
    await playground.expectRows('100,000 rows');
    expect(await seriousFindings(page)).toEqual([]);
    for (const tab of ['Schema', 'Data']) {
      await playground.showTab(tab);
      expect(await seriousFindings(page)).toEqual([]);
    }
    await playground.showTab('Queries');
    await playground.runQuery();
    await expect(page.getByRole('grid', { name: /^Result of/ })).toBeVisible({ timeout: 30_000 });
    expect(await seriousFindings(page)).toEqual([]);
    await playground.showTab('Plan');
    expect(await seriousFindings(page)).toEqual([]);
    for (const lab of ['Writes', 'Scale', 'Storage'] as const) {
      await playground.showLab(lab);
      expect(await seriousFindings(page)).toEqual([]);
    }
    await playground.showTab('Bench');
    await playground.button('Share').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const dialog of ['Open or import file', 'Export', 'Stored data']) {
      await playground.choose('File', dialog);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await playground.showTab('Schema');
    await page.getByText('Diagram', { exact: true }).click();
    await expect(page.getByRole('img', { name: 'Diagram of the schema' })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  });
}
