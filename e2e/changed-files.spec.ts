import { once } from 'node:events';
import { rename, truncate, unlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PlaygroundPage } from './support/playground-page.ts';
import { success, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

const xml = (origin: string) => `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>
`;

const size = 100_000;
const film = (length = size) => Buffer.alloc(length, 'a few frames ');
const other = (length = size) => Buffer.alloc(length, 'another film ');

/** A whole second: Chromium notices a change by the date alone. */
const keepDate = (file: string) => utimes(file, 1_800_000_000, 1_800_000_000);

const changes: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  'changed to the same size': (file) => writeFile(file, other()),
  'changed to the same size under its old date': async (file) => {
    await writeFile(file, other());
    await keepDate(file);
  },
  'made smaller': (file) => truncate(file, size / 2),
  'made larger': (file) => writeFile(file, other(size * 2)),
  'made larger under its old date': async (file) => {
    await writeFile(file, film(size * 2));
    await keepDate(file);
  },
  replaced: async (file) => {
    await writeFile(`${file}.new`, other());
    await rename(`${file}.new`, file);
  },
  deleted: unlink,
};

test('a file that changed after it was chosen is not sent, and chosen again it is', async ({
  page,
  rawServer,
}, testInfo) => {
  test.slow();
  const server = await rawServer(whenComplete((socket) => socket.end(success)));
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(xml(server.origin));
  await expect(playground.url).toContainText(server.origin);
  const outcome = page.getByRole('status');
  for (const [index, [name, change]] of Object.entries(changes).entries()) {
    await test.step(name, async () => {
      const file = testInfo.outputPath(`clip-${index}.mp4`);
      await writeFile(file, film());
      await keepDate(file);
      await playground.mediaFile.setInputFiles(file);
      await expect(playground.body).toContainText(`clip-${index}.mp4`);
      await change(file);
      await playground.send.click();
      await expect(outcome).toContainText(
        /Not sent: the media file (changed on disk|can’t be read any more)/,
      );
      await expect(outcome).toContainText('Choose the file again');
      expect(server.received()).toHaveLength(0);
    });
  }
  const again = testInfo.outputPath('clip-0.mp4');
  await playground.mediaFile.setInputFiles(again);
  await expect(playground.body).toContainText('clip-0.mp4');
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(page.getByText('Sent bytes equal the preview.')).toBeVisible();
  expect(server.received().includes(other())).toBe(true);
});

test('a file that changes once it was sent is compared where it was held, else is said to have changed', async ({
  page,
}, testInfo) => {
  test.slow();
  const file = testInfo.outputPath('clip.mp4');
  let length = size;
  const server = createServer((request, response) => {
    request.resume().once('end', async () => {
      await writeFile(file, other(length));
      await keepDate(file);
      response.setHeader('Content-Type', 'text/xml').end('<r><media_url>https://m.example/1</media_url></r>');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(xml(`http://127.0.0.1:${port}`));
  await expect(playground.url).toContainText(String(port));
  const receipt = page.getByRole('group', { name: 'Receipt' });
  const chooseAndSend = async () => {
    await writeFile(file, film(length));
    await keepDate(file);
    await playground.mediaFile.setInputFiles(file);
    await expect(playground.body).toContainText('clip.mp4');
    await playground.send.click();
  };
  await chooseAndSend();
  await expect(receipt).toContainText('Sent bytes equal the preview.');
  length = 40_000_000;
  await chooseAndSend();
  await expect(receipt).toContainText(
    'not compared: the file changed on disk after you chose it. Choose it again.',
  );
  await expect(receipt).not.toContainText('report');
  server.closeAllConnections();
  server.close();
});
