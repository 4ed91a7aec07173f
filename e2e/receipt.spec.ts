import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { PlaygroundPage } from './support/playground-page.ts';
import { reply, success, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

const xml = (origin: string) => `<account>
  <apiToken>hush-hush</apiToken>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>X-Key: %account[apiToken]%</genericMediaUploadCustomHeaders>
</account>
`;

async function openAt(playground: PlaygroundPage, origin: string): Promise<void> {
  await playground.open();
  await playground.setXml(xml(origin));
  await expect(playground.url).toContainText(origin);
}

test('the page shows what left: the head as written, and the body as counted at the socket', async ({
  page,
  rawServer,
}, testInfo) => {
  const server = await rawServer(whenComplete((socket) => socket.end(success)));
  const playground = new PlaygroundPage(page);
  await openAt(playground, server.origin);
  const file = testInfo.outputPath('clip.mp4');
  const media = Buffer.alloc(5_000_000, 'a few frames ');
  await writeFile(file, media);
  await playground.mediaFile.setInputFiles(file);
  await expect(playground.body).toContainText('clip.mp4');
  await playground.send.click();
  const receipt = page.getByRole('group', { name: 'Receipt' });
  await expect(receipt.getByText('Sent bytes equal the preview.')).toBeVisible();

  const received = server.received();
  const bodyAt = received.indexOf('\r\n\r\n') + 4;
  const body = received.subarray(bodyAt);
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  await expect(receipt).toContainText(`SHA-256 body${sha256(body)}`);
  await expect(receipt).toContainText(`SHA-256 media${sha256(media)}`);
  await receipt.getByText('Request head as sent').click();
  const head = receipt.locator('pre');
  await expect(head).toContainText('X-Key: ••••••••');
  await page.getByRole('button', { name: 'Show passwords' }).click();
  const written = received.subarray(0, bodyAt).toString().replaceAll('\r\n', '\n');
  expect(await head.textContent()).toBe(written);

  await test.step('and says so where the preview is another one by now', async () => {
    const to = page.getByRole('textbox', { name: 'to', exact: true });
    const before = await to.inputValue();
    await to.fill('+421900111222');
    await expect(playground.response.getByText(/^Result of an earlier request/)).toBeVisible();
    await expect(receipt.getByText('Sent bytes matched the preview at that time.')).toBeVisible();
    await to.fill(before);
    await expect(receipt.getByText('Sent bytes equal the preview.')).toBeVisible();
    await expect(playground.response.getByText(/^Result of an earlier request/)).toHaveCount(0);
  });
});

test('of an upload that ended early the part that left is compared', async ({
  page,
  rawServer,
}, testInfo) => {
  const early = reply('413 Content Too Large', 'application/json', '{"message":"Too large"}');
  const server = await rawServer((socket) => {
    socket.pause();
    socket.end(early);
  });
  const playground = new PlaygroundPage(page);
  await openAt(playground, server.origin);
  const file = testInfo.outputPath('big.mp4');
  await writeFile(file, Buffer.alloc(30_000_000));
  await playground.mediaFile.setInputFiles(file);
  await expect(playground.body).toContainText('big.mp4');
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload failed/);
  await expect(page.getByText(/All that was sent equals the preview: the head, and the first/)).toBeVisible();
  await expect(page.getByText(/The server answered before the body had ended/)).toBeVisible();
  await playground.response.getByText('Events, addresses').click();
  const timeline = page.getByRole('table', { name: 'Timeline' });
  await expect(timeline).toContainText('before the body had ended');
  await expect(timeline).toContainText('Body not sent completely');
});

