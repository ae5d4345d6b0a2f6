// On a touch screen the plain text field has the same commands.
import { expect, test } from './test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('the plain editor completes, formats, comments and runs', async ({ playground, page }) => {
  await page.goto('/');
  await expect(playground.bench).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: 'Edit' }).click();
  await playground.button('Add query').first().click();
  const editor = page.getByRole('textbox', { name: 'Query editor' });
  await editor.fill('select p. from products p where id=1');
  await editor.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(9, 9));
  await editor.focus();
  await page
    .getByRole('toolbar', { name: 'Completions' })
    .getByRole('button', { name: /^price/ })
    .click();
  await expect(editor).toHaveValue('select p.price from products p where id=1');
  const commands = page.getByRole('toolbar', { name: 'Commands of the Query editor' });
  await commands.getByRole('button', { name: 'Format' }).click();
  await expect(editor).toHaveValue(/select p\.price\nfrom products p\n/);
  await commands.getByRole('button', { name: 'Run statement' }).click();
  await expect(page.getByRole('grid', { name: /^Result of/ })).toBeVisible({ timeout: 30_000 });
  await playground.expectNoSidewaysScroll();
});
