import { expect, test } from '../support/test.ts';
import { accountXml, openPage, readStore, secret, twoUploads } from './history-page.ts';

test('an upload is restored without its passwords, which can be undone', async ({ context, playground }) => {
  const page = await twoUploads(context, new URL(playground.url).origin);
  await page.row(1).click();
  await page.history.getByRole('button', { name: 'Restore configuration' }).click();
  await expect(page.history).toHaveCount(0);
  await expect(page.headers).toContainText('X-Tenant: acme');
  await expect(page.parameter('description')).toHaveValue('Hello you');
  await expect(
    page.account.getByText(
      'Replaced by the configuration of a kept upload. Its passwords were not kept: enter them again.',
    ),
  ).toBeVisible();
  expect(await page.copyXml()).not.toContain(secret);
  await page.account.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.headers).toContainText('X-Tenant: beta');
  expect(await page.copyXml()).toContain(secret);
});

test('passwords are kept where the person says so, and hidden on screen all the same', async ({
  context,
  playground,
}) => {
  const page = await openPage(context);
  await page.button.click();
  await page.history.getByRole('checkbox', { name: 'Keep passwords in the history' }).check();
  await page.page.keyboard.press('Escape');
  await page.setXml(accountXml(new URL(playground.url).origin, 'acme'));
  await expect(page.headers).toContainText('X-Tenant: acme');
  await page.sendOne();
  expect(JSON.stringify(await readStore(page.page, 'uploads'))).not.toContain(secret);
  await page.button.click();
  await page.row(0).click();
  await page.history.getByText(/^Request: 8 headers/).click();
  await expect(page.history).toContainText('Authorization: Bearer {AUTHORIZATION}');
  await page.page.getByRole('button', { name: 'Show passwords' }).click();
  await expect(page.history).toContainText(`Authorization: Bearer ${secret}`);
  await page.page.getByRole('button', { name: 'Show passwords' }).click();
  await page.setXml('<account/>');
  await page.history.getByRole('button', { name: 'Restore configuration' }).click();
  await expect(page.headers).toContainText('X-Tenant: acme');
  expect(await page.copyXml()).toContain(secret);
  // Then nothing more is kept.
  await page.button.click();
  await page.history.getByRole('checkbox', { name: 'Keep a history' }).uncheck();
  await page.send.first().click();
  await expect(page.verdict).toBeVisible();
  await expect(page.rows).toHaveCount(1);
});
