import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const account = (title: string) =>
  `<account><title>${title}</title><genericMediaUploadUrl>https://my.example/%account[title]%</genericMediaUploadUrl></account>`;

function file(name: string, content: string | Buffer) {
  return { name, mimeType: 'text/xml', buffer: Buffer.from(content) };
}

async function open(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.getByLabel('Account XML file').setInputFiles(file(name, content));
}

/** Media by its first bytes. */
const clip = '\0\0\0\x18ftypmp42';

/** Drops a file, and others of the same content with it. */
async function drop(target: Locator, name: string, content: string, ...others: string[]): Promise<void> {
  const dataTransfer = await target.page().evaluateHandle(
    ([fileNames, text]) => {
      const transfer = new DataTransfer();
      for (const fileName of fileNames) transfer.items.add(new File([text], fileName));
      return transfer;
    },
    [[name, ...others], content] as const,
  );
  await target.dispatchEvent('dragover', { dataTransfer });
  await target.dispatchEvent('drop', { dataTransfer });
}

async function save(page: Page): Promise<readonly [name: string, bytes: Buffer]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('ControlOrMeta+S'),
  ]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

test('a document is opened, edited and saved under its name, to the byte', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const text = `\uFEFF<account>\r\n\t<title>a</title>\n</account>\r\n`;
  await open(page, 'acme.xml', text);
  await expect(page.getByRole('banner')).toContainText('acme.xml');
  await expect(page.getByRole('banner')).not.toContainText('Not saved:');
  const facts = playground.account.getByText('bytes, BOM, mixed line ends (LF, CRLF)');
  await expect(facts).toBeVisible();
  expect(await facts.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type(' ');
  await expect(page.getByRole('banner')).toContainText('Not saved:');
  const [name, bytes] = await save(page);
  expect(name).toBe('acme.xml');
  expect(bytes.toString()).toBe(text.replace('<account>', ' <account>'));
  await expect(page.getByRole('banner')).not.toContainText('Not saved:');
});

test('opening is undone in one step, with the name of the document before', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await open(page, 'one.xml', `\uFEFF${account('one')}\r\n`);
  await expect(playground.url).toContainText('/one');
  await open(page, 'two.xml', account('two'));
  await expect(playground.url).toContainText('/two');
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(playground.url).toContainText('/one');
  const [name, bytes] = await save(page);
  expect(name).toBe('one.xml');
  expect(bytes.toString()).toBe(`\uFEFF${account('one')}\r\n`);
});

test('what a file or an example replaced is brought back whole by the notice; Reset can be undone too', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  const undo = playground.account.getByRole('button', { name: 'Undo', exact: true }).last();
  const notice = playground.account.getByText(/^Replaced by|^Everything was reset/);
  await playground.open();
  await playground.parameter('to').fill('+4201');
  await playground.setXml(account('mine'));
  await expect(playground.url).toContainText('/mine');
  await playground.chooseExample(/^PUT, JSON reply/);
  await expect(notice).toHaveText('Replaced by the example “PUT, JSON reply”.');
  await undo.click();
  await expect(playground.url).toContainText('/mine');
  await expect(notice).toHaveCount(0);
  await playground.editor.press('ControlOrMeta+Y');
  await expect(playground.url).toContainText('reply=json');
  await playground.editor.press('ControlOrMeta+Z');
  await open(page, 'other.xml', account('other'));
  await expect(notice).toHaveText('Replaced by “other.xml”.');
  await playground.editor.press('ControlOrMeta+End');
  await page.keyboard.type(' ');
  // Undo would take the space away as well: that is the editor's.
  await expect(notice).toHaveCount(0);
  await playground.chooseFile({ name: 'mine.mp4', mimeType: 'video/mp4', buffer: Buffer.from(clip) });
  await expect(playground.parameter('File name')).toHaveValue('mine.mp4');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /^Reset/ }).click();
  await expect(playground.url).toContainText('/demo/upload?reply=xml');
  await expect(playground.parameter('File name')).toHaveValue('sample.jpg');
  await expect(playground.parameter('to')).toHaveValue('+420777123456');
  await playground.tabTo(undo, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(playground.url).toContainText('/other');
  await expect(playground.parameter('File name')).toHaveValue('mine.mp4');
  await expect(page.getByRole('banner')).toContainText('other.xml');
  await playground.upload.getByText('Other parameters').click();
  await expect(playground.parameter('to')).toHaveValue('+4201');
  expect(await playground.copyXml()).toBe(`${account('other')} `);
});

