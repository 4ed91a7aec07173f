import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const xml = `<account>
  <genericMediaUploadUrl>https://my.example/%to%/%description%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>
`;

test('a reload keeps what was typed, but not the file', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(xml);
  await playground.parameter('to').fill('123');
  await playground.parameter('description').fill('Ahoj');
  await playground.chooseFile({
    name: 'mine.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('ffd8ff', 'hex'),
  });
  await expect(playground.body).toContainText('filename=mine.jpg');
  const [line, headers] = await playground.shownRequest();
  await page.reload();
  await playground.editorReady();
  await expect(playground.url).toContainText('https://my.example/123/Ahoj');
  expect((await playground.shownRequest())[0]).toBe(line);
  // The same boundary still: a preview that was copied stays true.
  expect((await playground.shownRequest())[1]).toContain(/boundary="[^"]+"/.exec(headers)?.[0]);
  await expect(playground.body).not.toContainText('mine.jpg');
  await expect(playground.upload).toContainText(/mine\.jpg.* again/);
  expect(await playground.copyXml()).toBe(xml);
});

test('another tab starts anew', async ({ page, context }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(xml);
  await expect(playground.url).toContainText('https://my.example/');
  const other = new PlaygroundPage(await context.newPage());
  await other.page.goto('/');
  await expect(other.url).toContainText('/demo/upload');
});
