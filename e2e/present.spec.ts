import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

test('presenting hides passwords for certain, and shows both ends of an upload in large type', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const target = new URL('/demo/upload', page.url());
  const secret = 'Zq7-secret';
  await playground.setXml(
    `<account><password>${secret}</password><genericMediaUploadUrl>${target}?to=%to%</genericMediaUploadUrl><genericMediaUploadAuthUsername>u</genericMediaUploadAuthUsername><genericMediaUploadAuthPassword>${secret}</genericMediaUploadAuthPassword><genericMediaUploadMultipartData>p=%account[password]%&amp;f=%media_content%</genericMediaUploadMultipartData></account>`,
  );
  await page.getByRole('button', { name: /assumptions? affect/ }).click();
  await page.getByRole('radio', { name: 'is sent as it is' }).check();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  const show = page.getByRole('button', { name: 'Show passwords' });
  await show.click();
  await expect(playground.body).toContainText(secret);

  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(playground.body).not.toContainText(secret);
  await expect(playground.parameter('account[password]')).toBeHidden();
  await expect(show).toBeHidden();
  await page.getByRole('tab', { name: 'Form' }).click();
  await expect(page.getByLabel('genericMediaUploadAuthPassword').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Show genericMediaUpload/ })).toHaveCount(0);
  const fontSize = await playground.body.evaluate((body) =>
    Number.parseFloat(getComputedStyle(body).fontSize),
  );
  expect(fontSize).toBeGreaterThanOrEqual(18);
  await expect(page.getByRole('region', { name: 'Problems' })).toBeHidden();

  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  for (const end of ['Sender', 'Recipient'])
    await expect(page.getByRole('region', { name: end }).getByRole('img')).toBeVisible();
  await expect(page.getByRole('button', { name: /^RES-/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(show).toHaveAttribute('aria-pressed', 'false');
  await expect(playground.body).not.toContainText(secret);
});
