import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

class Scenarios extends PlaygroundPage {
  readonly button: Locator;
  /** What is said of the edit. */
  readonly note: Locator;

  constructor(page: Page) {
    super(page);
    this.button = this.upload.getByRole('button', { name: 'Try a failing server' });
    this.note = this.upload.getByText(/^The Account XML (now|was|leads)/);
  }

  async choose(title: string): Promise<void> {
    await this.button.click();
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${title}`) }).click();
  }
}

test('a failing server is chosen by keyboard: the document changes and nothing is sent; Undo takes it back', async ({
  page,
}) => {
  const playground = new Scenarios(page);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  await playground.open();
  const before = await playground.copyXml();
  await playground.send.focus();
  await playground.tabTo(playground.button);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio').first()).toBeVisible();
  await page.keyboard.type('Never');
  await expect(page.getByRole('menuitemradio', { name: /^Never answers/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(playground.url).toContainText('/demo/upload?scenario=never');
  await expect(playground.note).toContainText('genericMediaUploadUrl changed. Nothing was sent yet.');
  await expect(playground.button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { checked: true })).toHaveText(/^Never answers/);
  await page.keyboard.press('Escape');
  await playground.tabTo(playground.upload.getByRole('button', { name: 'Undo', exact: true }));
  await page.keyboard.press('Enter');
  await expect(playground.url).toContainText('reply=xml');
  await expect(playground.note).toHaveCount(0);
  expect(await playground.copyXml()).toBe(before);
  expect(sent).not.toContain('/api/send');
});

const scenarios: readonly [title: string, outcome: RegExp][] = [
  ['Resets during the upload', /^No reply: the server closed the connection/],
  ['Resets during its reply', /^No complete reply: /],
  ['413: too large', /^Upload failed.*The file is too large/],
  ['402 with a message', /^Upload failed.*Not enough credit/],
  ['401: asks for Digest', /^Upload succeeded/],
  ['401: asks for Basic', /^Upload failed/],
  ['HTML error page', /^Upload failed/],
  ['200 without media_url', /^Upload failed/],
  ['Endless headers', /^No reply: the reply’s headers are too large/],
  ['Not HTTP', /^No reply: the reply is not HTTP/],
  ['In chunks, with trailers', /^Upload succeeded/],
  ['Interim replies first', /^Upload succeeded/],
];

test('what a failing server does is seen when the upload is sent', async ({ page }) => {
  test.slow();
  const playground = new Scenarios(page);
  await playground.open();
  for (const [title, outcome] of scenarios) {
    await test.step(title, async () => {
      await playground.choose(title);
      await expect(playground.note).toContainText(`“${title}”`);
      await expect(playground.url).toContainText('scenario=');
      await playground.send.click();
      await expect(page.getByRole('status')).toHaveText(outcome);
      await expect(playground.note).toHaveCount(0);
      // HDR-6: the credentials are there, and over http they stay there.
      if (title.endsWith('Basic'))
        await expect(playground.response.getByText(/never answered over http/)).toBeVisible();
    });
  }
});

test('a document that holds no account is left as it is, and why is said', async ({ page }) => {
  const playground = new Scenarios(page);
  await playground.open();
  await playground.setXml('<other/>');
  await expect(playground.send).toBeDisabled();
  await playground.choose('Never answers');
  await expect(playground.note).toHaveText(/^The Account XML was left as it is: /);
  expect(await playground.copyXml()).toBe('<other/>');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`menu and note can be used by everybody, in ${colorScheme} colours and on a phone`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 780 });
    const playground = new Scenarios(page);
    await playground.open();
    await playground.button.click();
    await expect(page.getByRole('menuitemradio').first()).toBeVisible();
    // It scrolls with the arrow keys, which move the focus through it.
    const menu = await new AxeBuilder({ page })
      .include('[role="menu"]')
      .disableRules('scrollable-region-focusable')
      .analyze();
    expect(menu.violations).toEqual([]);
    const box = await page.getByRole('menu').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(780);
    await page.getByRole('menuitemradio', { name: /^Closes without replying/ }).click();
    await expect(playground.note).toBeVisible();
    const room = await new AxeBuilder({ page }).include('[aria-label="Test upload"]').analyze();
    expect(room.violations).toEqual([]);
  });
}
