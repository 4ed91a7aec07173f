import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

class Scenarios extends PlaygroundPage {
  readonly button: Locator;
  readonly list: Locator;
  readonly field: Locator;
  /** What is said of the edit. */
  readonly notice: Locator;

  constructor(page: Page) {
    super(page);
    this.button = this.upload.getByRole('button', { name: /^Demo server: / });
    this.list = page.getByRole('listbox', { name: 'Behaviour of the demo server' });
    this.field = page.getByRole('combobox', { name: 'Filter: Behaviour of the demo server' });
    this.notice = this.account.getByText(/^(Demo server: |Your own URL is back)/);
  }

  async choose(title: string): Promise<void> {
    await this.button.click();
    await this.list.getByRole('option', { name: new RegExp(`^${title}`) }).click();
    await expect(this.list).toHaveCount(0);
  }
}

const own = `<accounts>\r
 <account><title>other</title><genericMediaUploadUrl>https://other.example/</genericMediaUploadUrl></account>\r
 <account>\r
  <genericMediaUploadUrl><![CDATA[https://media.example/up?a=1&b=%to%]]></genericMediaUploadUrl>\r
  <genericMediaUploadAuthUsername>me</genericMediaUploadAuthUsername>\r
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>\r
 </account>\r
</accounts>\r
`;

test('the demo server’s behaviour is a state that is seen, chosen by keyboard and given back, also after a reload', async ({
  page,
}) => {
  const playground = new Scenarios(page);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  await playground.open();
  const { button, list, field, notice } = playground;
  await expect(button).toHaveText('Demo server: works normally');
  await page.getByLabel('Account XML file').setInputFiles({
    name: 'own.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from(own),
  });
  await playground.parameter('Account').selectOption('2');
  await expect(button).toHaveText('Demo server: not used');
  await playground.send.focus();
  await playground.tabTo(button);
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(list.getByRole('option', { checked: true })).toHaveText(
    'Your own URLhttps://media.example/up',
  );
  await page.keyboard.type('asks');
  await expect(list.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(button).toBeFocused();
  await expect(button).toHaveText('Demo server: answers 401, asks for Digest');
  await expect(notice).toContainText(
    'Changed: genericMediaUploadUrl, genericMediaUploadAuthUsername and genericMediaUploadAuthPassword.',
  );
  await expect(notice).toContainText('Nothing was sent yet.');

  // The next one by one key: in the place of the one before, with what that brought.
  await page.keyboard.press('F9');
  await expect(button).toHaveText('Demo server: answers 401, asks for Basic');
  await page.keyboard.press('F9');
  await expect(button).toHaveText('Demo server: HTML error page');
  const led = await playground.copyXml();
  expect(led).toContain('<![CDATA[http://');
  expect(led).toContain('<genericMediaUploadAuthUsername>me<');
  expect(led).not.toContain('demo-password');
  // All of it is one step.
  await playground.editor.press('ControlOrMeta+Z');
  await expect(button).toHaveText('Demo server: not used');
  expect(await playground.copyXml()).toBe(own);
  await playground.editor.press('ControlOrMeta+Y');
  await expect(button).toHaveText('Demo server: HTML error page');

  await page.reload();
  await playground.editorReady();
  await expect(button).toHaveText('Demo server: HTML error page');
  await playground.choose('Works normally');
  await expect(playground.url).toHaveText(/\/demo\/upload$/);
  await playground.choose('Your own URL');
  await expect(notice).toContainText('Your own URL is back.');
  await expect(button).toHaveText('Demo server: not used');
  expect(await playground.copyXml()).toBe(own);
  expect(sent).not.toContain('/api/send');
});

test('a scenario brings the file that it needs, and sends at once where that is asked for', async ({
  page,
}) => {
  const playground = new Scenarios(page);
  await playground.open();
  const { button, field } = playground;
  await playground.choose('Resets during the upload');
  await expect(playground.parameter('File name')).toHaveValue('sample-12-mb.mp4');
  await expect(playground.notice).toContainText('Using the 12 MB sample');
  await playground.account.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(playground.parameter('File name')).toHaveValue('sample.jpg');
  await expect(button).toHaveText('Demo server: works normally');
  await expect(playground.upload).toContainText('Using the sample photo.');

  await button.click();
  await page.getByRole('checkbox', { name: 'Send at once' }).check();
  await field.fill('never answers');
  await field.press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  // What is under way makes way for it.
  await playground.choose('402 with a message');
  await expect(page.getByRole('status')).toHaveText(/^Upload failed/);
  await expect(button).toHaveText('Demo server: answers 402 with a message');
  await expect(playground.notice).toHaveText(
    'Demo server: answers 402 with a message. Changed: genericMediaUploadUrl.',
  );
  await page.keyboard.press('F9');
  await expect(button).toHaveText('Demo server: redirects');
  await expect(page.getByRole('status')).not.toHaveText(/Not enough credit/);
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
      await expect(playground.url).toContainText('scenario=');
      await playground.send.click();
      await expect(page.getByRole('status')).toHaveText(outcome);
      // HDR-6: the credentials are there, and over http they stay there.
      if (title.endsWith('Basic'))
        await expect(playground.response.getByText(/never answered over http/)).toBeVisible();
    });
  }
});

test('a document that can’t be led there is left as it is, and why is said', async ({ page }) => {
  const playground = new Scenarios(page);
  await playground.open();
  await playground.setXml('<other/>');
  await expect(playground.send).toBeDisabled();
  await playground.button.click();
  await playground.list.getByRole('option', { name: /^Never answers/ }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(
    /^The Account XML was left as it is: /,
  );
  await page.keyboard.press('Escape');
  await expect(playground.button).toBeFocused();
  await page.keyboard.press('F9');
  await expect(playground.account.getByText(/^The Account XML was left as it is: /)).toBeVisible();
  expect(await playground.copyXml()).toBe('<other/>');
  const half = '<account>\n<genericMediaUploadUrl>https://m.example/\n<username>x</username>\n</account>';
  await playground.setXml(half);
  await playground.choose('Never answers');
  expect(await playground.copyXml()).toContain('<username>x</username>\n</account>');
  await playground.choose('Your own URL');
  expect(await playground.copyXml()).toBe(half);
});

// At 1440 px accessibility.spec.ts looks at both.
test('the list fits on a phone and can be used there by everybody', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 780 });
  const playground = new Scenarios(page);
  await playground.open();
  await playground.showPane('Test upload');
  await playground.button.click();
  const popup = page.getByRole('dialog', { name: 'Behaviour of the demo server' });
  await expect(popup.getByRole('option').first()).toBeVisible();
  await expectAccessible(page, 'the list', '[role="dialog"]');
  const box = await popup.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(780);
  await popup.getByRole('option', { name: /^Closes without replying/ }).click();
  await expect(playground.button).toHaveText('Demo server: closes without replying');
});
