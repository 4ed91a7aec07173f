import { expectAccessible } from '../support/axe.ts';
import { reply, success, whenComplete } from '../support/raw-server.ts';
import { expect, test } from '../support/test.ts';
import { CheckPage } from './check-page.ts';

test('of two uploads of the history the difference that matters is found', async ({ page, rawServer }) => {
  let requests = 0;
  const server = await rawServer((socket, received) => {
    whenComplete(() => {
      requests += 1;
      const isRefused = received.includes('<b>');
      socket.end(isRefused ? reply('403 Forbidden', 'application/json', '{"message":"No"}') : success);
    })(socket, received);
  });
  const check = new CheckPage(page);
  await check.open();
  await check.setXml(`<account>
  <genericMediaUploadUrl>${server.origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>text=%description%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>
`);
  await expect(check.url).toContainText(server.origin);
  const description = page.getByLabel('description', { exact: true });
  await description.fill('A plain one');
  await check.send.click();
  await expect(check.verdict).toHaveText(/^Upload succeeded/);
  await description.fill('A <b>bold</b> one');
  await check.send.click();
  await expect(check.verdict).toHaveText(/^Upload failed/);
  const before = requests;
  await check.button.click();
  await check.check.getByText('Find what matters between two uploads of the history').click();
  const finder = check.check.getByRole('region', { name: 'What matters between two uploads' });
  await finder.getByLabel('Budget').selectOption('20 requests');
  await expectAccessible(page, 'before two uploads are compared', '[aria-labelledby]:has(> header)');
  expect(requests).toBe(before);
  await finder.getByRole('button', { name: 'Find it' }).press('Enter');
  await expect(finder).toContainText('Only the value of “text” matters. In it “<b>”.');
  await expect(finder).toContainText(`${requests - before} requests sent.`);
  expect(requests - before).toBeLessThanOrEqual(20);
});
