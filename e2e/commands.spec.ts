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

test('every button of the bar and every entry of its menus is in the list of all commands', async ({
  page,
}) => {
  await page.setViewportSize({ width: 2000, height: 900 });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const bar = page.getByRole('banner');
  const named = (selector: string, attribute: string) =>
    page
      .locator(selector)
      .evaluateAll(
        (elements, name) => elements.map((element) => element.getAttribute(name) ?? ''),
        attribute,
      );
  const offered = await named('[data-bar-item] [data-command]:enabled', 'data-command');
  const menus = await bar.locator('[aria-haspopup="menu"]').all();
  expect(menus.length).toBeGreaterThan(1);
  // Whatever stands in the bar is a command or a menu of commands.
  expect(offered.length + menus.length).toBe(await bar.locator('button').count());
  for (const menu of menus) {
    await menu.click();
    await page.getByRole('menuitem').first().waitFor();
    const entries = await named('[role=menuitem]:not([aria-disabled])', 'data-option');
    expect(entries.every((id) => id !== '')).toBe(true);
    offered.push(...entries);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menuitem')).toHaveCount(0);
  }
  expect(offered.length).toBeGreaterThan(15);

  await page.keyboard.press('ControlOrMeta+K');
  const palette = page.getByRole('dialog', { name: 'All commands' });
  await expect(palette.getByRole('option', { name: 'Reset everything' })).toHaveCount(1);
  const listed = await named('[role=option]', 'data-option');
  expect(offered.filter((id) => !listed.includes(id))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);

  // A behaviour of the demo server, and back; what drafts keep.
  const search = palette.getByRole('combobox');
  const run = async (words: string) => {
    await expect(search).toBeFocused();
    await search.fill(words);
    await page.keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
  };
  await run('demo server answers 402');
  await expect(page.getByRole('button', { name: /^Demo server: answers 402/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  await run('behaviour of the demo server');
  await expect(page.getByRole('listbox', { name: 'Behaviour of the demo server' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+K');
  await run('demo server works normally');
  await expect(page.getByRole('button', { name: 'Demo server: works normally' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  await run('keep passwords in drafts');
  await page.keyboard.press('ControlOrMeta+K');
  await run('forget all drafts');
  await expect(playground.account).toContainText('All drafts are forgotten.');
  await page.getByRole('button', { name: /^Draft/ }).click();
  await expect(page.getByRole('checkbox', { name: 'Keep passwords in drafts' })).toBeChecked();
});
