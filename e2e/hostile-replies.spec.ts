import { gzipSync } from 'node:zlib';
import { PlaygroundPage } from './support/playground-page.ts';
import { reply, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

const xml = (origin: string) => `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>
`;

async function openAt(playground: PlaygroundPage, origin: string): Promise<void> {
  await playground.open();
  await playground.setXml(xml(origin));
  await expect(playground.url).toContainText(origin);
}

const mebibyte = 1024 * 1024;
const json = (value: object) => JSON.stringify(value);
const packed = gzipSync(Buffer.alloc(200 * mebibyte));
const bomb = Buffer.concat([
  Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\nConnection: close\r\n\r\n`,
  ),
  packed,
]);

/** Each of them kept the page from answering for seconds, or for good. */
const replies: readonly [what: string, answer: string | Buffer, verdict: RegExp, more: RegExp][] = [
  [
    'an address of half a million characters that nobody sees',
    reply('200 OK', 'application/json', json({ media_url: '\u200b'.repeat(512 * 1024) })),
    /^Upload succeeded/,
    /524.188 more characters not shown/,
  ],
  [
    'a message of a million tabs',
    reply('402 No', 'application/json', json({ message: 'x\t'.repeat(mebibyte) })),
    /^Upload failed/,
    /more characters not shown/,
  ],
  [
    'a document type declaration full of what looks like comments',
    reply(
      '200 OK',
      'text/xml',
      `<!DOCTYPE a SYSTEM "${'<!--'.repeat(120_000)}" [<!ENTITY x "y">]><a><media_url>http://a/</media_url></a>`,
    ),
    /^Upload succeeded/,
    /more characters not shown/,
  ],
  [
    'fifty thousand headers',
    reply('200 OK', 'application/json', json({ media_url: 'http://a/' }), Array<string>(50_000).fill('a:b')),
    /^Upload succeeded/,
    /more fields not shown/,
  ],
  ['a reply that unpacks to 200 MiB', bomb, /^Upload failed/, /it would be more than 64 MiB/],
  [
    'eight million tags in one line',
    reply('200 OK', 'application/json', '[{}'.repeat(8 * mebibyte)),
    /^Upload failed/,
    /more characters not shown\. Save gives all of it/,
  ],
];

test('what a hostile server replies is judged, and shown as far as a page can bear', async ({
  page,
  rawServer,
}) => {
  test.slow();
  let answer: string | Buffer = '';
  let answers = 0;
  const server = await rawServer(
    whenComplete((socket) => {
      answers += 1;
      socket.end(answer);
    }),
  );
  const playground = new PlaygroundPage(page);
  await openAt(playground, server.origin);
  for (const [index, [what, reply, verdict, more]] of replies.entries()) {
    await test.step(what, async () => {
      answer = reply;
      await playground.send.click();
      // What is shown from here on is of this reply, not of the one before.
      await expect.poll(() => answers).toBe(index + 1);
      await expect(playground.response.getByText(more).first()).toBeVisible({ timeout: 25_000 });
      await expect(playground.verdict).toHaveText(verdict);
      const { elements, characters } = await playground.response.evaluate((region) => ({
        elements: region.querySelectorAll('*').length,
        characters: region.textContent?.length ?? 0,
      }));
      expect(elements).toBeLessThan(6000);
      expect(characters).toBeLessThan(250_000);
    });
  }
});

test('an upload can be cancelled while an endless reply streams, and what came is shown', async ({
  page,
  rawServer,
}) => {
  const server = await rawServer(
    whenComplete((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n');
      const chunks = '1\r\n \r\n'.repeat(10_000);
      const drip = () => {
        while (socket.writable && socket.write(chunks));
      };
      socket.on('drain', drip);
      drip();
    }),
  );
  const playground = new PlaygroundPage(page);
  await openAt(playground, server.origin);
  await playground.send.click();
  await expect(playground.response.getByText('Reading the reply…')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /cancelled/i })).toBeVisible();
  await expect(playground.response.getByText(/bytes so far/)).toBeVisible();
  await expect.poll(server.openSockets).toBe(0);

  await test.step('and the next one is sent at once', async () => {
    const next = await rawServer(
      whenComplete((socket) =>
        socket.end(reply('200 OK', 'application/json', json({ media_url: 'http://a/' }))),
      ),
    );
    await playground.setXml(xml(next.origin));
    await expect(playground.url).toContainText(next.origin);
    await playground.send.click();
    await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  });
});

test('only an address that is written out becomes a link', async ({ page, rawServer }) => {
  let address = '';
  const server = await rawServer(
    whenComplete((socket) => socket.end(reply('200 OK', 'application/json', json({ media_url: address })))),
  );
  const playground = new PlaygroundPage(page);
  await openAt(playground, server.origin);
  const link = playground.response.getByRole('link', { name: 'Show the picture from m.example' });
  for (const [written, links] of [
    ['http:api/token', 0],
    ['https:/api/token', 0],
    ['javascript:alert(1)', 0],
    ['https://m.example/1.jpg', 1],
  ] as const) {
    address = written;
    await playground.send.click();
    await expect(playground.response.getByRole('status')).toContainText(written);
    await expect(link).toHaveCount(links);
  }
});

test('a reply that is too long to be copied can be saved whole', async ({ page, rawServer }) => {
  const body = json({ media_url: 'http://a/', more: 'ž'.repeat(1_500_000) });
  const server = await rawServer(
    whenComplete((socket) => socket.end(reply('200 OK', 'application/json', body))),
  );
  const playground = new PlaygroundPage(page);
  await openAt(playground, server.origin);
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    playground.response.getByRole('button', { name: 'Save reply' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).equals(Buffer.from(body))).toBe(true);
});
