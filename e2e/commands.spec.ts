import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

test('all commands are in one list, by keyboard, the last one first', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const palette = page.getByRole('dialog', { name: 'All commands' });
  const search = palette.getByRole('combobox', { name: 'Search commands' });
  const options = palette.getByRole('option');

  await playground.parameter('to').focus();
  await page.keyboard.press('ControlOrMeta+K');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(playground.parameter('to')).toBeFocused();

  // The editor's own key for such a list opens this one.
  await playground.editor.focus();
  await page.keyboard.press('F1');
  await search.pressSequentially('theme dark');
  await expect(options).toHaveText(['Theme: dark', 'Search the Reference for “theme dark”']);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(playground.editor).toBeFocused();

  // What the editor itself can do is in it, and is done at its cursor.
  const before = await playground.copyXml();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F1');
  await search.fill('comment');
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.copyXml()).toBe(before.replace('<account>', '<!-- <account> -->'));
  await page.keyboard.press('ControlOrMeta+Z');

  await page.keyboard.press('ControlOrMeta+K');
  await search.fill('bytes');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Bytes' })).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('ControlOrMeta+K');
  await expect(options.first()).toHaveText('Show the request as bytes');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await search.fill('no such command');
  await expect(palette).toContainText('No command has these words');
  await search.fill('send test');
  await page.keyboard.press('Enter');
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
});
