import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const xml = (url: string, parts: string, headers = '') => `<account>
  <username>johndow</username>
  <genericMediaUploadUrl>${url}</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>${parts}</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>${headers}</genericMediaUploadCustomHeaders>
</account>
`;

test('URL, headers and body follow the Account XML', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(
    xml('https://my.example/in?u=%account[username]%', 'a=b+c&amp;f=%media_content%', 'X-One: 1'),
  );
  await expect(playground.url).toContainText('https://my.example/in?u=johndow');
  await expect(playground.headers).toContainText('my.example');
  await expect(playground.headers).toContainText('X-One');
  await expect(playground.body).toContainText('name=a');
  await expect(playground.body).toContainText('b c');
});

test('a keystroke in the editor reaches the request', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const document = xml('https://my.example/in', 'f=%media_content%');
  await playground.setXml(document);
  await playground.cursorAfter('https://my.example/in', document);
  await page.keyboard.type('put?x=%to%');
  await playground.parameter('to').fill('+420 1');
  await expect(playground.url).toContainText('https://my.example/input?x=%2B420%201');
});

test('a parameter field overrides what the Account XML says', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(
    xml('https://my.example/%account[username]%', 'd=%description%&amp;f=%media_content%'),
  );
  await playground.parameter('account[username]').fill('jane doe');
  await playground.parameter('description').fill('Západ slunce 🌅');
  await expect(playground.url).toContainText('https://my.example/jane%20doe');
  await expect(playground.body).toContainText('Západ slunce 🌅');
});

test('a parameter holds line breaks: a part keeps them, a header says so', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const description = playground.parameter('description');
  await description.fill('');
  await page.evaluate(() => navigator.clipboard.writeText('first line\nsecond line'));
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('Enter');
  await page.keyboard.type('third line');
  await expect(description).toHaveValue('first line\nsecond line\nthird line');
  await expect(playground.body).toContainText('first line\nsecond line\nthird line');
  await expect(playground.headers).toContainText('X-Description: first line second line third line');
  await expect(playground.account).toContainText('TPL-11');
  await expect(description).toHaveRole('textbox');
  const lines = await description.evaluate((field) => [field.scrollHeight, field.clientHeight]);
  expect(lines[0]).toBe(lines[1]);
});

test('a parameter named as the media is says at its field that it replaces the file', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.upload.getByText('Other parameters').click();
  const note = playground.upload.getByText('It replaces the file, so the media');
  const name = playground.upload.getByLabel('Name of a new parameter');
  await name.fill('media_content');
  await expect(note).toBeVisible();
  await name.press('Enter');
  await expect(name).toHaveValue('');
  await playground.parameter('media_content').fill('no file');
  await expect(playground.parameter('media_content')).toHaveAccessibleDescription(/It replaces the file/);
  await expect(playground.body).toContainText('no file');
  await playground.setXml(xml('https://my.example/in', 'd=%description%'));
  await expect(playground.parameter('media_content')).toHaveValue('no file');
});

test('Tab leaves the editor, and indents where that was chosen, in the plain field too', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml('<account/>');
  await page.keyboard.press('Tab');
  await expect(playground.editor).not.toBeFocused();
  const setting = page.getByRole('checkbox', { name: 'Tab indents' });
  await setting.check();
  await playground.setXml('<account/>');
  await page.keyboard.press('Tab');
  await expect(playground.editor).toBeFocused();
  expect(await playground.copyXml()).toBe('<account/>  ');
  await page.keyboard.press('Control+M');
  await expect(setting).not.toBeChecked();
  await page.keyboard.press('Tab');
  await expect(playground.editor).not.toBeFocused();
  await setting.check();
  await page.route(/\/assets\/xml-editor.*\.js$/, (route) => route.abort());
  await page.reload();
  await expect(page.getByText('The editor could not be loaded')).toBeVisible();
  await expect(setting).toBeChecked();
  await playground.editor.press('ControlOrMeta+End');
  await page.keyboard.press('Tab');
  await expect(playground.editor).toHaveValue('<account/>    ');
  await setting.uncheck();
  await playground.editor.press('Tab');
  await expect(playground.editor).toHaveValue('<account/>    ');
  await expect(playground.editor).not.toBeFocused();
});
