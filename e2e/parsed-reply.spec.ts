import { expectAccessible } from './support/axe.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { reply, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

const xml = (origin: string) => `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>
`;

const json = `{"id":7e0,"a":[{"b c":1e3},null,""],"response":{"media_url":"https://m.example/1\u200b"}}`;
const wellFormed = `<?xml version="1.0"?>
<ns:response xmlns:ns="urn:m"><id>007</id><constructor/><ns:media_url> https://m.example/1 </ns:media_url></ns:response>`;
const malformed = '<response><media_url>https://m.example/?a=1&b=2</media_url></response>';

async function sendTo(page: PlaygroundPage, origin: string): Promise<void> {
  await page.open();
  await page.setXml(xml(origin));
  await expect(page.url).toContainText(origin);
  await page.send.click();
  await expect(page.verdict).toBeVisible();
}

test('an XML reply is shown as a tree, the field that decided marked, with paths to copy', async ({
  page,
  rawServer,
}) => {
  const server = await rawServer(
    whenComplete((socket) => socket.end(reply('200 OK', 'text/xml', wellFormed))),
  );
  const playground = new PlaygroundPage(page);
  await sendTo(playground, server.origin);
  await page.getByRole('tab', { name: 'Parsed' }).click();
  const tree = page.getByRole('tree', { name: 'Parsed reply' });
  await expect(tree.getByRole('treeitem')).toHaveText([
    'ns:response',
    '@xmlns:ns: urn:m',
    'id: 007',
    'constructor',
    'ns:media_url: https://m.example/1 decided the verdict',
  ]);
  const decisive = tree.getByRole('treeitem', { selected: true });
  await expect(decisive).toContainText('decided the verdict');
  await expect(decisive).toHaveAttribute('aria-level', '2');

  await test.step('the selected row’s path is copied', async () => {
    await page.getByRole('button', { name: 'Copy path' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('/response/media_url');
  });

  await test.step('arrow keys select another row, from one tab stop', async () => {
    await page.getByRole('tab', { name: 'Parsed' }).focus();
    await playground.tabTo(decisive);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(decisive).toHaveText('id: 007');
    await expect(decisive).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Copy path' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('/response/id');
  });
});

test('the tree has nothing that axe finds serious, light and wide, dark and narrow', async ({
  page,
  rawServer,
}) => {
  test.slow();
  const server = await rawServer(
    whenComplete((socket) => socket.end(reply('200 OK', 'text/xml', wellFormed))),
  );
  await sendTo(new PlaygroundPage(page), server.origin);
  await page.getByRole('tab', { name: 'Parsed' }).click();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 800 });
  await expectAccessible(page);
  const box = await page.getByRole('tree', { name: 'Parsed reply' }).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 1000)).toBeLessThanOrEqual(360);
});

test('a JSON reply keeps its order, its numbers as written and its invisible characters', async ({
  page,
  rawServer,
}) => {
  const server = await rawServer(
    whenComplete((socket) => socket.end(reply('200 OK', 'application/json', json))),
  );
  await sendTo(new PlaygroundPage(page), server.origin);
  await page.getByRole('tab', { name: 'Parsed' }).click();
  const rows = page.getByRole('tree', { name: 'Parsed reply' }).getByRole('treeitem');
  await expect(rows).toHaveText([
    '$ object',
    'id: 7e0 number',
    'a array',
    '0 object',
    'b c: 1e3 number',
    '1: null',
    '2:  empty',
    'response object',
    'media_url: https://m.example/1\u200b decided the verdict',
  ]);
  await expect(rows.last().locator('.mark')).toHaveCount(1);
  await rows.filter({ hasText: 'b c' }).click();
  await expect(page.getByText('$.a[0]["b c"]', { exact: true })).toBeVisible();
});

test('what a lenient parser reads in a malformed reply is said, and changes no verdict', async ({
  page,
  rawServer,
}) => {
  const server = await rawServer(
    whenComplete((socket) => socket.end(reply('200 OK', 'text/xml', malformed))),
  );
  const playground = new PlaygroundPage(page);
  await sendTo(playground, server.origin);
  await expect(playground.verdict).toContainText('Upload failed');
  const reasons = page.getByRole('list', { name: 'Reasons' });
  await expect(reasons.getByRole('listitem').last()).toContainText(
    'A lenient parser (fast-xml-parser) reads: media_url = "https://m.example/?a=1&b=2", at /response/media_url.',
  );
  await expect(page.getByRole('tab', { name: 'Parsed' })).toHaveCount(0);
});
