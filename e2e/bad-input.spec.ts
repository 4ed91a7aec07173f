import { rm, writeFile } from 'node:fs/promises';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const account = (inner: string) => `<account>\n${inner}\n</account>\n`;
const url = '<genericMediaUploadUrl>https://media.example/up</genericMediaUploadUrl>';
const parts = '<genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>';
const good = account(url + parts);
const headers = (text: string) =>
  account(`${url}${parts}<genericMediaUploadCustomHeaders>${text}</genericMediaUploadCustomHeaders>`);

/** What the problem list must name, and whether there still is a request. */
const cases: readonly [name: string, xml: string, rule: string, hasRequest: boolean][] = [
  ['text that is no XML', 'just some words', 'ACC-', false],
  ['an empty document', '', 'ACC-', false],
  ['another root', '<provisioning/>', 'ACC-1', false],
  ['no URL', account(parts), 'ACC-9', false],
  ['a half-typed tag', account(`${url}${parts}<genericMedia`), 'ACC-5', true],
  ['a raw ampersand', account(`${url}${parts}<title>you & me</title>`), 'ACC-5', true],
  ['a document type', `<!DOCTYPE account>${account(url + parts)}`, 'ACC-7', true],
  ['an unknown parameter', account(url.replace('/up', '/%nobody%') + parts), 'TPL-5', true],
  ['an unclosed call', account(url.replace('/up', '/%sha1(%to%') + parts), 'TPL-', true],
  [
    'a method that is none',
    account(`${url}${parts}<genericMediaUploadMethod>GET</genericMediaUploadMethod>`),
    'ACC-8',
    true,
  ],
  ['a URL that is none', account(url.replace('https://', 'https//') + parts), 'URL-1', false],
  ['an ftp URL', account(url.replace('https:', 'ftp:') + parts), 'URL-1', false],
  ['a header line without a colon', headers('No colon here'), 'HDR-4', true],
  ['a header with a control character', headers('X-A: a&#x1;b'), 'ACC-', true],
  [
    'a part without =',
    account(
      `${url}<genericMediaUploadMultipartData>lonely&amp;f=%media_content%</genericMediaUploadMultipartData>`,
    ),
    'MP-1',
    true,
  ],
  ['no part at all', account(url), 'MP-4', true],
];

test('every bad document gets a message at its place, loses nothing, and the page stands', async ({
  page,
}) => {
  test.slow();
  const playground = new PlaygroundPage(page);
  await playground.open();
  const problems = playground.account.getByRole('region', { name: 'Problems' });
  for (const [name, xml, rule, hasRequest] of cases) {
    await test.step(name, async () => {
      await playground.setXml(xml);
      await expect(problems).toContainText(rule);
      if (hasRequest) await expect(playground.url).toBeVisible();
      else {
        await expect(playground.url).toHaveCount(0);
        await expect(playground.send).toBeDisabled();
      }
      await expect(playground.upload).toBeVisible();
      // The copy is what was pasted. (Of nothing an editor copies its line.)
      expect(await playground.copyXml()).toBe(xml || '\n');
      await playground.setXml(good);
      await expect(playground.url).toContainText('https://media.example/up');
      await expect(problems).not.toContainText(/[1-9] error/);
    });
  }
});

test('a document is half typed at every moment, and the page follows', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml('');
  await playground.editor.focus();
  await page.keyboard.type(`<account><genericMediaUploadUrl>https://m.example/%to%&"x"`);
  await expect(playground.url).toContainText('https://m.example/');
  await expect(playground.upload).toBeVisible();
});

test('a document of 1 MiB can be typed in', async ({ page }) => {
  test.slow();
  const filler = `  <node note="n">value &amp; more</node>\n`;
  const body = filler.repeat(Math.floor((1024 * 1024 - 400) / filler.length));
  const playground = new PlaygroundPage(page);
  await playground.open();
  const document = account(`${url}\n${parts}\n${body}`);
  await playground.setXml(document);
  await expect(playground.url).toContainText('https://media.example/up');
  await playground.cursorAfter('https://media.example/up', document);
  await page.keyboard.type('load/in/here');
  await expect(playground.url).toContainText('https://media.example/upload/in/here');
});

test('an empty file is sent as an empty file, and that is said', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.chooseFile({ name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) });
  await expect(playground.body).toContainText('filename=empty.jpg');
  await expect(playground.body).toContainText('0 bytes');
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload /);
});

test('a file of another type, or of none that is known, goes out with a warning and comes back as a download', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.chooseFile({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') });
  await expect(playground.body).toContainText('Content-Type: text/html');
  await expect(page.getByText('MP-8').first()).toBeVisible();
  await playground.chooseFile({ name: 'thing', mimeType: '', buffer: Buffer.from('no known bytes') });
  await expect(playground.body).toContainText('Content-Type: application/octet-stream');
  await expect(page.getByText('MP-8').first()).toBeVisible();
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  const arrived = playground.response.getByRole('region', { name: 'What arrived' });
  const address = await arrived.getByRole('link', { name: 'Download it' }).getAttribute('href');
  const back = await page.request.get(address ?? '');
  expect(back.headers()['content-disposition']).toMatch(/^attachment/);
  expect(await back.text()).toBe('no known bytes');
});

test('files with odd names are shown and sent', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  for (const name of ['a "quoted" \\ name.jpg', 'smile 😀 ☀️.jpg', "it's; a=b.jpg"]) {
    await test.step(name, async () => {
      await playground.chooseFile({ name, mimeType: 'image/jpeg', buffer: Buffer.from('ffd8ffe0', 'hex') });
      await expect(playground.upload).toContainText(name);
      await playground.send.click();
      await expect(playground.verdict).toHaveText(/^Upload succeeded/);
    });
  }
});

test('a file that changes or disappears between choosing and sending is not sent', async ({
  page,
}, testInfo) => {
  const path = testInfo.outputPath('photo.jpg');
  const playground = new PlaygroundPage(page);
  await playground.open();
  const happenings = {
    changes: () => writeFile(path, Buffer.from('ffd8ffe0ffffffffff', 'hex')),
    disappears: () => rm(path),
  };
  for (const [name, happen] of Object.entries(happenings)) {
    await test.step(name, async () => {
      await writeFile(path, Buffer.from('ffd8ffe0', 'hex'));
      await playground.mediaFile.setInputFiles(path);
      await expect(playground.body).toContainText('photo.jpg – 4 bytes');
      await happen();
      await playground.send.click();
      await expect(page.getByText(/can’t be read any more/).first()).toBeVisible();
      await expect(playground.verdict).toHaveCount(0);
      // The next upload, with a file that is there, clears it all away.
      await playground.chooseFile({
        name: 'b.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('ffd8ff', 'hex'),
      });
      await expect(playground.body).toContainText('b.jpg');
      await playground.send.click();
      await expect(playground.verdict).toHaveText(/^Upload succeeded/);
    });
  }
});

test('the chip of a rule says what the rule is', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(
    '<account><genericMediaUploadUrl>https://m.example/%nope%</genericMediaUploadUrl></account>',
  );
  await page.getByRole('region', { name: 'Problems' }).getByText('TPL-5', { exact: true }).hover();
  await expect(page.getByRole('tooltip')).toContainText('Unknown');
});
