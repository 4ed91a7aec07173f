import { PlaygroundPage } from './support/playground-page.ts';
import type { Served } from './support/serve.ts';
import { startHosted } from './support/serve-hosted.ts';
import { test as base, expect } from './support/test.ts';

const test = base.extend<object, { readonly playground: Served }>({
  playground: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
    async ({}, use) => {
      const served = await startHosted({ limits: { requestBytes: 5_000_000 } });
      await use(served);
      await served.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

test('a playground for many says that its server sends, and sends its example to its demo server', async ({
  page,
  playground,
}) => {
  const shown = new PlaygroundPage(page);
  await shown.open();
  await expect(shown.upload).toContainText('Sends to: built-in demo server');
  await expect(page.getByText('Sent from the playground’s server')).toBeVisible();
  await expect(page.getByText('this computer')).toHaveCount(0);
  await expect(shown.url).toContainText(`${playground.url}demo/upload`);
  await shown.send.click();
  await expect(shown.verdict).toHaveText(/^Upload succeeded/);
  const arrived = shown.response.getByRole('region', { name: 'What arrived' });
  await expect(arrived).toContainText('its demo server shows nobody what it received');
});

test('what is painted before its script runs says so, too', async ({ page, playground }) => {
  const response = await page.goto('/');
  const html = await response?.text();
  expect(html).toContain('Sent from the playground’s server');
  expect(html).toContain(`>${new URL(playground.url).origin}</span>`);
  expect(html).not.toContain('this computer');
});

test('a server in a private network is refused in words, and what to do', async ({ page }) => {
  const shown = new PlaygroundPage(page);
  await shown.open();
  await shown.setXml(
    '<account><genericMediaUploadUrl>http://10.0.0.1/up</genericMediaUploadUrl><genericMediaUploadMultipartData>f=%media_content%</genericMediaUploadMultipartData></account>',
  );
  await shown.send.click();
  await expect(shown.response).toContainText('this address is not allowed');
  await expect(shown.response).toContainText('10.0.0.1 is not a public address (private)');
  await expect(shown.response).toContainText('start the playground on your own computer');
});

test('an upload over its limit is refused in words', async ({ page }) => {
  const shown = new PlaygroundPage(page);
  await shown.open();
  const buffer = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(6_000_000)]);
  await shown.chooseFile({ name: 'large.jpg', mimeType: 'image/jpeg', buffer });
  await shown.send.click();
  await expect(shown.response).toContainText('the playground’s own server refused the upload');
  await expect(shown.response).toContainText('This playground takes uploads of at most 5000000 bytes');
});
