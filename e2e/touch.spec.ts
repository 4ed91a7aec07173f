import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

test('on a phone the whole journey goes by touch', async ({ browser, baseURL }) => {
  test.slow();
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const playground = new PlaygroundPage(page);
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await playground.open();

  await tab('Test upload').tap();
  await playground.upload.getByRole('button', { name: 'clip' }).tap();
  await expect(playground.parameter('File name')).toHaveValue(/\.mp4$/);
  await playground.send.tap();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(playground.verdict.getByText('Upload succeeded')).toBeInViewport({ ratio: 1 });
  await expect(playground.response.getByRole('button', { name: 'Play the clip' })).toBeInViewport();

  await tab('Request').tap();
  await playground.url.locator('[data-param="to"]').tap();
  const card = page.getByRole('dialog');
  await expect(card).toBeInViewport({ ratio: 1 });
  await card.getByRole('button', { name: 'Edit value' }).tap();
  await expect(playground.parameter('to')).toBeFocused();
  await expect(playground.parameter('to')).toBeInViewport({ ratio: 1 });

  await tab('Account XML').tap();
  // No keys are named where there is no keyboard.
  await expect(playground.account.getByText('indents')).toBeHidden();
  await page.getByRole('button', { name: 'More' }).tap();
  await page.getByRole('menuitem', { name: 'Reference' }).tap();
  const reference = page.getByRole('region', { name: 'Reference' });
  await reference.getByRole('textbox', { name: 'Search the Reference' }).fill('TPL-8');
  await expect(reference.getByRole('article', { name: /^TPL-8/ })).toBeInViewport();
  await reference.getByRole('button', { name: 'Close the Reference' }).tap();
  await expect(reference).toHaveCount(0);
  await expect(playground.account).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await context.close();
});
