import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { PlaygroundPage } from '../support/playground-page.ts';
import { expect, test } from '../support/test.ts';

const command = `curl -X POST 'https://media.example/upload?from=4201' \\
  -H 'X-Api-Key: s3cret-key-0001' \\
  -F 'to=+420777123456' -F 'description=Hello, 100%' -F 'tag=a' -F 'file=@photo.jpg'`;
const form =
  '--B\r\nContent-Disposition: form-data; name=to\r\n\r\n+420777123456\r\n' +
  '--B\r\nContent-Disposition: form-data; name=file; filename=a.jpg\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff\r\n--B--\r\n';

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: 'Search commands' }).fill(command);
  await page.keyboard.press('Enter');
}

test('an upload that works becomes an Account XML, by keyboard', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.copyXml();
  // Nothing stays selected behind the dialog.
  await page.keyboard.press('ControlOrMeta+Home');
  const dialog = page.getByRole('dialog', { name: 'Import a captured request' });
  const field = dialog.getByRole('textbox', { name: 'Captured request' });

  await run(page, 'import a captured');
  await expect(field).toBeFocused();
  await field.fill(command);
  const xml = dialog.getByRole('region', { name: 'Imported Account XML' });
  await expect(xml).toContainText('to=%to%&amp;description=%description%&amp;tag=a&amp;file=%media_content%');
  await expect(xml).toContainText('?from=%account[username]%');
  await expect(xml).not.toContainText('s3cret-key-0001');
  const differences = dialog.getByRole('region', { name: 'What the app can’t send' });
  await expect(differences.getByRole('listitem').filter({ hasText: 'header Connection' })).toContainText(
    'HDR-5',
  );
  await expect(dialog).toContainText('photo.jpg is not at hand: a stand-in was compared.');

  // What a person changes, changes the document at once.
  await dialog.getByLabel('part tag').selectOption({ label: 'Recipient (to)' });
  await expect(xml).toContainText('tag=%to%');
  await dialog.getByLabel('part tag').selectOption({ label: 'Always this text' });
  await expect(xml).toContainText('tag=a&amp;');

  await expectAccessible(page, 'imported');
  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expect(dialog.getByRole('button', { name: 'Use this Account XML' })).toBeVisible();
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'imported, dark');

  await dialog.getByRole('button', { name: 'Use this Account XML' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(() => playground.copyXml())
    .toContain('<genericMediaUploadUrl>https://media.example/upload');
  await expect(playground.parameter('to')).toHaveValue('+420777123456');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => playground.copyXml()).toBe(before);
});

test('a HAR of many requests is opened from a file, its only upload taken, another one picked', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await run(page, 'import a captured');
  const dialog = page.getByRole('dialog', { name: 'Import a captured request' });
  const headers = [{ name: 'Content-Type', value: 'multipart/form-data; boundary=B' }];
  const upload = (url: string) => ({
    request: { method: 'POST', url, httpVersion: 'HTTP/1.1', headers, postData: { text: form } },
    response: { status: 200 },
  });
  const page1 = { request: { method: 'GET', url: 'https://e.example/', headers: [] } };
  const har = JSON.stringify({ log: { entries: [page1, upload('https://e.example/1')] } });
  const choose = (name: string, text: string) =>
    dialog
      .getByLabel('Captured file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose('one.har', har);
  await expect(dialog.getByRole('region', { name: 'Imported Account XML' })).toContainText(
    'https://e.example/1<',
  );
  const picker = dialog.getByLabel('2 requests, 1 upload');
  await picker.selectOption({ index: 0 });
  await expect(dialog.getByRole('region', { name: 'Imported Account XML' })).toContainText(
    'https://e.example/<',
  );
  await choose('wrong.har', '{"a":1}');
  await expect(dialog.getByRole('list', { name: 'About the capture' })).toContainText('is no HAR');
});

test('a captured exchange is taken apart, compared and judged; a large one freezes nothing', async ({
  page,
}, testInfo) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await run(page, 'inspect a captured');
  const dialog = page.getByRole('dialog', { name: 'Inspect a captured request' });
  const field = dialog.getByRole('textbox', { name: 'Captured request' });
  const head = `POST /demo/upload HTTP/1.1\r\nHost: e.example\r\nAuthorization: Bearer s3cret-0001\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: ${form.length}\r\n\r\n`;
  const reply =
    'HTTP/1.1 402 Payment Required\r\nSet-Cookie: sid=s3cret-0002; Path=/\r\nContent-Type: application/json\r\n\r\n{"message":"Not enough credit"}';
  const file = {
    name: 'exchange.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(head + form + reply, 'latin1'),
  };
  await dialog.getByLabel('Captured file').setInputFiles(file);
  const apart = dialog.getByRole('region', { name: 'Captured request, taken apart' });
  await expect(apart).toContainText('+420777123456');
  await expect(apart).toContainText('SHA-256');
  await expect(apart).not.toContainText('s3cret-0001');
  await expect(dialog.getByRole('region', { name: 'Differences' })).toContainText('Header Connection');
  const judged = dialog.getByRole('region', { name: 'Captured reply, judged' });
  await expect(judged).toContainText('Upload failed');
  await expect(judged).toContainText('Not enough credit');
  await expect(judged).toContainText('Set-Cookie: sid=••••••••; Path=/');
  await expect(judged).not.toContainText('s3cret-0002');
  await expectAccessible(page, 'inspected');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'inspected, dark');

  await dialog.getByRole('button', { name: 'Remove' }).click();
  await field.fill('curl -F to=1 -F file=@a.jpg https://e.example/');
  await expect(apart).toContainText('not at hand');

  // 30 MB of a HAR, read by a worker: no frame of the page takes long.
  const filler = JSON.stringify({
    request: { method: 'GET', url: 'https://e.example/', x: 'y'.repeat(1024 * 1024) },
  });
  const large = `{"log":{"entries":[${`${filler},`.repeat(30)}${filler}]}}`;
  await page.evaluate(() => {
    const longTasks: number[] = [];
    Object.assign(window, { longTasks });
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
  });
  const path = testInfo.outputPath('large.har');
  writeFileSync(path, large);
  await dialog.getByLabel('Captured file').setInputFiles(path);
  await expect(dialog.getByLabel('31 requests, 0 uploads')).toBeVisible();
  const longTasks = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[]);
  expect(longTasks.filter((duration) => duration > 200)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
