import { expectAccessible } from '../support/axe.ts';
import { reply, success, whenComplete } from '../support/raw-server.ts';
import { expect, test } from '../support/test.ts';
import { CheckPage } from './check-page.ts';

test('of two assumptions the difference that matters to a server is found', async ({ page, rawServer }) => {
  let requests = 0;
  const { origin } = await rawServer((socket, received) => {
    whenComplete(() => {
      requests += 1;
      const isTaken = received.includes('name="file"');
      socket.end(isTaken ? success : reply('400 Bad Request', 'application/json', '{"message":"No file"}'));
    })(socket, received);
  });
  const check = new CheckPage(page);
  await check.open();
  await check.setXml(`<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>
`);
  await expect(check.url).toContainText(origin);
  await check.openCheck();
  await check.check.getByText('Find what matters between two assumptions').press('Enter');
  const finder = check.check.getByRole('region', { name: 'What matters between two assumptions' });
  await finder.getByLabel('Passes').selectOption('Quoting: are always quoted');
  await finder.getByLabel('Fails').selectOption('As it is set up');
  await finder.getByLabel('Budget').selectOption('20 requests');
  await expect(finder).toContainText(
    `Sends at most 20 requests to ${new URL(origin).host}, with a small photo.`,
  );
  await expect(finder.getByRole('button', { name: 'Find it' })).toBeInViewport({ ratio: 1 });
  await expectAccessible(
    page,
    'before two assumptions are compared',
    '[aria-label="What matters between two assumptions"]',
  );
  expect(requests).toBe(0);
  await finder.getByRole('button', { name: 'Find it' }).press('Enter');
  await expect(finder).toContainText('Only the quotes around “file” matter');
  await expect(finder).toContainText(`${requests} requests sent.`);
  expect(requests).toBeLessThanOrEqual(20);
});
