import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';
import { readStore, twoUploads } from './history-page.ts';

test('two uploads are compared: what differs first, the same folded', async ({ context, playground }) => {
  const page = await twoUploads(context, new URL(playground.url).origin);
  const picks = page.history.getByRole('checkbox', { name: /^Compare / });
  await picks.nth(1).check();
  await picks.nth(0).check();
  await page.history.getByRole('button', { name: 'Compare', exact: true }).click();
  const head = page.compared.getByRole('region', { name: 'Request head' });
  await expect(head).toContainText('Header X-Tenant');
  await expect(head.locator('mark')).toHaveText(['acme', 'beta']);
  await expect(page.compared.getByRole('region', { name: 'Parts' }).locator('mark')).toHaveText([
    'you',
    'all',
  ]);
  await expect(page.compared.getByText('Header Authorization')).toHaveCount(0);
  await page.compared.getByText(/^The same in both: \d+ items$/).click();
  await expect(
    page.compared.getByText('A password in it is masked and was not compared.').first(),
  ).toBeVisible();
  await expect(page.compared).toContainText('Media: SHA-256');
  await expectAccessible(page.page, 'two uploads compared');
  await page.page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page.page, 'two uploads compared, dark');
  await page.page.emulateMedia({ colorScheme: null });
  await page.page.keyboard.press('Escape');
  await page.history.getByRole('button', { name: 'Pick none' }).click();
  await expect(page.history.getByRole('checkbox', { name: /^Compare /, checked: true })).toHaveCount(0);
});

test('an upload is compared with the present request, and the history is cleared but for what is pinned', async ({
  context,
  playground,
}) => {
  const page = await twoUploads(context, new URL(playground.url).origin);
  await page.row(1).click();
  await page.history.getByRole('button', { name: 'Compare with present request' }).click();
  await expect(page.compared).toContainText('The present request has not been sent');
  await expect(page.compared.getByRole('region', { name: 'Request head' }).locator('mark')).toContainText([
    'acme',
    'beta',
  ]);
  await page.page.keyboard.press('Escape');
  await page.rows.nth(1).getByRole('button', { name: 'Pin' }).click();
  await page.history.getByRole('button', { name: 'Clear the history…' }).click();
  await page.history.getByRole('button', { name: 'Delete 1 upload, keep 1 pinned' }).click();
  await expect(page.rows).toHaveCount(1);
  await expect(page.rows.getByRole('button', { name: 'Unpin' })).toBeVisible();
  await page.history.getByRole('button', { name: 'Clear the history…' }).click();
  await page.history.getByRole('button', { name: 'Delete all 1, pinned ones too' }).click();
  await expect(page.history.getByText(/^Nothing sent yet/)).toBeVisible();
  expect(await readStore(page.page, 'uploadDetails')).toEqual([]);
});