test('a dropped Account XML is opened wherever it is dropped; other media stays media', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await drop(playground.editor, 'dropped.xml', account('dropped'));
  await expect(playground.url).toContainText('/dropped');
  await drop(playground.upload, 'beside.xml', account('beside'));
  await expect(playground.url).toContainText('/beside');
  await expect(page.getByText('“beside.xml” is an Account XML, so it was opened here.')).toBeVisible();
  await drop(playground.upload, 'note.xml', '<note/>');
  await expect(playground.parameter('File name')).toHaveValue('note.xml');
  await drop(playground.request, 'stray.jpg', 'x');
  await expect(page.getByText('“stray.jpg” was left alone')).toBeVisible();
  await drop(page.getByRole('banner'), 'bar.xml', account('bar'));
  await expect(playground.url).toContainText('/bar');
  await drop(playground.request, 'photo.mp4', clip);
  await expect(playground.parameter('File name')).toHaveValue('photo.mp4');
  await drop(playground.editor, 'editor.mp4', clip);
  await expect(playground.parameter('File name')).toHaveValue('editor.mp4');
  await expect(page.getByText('“editor.mp4” is media, so pane 3 took it.')).toBeVisible();
  await drop(playground.editor, 'photo.jpg', 'a\0b');
  await expect(page.getByText(/“photo.jpg” isn’t a text file.*Your document is as it was/)).toBeVisible();
  await expect(playground.url).toContainText('/bar');
  await drop(playground.upload, 'one.mp4', clip, 'two.mp4');
  await expect(playground.parameter('File name')).toHaveValue('one.mp4');
  await expect(playground.upload).toContainText('“two.mp4” was left alone');
});

test('what is wrong with a file is listed with the problems, and its own bytes are not lost', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const latin = Buffer.from(account('caf\xe9'), 'latin1');
  await open(page, 'latin.xml', latin);
  const problems = playground.account.getByRole('region', { name: 'Problems' });
  await expect(problems).toContainText('The document is not UTF-8');
  expect((await save(page))[1].equals(latin)).toBe(true);
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type(' ');
  expect((await save(page))[1].toString()).toContain('caf\uFFFD');
  await expect(page.getByText(/^Saved, but without the characters shown as \uFFFD/)).toBeVisible();

  const declared = `<?xml version="1.0" encoding="ISO-8859-1"?>${account('caf\xe9')}`;
  await open(page, 'declared.xml', Buffer.from(declared, 'latin1'));
  await expect(problems).toContainText('The document is in ISO-8859-1, as it declares');
  await problems.getByRole('button', { name: 'Declare UTF-8' }).click();
  await expect(problems).not.toContainText('the document declares ISO-8859-1');
  expect((await save(page))[1].toString()).toBe(declared.replace('ISO-8859-1', 'UTF-8'));
  await expect(problems).not.toContainText('ISO-8859-1');

  await open(page, 'answer.xml', '<error><message>Wrong password</message></error>');
  await expect(problems).toContainText(
    'This is an error answer of a provisioning service, not an account: Wrong password',
  );
  await expect(problems).not.toContainText('not UTF-8');
});

test('account and locale are picked where a document has several', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.parameter('Account')).toHaveCount(0);
  await expect(page.getByText('Boundary and locale', { exact: true })).toBeVisible();
  const localised = account('<value lang="cs">ahoj</value><value>hello</value>');
  await open(page, 'accounts.xml', `<accounts>${account('first')}${localised}</accounts>`);
  await expect(playground.url).toContainText('/first');
  await playground.parameter('Account').selectOption('2');
  await expect(playground.url).toContainText('/hello');
  await expect(page.getByText('Boundary and other locale', { exact: true })).toBeVisible();
  await playground.parameter('Locale').selectOption('cs');
  await expect(playground.url).toContainText('/ahoj');
});
