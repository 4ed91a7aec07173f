import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { reply, startTlsServer, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

const xml = (origin: string, timeout = '') => `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
  ${timeout && `<genericMediaUploadTimeout>${timeout}</genericMediaUploadTimeout>`}
</account>
`;

async function sendTo(playground: PlaygroundPage, origin: string, timeout = ''): Promise<void> {
  await playground.setXml(xml(origin, timeout));
  await expect(playground.url).toContainText(origin);
  await playground.send.click();
}

async function openPage(page: Page): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  return playground;
}

/** A transport failure has words of its own and is never a verdict; what was typed stays. */
async function expectFailure(playground: PlaygroundPage, text: RegExp): Promise<void> {
  await expect(playground.page.getByText(text).first()).toBeVisible();
  await expect(playground.verdict).toHaveCount(0);
  await expect(playground.send).toBeEnabled();
  await expect(playground.url).toContainText('/up');
}

test('a self-signed certificate is a transport failure', async ({ page }) => {
  const fixtures = join(import.meta.dirname, '..', 'src', 'test', 'fixtures', 'tls');
  const server = await startTlsServer({
    key: readFileSync(join(fixtures, 'self-signed-key.pem')),
    cert: readFileSync(join(fixtures, 'self-signed-cert.pem')),
  });
  try {
    const playground = await openPage(page);
    await sendTo(playground, server.origin);
    await expectFailure(playground, /certificate is self-signed/);
    expect(server.received().length).toBe(0);
  } finally {
    await server.close();
  }
});

test('a server that never answers can be waited for, and cancelled', async ({ page, rawServer }) => {
  const server = await rawServer(() => {});
  const playground = await openPage(page);
  await sendTo(playground, server.origin);
  await expect.poll(server.openSockets).toBe(1);
  await page.getByRole('button', { name: /cancel/i }).click();
  await expectFailure(playground, /you cancelled it/);
  await expect.poll(server.openSockets).toBe(0);
});

test('a server that never answers ends at the time limit of the Account XML', async ({ page, rawServer }) => {
  const server = await rawServer(() => {});
  const playground = await openPage(page);
  await sendTo(playground, server.origin, '1');
  await expectFailure(playground, /the server stopped responding/);
  await expect.poll(server.openSockets).toBe(0);
});

test('an answer before the body ended is read, and judged', async ({ page, rawServer }, testInfo) => {
  const early = reply('413 Content Too Large', 'application/json', '{"message":"Too large"}');
  const server = await rawServer((socket) => socket.end(early));
  const playground = await openPage(page);
  await playground.setXml(xml(server.origin));
  const file = testInfo.outputPath('big.mp4');
  await writeFile(file, Buffer.alloc(20_000_000));
  await playground.mediaFile.setInputFiles(file);
  await expect(playground.body).toContainText('big.mp4');
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload failed/);
  await expect(page.getByText('Too large').first()).toBeVisible();
});

test('a huge reply is cut, said, and does not freeze the page', async ({ page, rawServer }) => {
  // Its verdict alone may take most of the time of a journey.
  test.slow();
  const server = await rawServer(
    whenComplete((socket) => {
      socket.write(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"media_url":"https://m.example/1","x":"',
      );
      const block = Buffer.alloc(1_000_000, 'x');
      let blocks = 0;
      const more = () => {
        while (blocks < 70 && !socket.destroyed) {
          blocks += 1;
          if (!socket.write(block)) return;
        }
        socket.end('"}');
      };
      socket.on('drain', more);
      more();
    }),
  );
  const playground = await openPage(page);
  await sendTo(playground, server.origin);
  await expect(playground.verdict).toHaveText(
    /^Upload failedJudged by the part of the reply that was kept: /,
    {
      timeout: 25_000,
    },
  );
  const { response } = playground;
  await expect(response.getByText(/with the rest it might/)).toBeVisible();
  await expect(response.getByText(/not shown\. Save gives all that was kept\.$/)).toBeVisible();
  await expect(response).not.toContainText(/Content-Length says|would have to be mended/);
  await playground.parameter('to').fill('still alive');
  await expect(playground.parameter('to')).toHaveValue('still alive');
});
