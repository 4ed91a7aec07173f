import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/axe.ts';
import { PlaygroundPage } from '../support/playground-page.ts';
import { expect, test } from '../support/test.ts';

test('a server that receives the request is downloaded as a zip', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Server to receive it/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Server to receive it' });
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page, 'with the dialog');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download for Go' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('receiver-go.zip');
  const bytes = await readFile(await file.path());
  expect(bytes.toString('latin1', 0, 2)).toBe('PK');
  expect(bytes.includes('receiver-go/main.go')).toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
