import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBoth } from './support/axe.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const xml = (password: string, token: string) => `<account>
  <password>${password}</password>
  <genericMediaUploadUrl>https://my.example/%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>Authorization: Bearer ${token}</genericMediaUploadCustomHeaders>
</account>
`;

class SharePage extends PlaygroundPage {
  readonly dialog = this.page.getByRole('dialog', { name: 'Share this session' });
  readonly link = this.dialog.getByRole('textbox', { name: 'Link' });

  async share(): Promise<string> {
    await this.page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(this.link).toHaveValue(/#s=1\./);
    return this.link.inputValue();
  }

  /** Shares a session with two secrets; the dialog stays open. */
  async shareSecrets(): Promise<string> {
    await this.open();
    await this.setXml(xml('hunter2-a', 'hunter2-b'));
    await this.parameter('to').fill('+4201');
    await expect(this.url).toHaveText('POST https://my.example/%2B4201');
    return this.share();
  }

  /** As when a link is put into the address bar of the open page. */
  async follow(link: string): Promise<void> {
    await this.page.evaluate(
      (hash) => {
        window.location.hash = hash;
      },
      link.slice(link.indexOf('#')),
    );
    await expect.poll(() => this.page.url()).not.toContain('#');
  }

  notice(text: RegExp) {
    return this.account.getByText(text);
  }
}

/** All that a page asks for that is no file of its own. */
function watchSending(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' || /\/(?:api|demo)\//.test(request.url())) asked.push(request.url());
  });
  return asked;
}

test('sharing says what goes and what stays out, and is used by keyboard', async ({ page }) => {
  const one = new SharePage(page);
  const link = await one.shareSecrets();
  await expect(one.link).toBeFocused();
  await expect(one.dialog).toContainText('characters: fits mail and chat');
  await expect(one.dialog.getByRole('listitem')).toHaveCount(2);
  await expect(one.dialog).toContainText(
    'The value of password is a secret by its name. In its place: PASSWORD',
  );
  await expect(one.dialog).not.toContainText('hunter2');
  await expectAccessibleInBoth(page, 'sharing');
  await page.emulateMedia({ colorScheme: 'light' });

  await test.step('copied, a secret put in, closed', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(one.dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(one.dialog.getByRole('checkbox', { name: 'Include password' })).toBeChecked();
    await expect(one.dialog).toContainText(
      'One secret goes along: whoever has the link or the file can read it',
    );
    const whole = await one.link.inputValue();
    expect(whole).not.toBe(link);
    await page.keyboard.press('Escape');
    await expect(one.dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();
  });
});

test('a link opens as the same session in another tab, without its secrets, and sends nothing', async ({
  page,
  context,
}) => {
  const one = new SharePage(page);
  const link = await one.shareSecrets();
  await one.dialog.getByRole('checkbox', { name: 'Include password' }).check();
  await expect(one.link).not.toHaveValue(link);
  const whole = await one.link.inputValue();

  const two = new SharePage(await context.newPage());
  const asked = watchSending(two.page);
  await two.page.goto(link);
  // No other session is seen before it.
  await expect(two.url).toHaveText('POST https://my.example/%2B4201');
  await two.editorReady();
  expect(new URL(two.page.url()).hash).toBe('');
  await expect(two.headers).toContainText('Authorization: Bearer AUTHORIZATION');
  expect(await two.copyXml()).toBe(xml('PASSWORD', 'AUTHORIZATION'));
  await expect(
    two.notice(/^Opened from a link; nothing was sent\. Put your own in the place of PASSWORD/),
  ).toBeVisible();
  expect(asked).toEqual([]);
  await two.page.reload();
  await expect(two.url).toHaveText('POST https://my.example/%2B4201');

  await two.follow(whole);
  await two.editorReady();
  await expect(two.notice(/^Opened from a link/)).toBeVisible();
  expect(await two.copyXml()).toBe(xml('hunter2-a', 'AUTHORIZATION'));
  await two.account.getByRole('button', { name: 'Undo', exact: true }).last().click();
  expect(await two.copyXml()).toBe(xml('PASSWORD', 'AUTHORIZATION'));
  expect(asked).toEqual([]);
});

test('a link that is damaged or newer says so and leaves all as it is', async ({ page }) => {
  const one = new SharePage(page);
  await page.goto('/#s=1.AAAA');
  await expect(one.notice(/^This link is incomplete: .* Your session is as it was\.$/)).toBeVisible();
  await expect(one.url).toContainText('/demo/upload');
  await one.editorReady();
  const asked = watchSending(page);
  await one.setXml(xml('x', 'y'));
  await expect(one.url).toContainText('https://my.example/');
  await one.follow('#s=2.AAAA');
  await expect(
    one.notice(/made by a newer version of the playground \(format 2; this one knows format 1\)/),
  ).toBeVisible();
  await one.follow('#s=1.CzAwMDAwMDAwMDAwMDAwMA');
  await expect(one.notice(/^This link was changed on its way/)).toBeVisible();
  expect(await one.copyXml()).toBe(xml('x', 'y'));
  expect(asked).toEqual([]);
});

test('a link that a portal wrote takes the place of unsaved work, which is kept for another tab', async ({
  page,
  context,
}) => {
  const one = new SharePage(page);
  await one.open();
  const asked = watchSending(page);
  await one.setXml(xml('x', 'y'));
  await expect(one.url).toContainText('https://my.example/');
  // The part of the page that keeps it is there.
  await expect(page.getByRole('button', { name: 'Draft kept' })).toBeVisible();
  const other =
    '<account><genericMediaUploadUrl>https://portal.example/%to%</genericMediaUploadUrl></account>';
  await one.follow(
    `#xml=${encodeURIComponent(other)}&to=%2B4202&method=put&assume=url-encoding:none&example=clip&send=now`,
  );
  await expect(one.url).toHaveText('PUT https://portal.example/+4202');
  await expect(one.upload.getByText('sample.mp4').first()).toBeVisible();
  await expect(
    one.notice(/^Filled in from a link; nothing was sent\. “send” means nothing in a link/),
  ).toBeVisible();
  expect(asked).toEqual([]);
  const two = new SharePage(await context.newPage());
  await two.open();
  await two.page.getByRole('button', { name: 'Restore last session' }).click();
  await expect(two.url).toContainText('https://my.example/');
});