/** What a receipt would say if other bytes had left: replaced where the page reads it. */
const forgeries: readonly [name: string, from: RegExp, to: string, text: RegExp][] = [
  ['the head', /"head":"UE9TV/, '"head":"UE9TW', /Head\s*\d+ bytes, differs from byte 3 on/],
  [
    'the first bytes of the body',
    /"first":"LS/,
    '"first":"LT',
    /Body\s*[\d\s]+ bytes, differs from byte 1 on/,
  ],
  [
    'a block of the body',
    /"hashes":\["[0-9a-f]{8}/,
    '"hashes":["00000000',
    /the first difference is between byte 16.384 and 1.048.575/,
  ],
];

for (const [name, from, to, text] of forgeries) {
  test(`where ${name} differs from the preview, that is said, and where`, async ({
    page,
    rawServer,
  }, testInfo) => {
    // The worker that takes in the reply is a script of its own, which no init script reaches.
    await page.route('**/assets/reply-worker-*.js', async (route) => {
      const script = await route.fetch();
      const forge = `const read = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'responseText').get;
        Object.defineProperty(XMLHttpRequest.prototype, 'responseText', {
          get() { return read.call(this).replace(new RegExp(${JSON.stringify(from.source)}), ${JSON.stringify(to)}); },
        });`;
      await route.fulfill({ response: script, body: `{${forge}}\n${await script.text()}` });
    });
    const server = await rawServer(whenComplete((socket) => socket.end(success)));
    const playground = new PlaygroundPage(page);
    await openAt(playground, server.origin);
    const file = testInfo.outputPath('clip.mp4');
    await writeFile(file, Buffer.alloc(3_000_000, 'frames'));
    await playground.mediaFile.setInputFiles(file);
    await expect(playground.body).toContainText('clip.mp4');
    await playground.send.click();
    await expect(playground.verdict).toHaveText(/^Upload succeeded/);
    const receipt = page.getByRole('group', { name: 'Receipt' });
    await expect(receipt.getByRole('alert')).toHaveText(
      'What was sent differs from the preview. Please report this.',
    );
    await expect(receipt).toContainText(text);
  });
}

test('a large file that is gone when the bytes are compared is said, and nothing is called equal', async ({
  page,
  rawServer,
}, testInfo) => {
  test.slow();
  const file = testInfo.outputPath('fleeting.mp4');
  const server = await rawServer(
    whenComplete((socket) => {
      // The page compares after the reply: by then the file is another one.
      void writeFile(file, 'something else').then(() => socket.end(success));
    }),
  );
  const playground = new PlaygroundPage(page);
  await openAt(playground, server.origin);
  // Smaller ones are held in memory from the moment they are chosen.
  await writeFile(file, Buffer.alloc(33 * 1024 * 1024, 'x'));
  await playground.mediaFile.setInputFiles(file);
  await expect(playground.body).toContainText('fleeting.mp4');
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/, { timeout: 60_000 });
  const receipt = page.getByRole('group', { name: 'Receipt' });
  await expect(receipt).toContainText('the file can’t be read any more');
  await expect(receipt).not.toContainText('Sent bytes equal the preview');
});

test('compressed, chunked, announced and redirected replies are read, and said to be that', async ({
  page,
  rawServer,
}) => {
  const packed = gzipSync('<r><media_url>https://m.example/1</media_url></r>');
  const chunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
  const server = await rawServer(
    whenComplete((socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n');
      socket.write(
        'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nTrailer: X-Checked\r\n\r\n',
      );
      socket.write(chunk(packed.subarray(0, 9)));
      socket.end(Buffer.concat([chunk(packed.subarray(9)), Buffer.from('0\r\nX-Checked: yes\r\n\r\n')]));
    }),
  );
  const playground = new PlaygroundPage(page);
  const { response } = playground;
  await openAt(playground, server.origin);
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(response.getByText(/ bytes · chunked · gzip, 49 bytes unpacked/)).toBeVisible();
  await expect(response.getByText('Interim replies before it: 103.')).toBeVisible();
  await expect(response.getByText('Trailers, after the body')).toBeVisible();
  await expect(response.getByText('X-Checked: yes')).toBeVisible();

  const moved = await rawServer(
    whenComplete((socket) =>
      socket.end(
        reply('307 Temporary Redirect', 'text/plain', '', ['Location: https://elsewhere.example/up']),
      ),
    ),
  );
  await playground.setXml(xml(moved.origin));
  await expect(playground.url).toContainText(moved.origin);
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload failed/);
  await expect(
    response.getByText(/redirect to https:\/\/elsewhere\.example\/up\. It was not followed/),
  ).toBeVisible();
});