// Letters that no dictionary makes short.
const noise = Array.from({ length: 5000 }, (_, index) =>
  String.fromCodePoint(0x4e00 + ((index * 7919) % 20000)),
).join('');
const long = xml('hunter2', 'y').replace('</account>', `<note>${noise}</note></account>`);

/** Shares it with a file chosen; the dialog stays open. */
async function shareLong(page: Page): Promise<SharePage> {
  const one = new SharePage(page);
  await one.open();
  await one.setXml(long);
  await expect(one.url).toContainText('https://my.example/');
  await one.chooseFile({
    name: 'mine.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.from('\0\0\0\x18ftypmp42'),
  });
  await one.share();
  return one;
}

test('of a long session a file is offered instead of the link, on a phone too', async ({ page }) => {
  const one = await shareLong(page);
  await expect(one.dialog).toContainText('mail and chat may cut it. Send a file instead');
  await expect(one.dialog).toContainText('Your file “mine.mp4” stays here');
  await page.setViewportSize({ width: 360, height: 640 });
  await expectAccessible(page, 'sharing at 360 px');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a session is saved as a file, and opened by the chooser', async ({ page, context }) => {
  const one = await shareLong(page);
  const saved = page.waitForEvent('download');
  await one.dialog.getByRole('button', { name: 'Save as file' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('media-upload.session.json');
  const content = readFileSync(await download.path());
  expect(content.toString()).not.toContain('hunter2');

  const two = new SharePage(await context.newPage());
  await two.open();
  const files = two.page.getByLabel('Account XML file');
  await files.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(two.notice(/^This file is no session of the playground/)).toBeVisible();
  await files.setInputFiles({ name: 'acme.session.json', mimeType: 'application/json', buffer: content });
  await expect(
    two.notice(/^Opened “acme\.session\.json”; nothing was sent\. Choose “mine\.mp4” again/),
  ).toBeVisible();
  await expect(two.url).toContainText('https://my.example/');
  expect(await two.copyXml()).toBe(
    long.replace('hunter2', 'PASSWORD').replace('Bearer y', 'Bearer AUTHORIZATION'),
  );
});
