import { writeFile } from 'node:fs/promises';
import { expectAccessible } from './support/axe.ts';
import { behindDigest, type DigestRules } from './support/digest-server.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { reply, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

const photo = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(300_000, 'pixels')]);
const password = 'Circle of Life "&" 1';

const xml = (origin: string, given = password) => `<account>
  <username>Mufasa</username>
  <password>${given.replaceAll('&', '&amp;')}</password>
  <genericMediaUploadUrl>${origin}/up?a=b%20c</genericMediaUploadUrl>
  <genericMediaUploadMethod>put</genericMediaUploadMethod>
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>X-Last: yes</genericMediaUploadCustomHeaders>
  <genericMediaUploadAuthUsername>%account[username]%</genericMediaUploadAuthUsername>
  <genericMediaUploadAuthPassword>%account[password]%</genericMediaUploadAuthPassword>
</account>
`;

/** The requests that came, one after the other; all have bodies of one length. */
function requestsOf(received: Buffer): readonly { readonly head: string; readonly body: Buffer }[] {
  const requests: { head: string; body: Buffer }[] = [];
  for (let at = 0; at < received.length; ) {
    const bodyAt = received.indexOf('\r\n\r\n', at) + 4;
    const head = received.subarray(at, bodyAt).toString();
    const length = Number(/^Content-Length: (\d+)\r$/m.exec(head)?.[1]);
    requests.push({ head, body: received.subarray(bodyAt, bodyAt + length) });
    at = bodyAt + length;
  }
  return requests;
}

const ways: readonly Pick<DigestRules, 'algorithm' | 'qop' | 'staleTimes'>[] = [
  { algorithm: 'MD5', qop: true },
  { algorithm: 'MD5', qop: false },
  { algorithm: 'SHA-256', qop: true, staleTimes: 1 },
  { algorithm: 'MD5-sess', qop: true },
  { algorithm: 'SHA-256-sess', qop: true },
];

test('a Digest challenge is answered with the whole request again, and every exchange is shown (HDR-6)', async ({
  page,
  rawServer,
}) => {
  test.slow();
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.chooseFile({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo });
  for (const way of ways) {
    await test.step(JSON.stringify(way), async () => {
      const server = await rawServer(behindDigest({ username: 'Mufasa', password, ...way }));
      await playground.setXml(xml(server.origin));
      await expect(playground.url).toContainText(server.origin);
      await playground.send.click();
      await expect(playground.verdict).toHaveText(/^Upload succeeded/);
      await expect(
        playground.response.getByText(/^Sent bytes equal the preview, with the answer/),
      ).toBeVisible();

      const [first, ...others] = requestsOf(server.received());
      const count = 2 + (way.staleTimes ?? 0);
      await expect(playground.response.getByText(`Login: ${count} exchanges`)).toBeVisible();
      expect(others).toHaveLength(count - 1);
      expect(first?.head).not.toContain('Authorization');
      expect(first?.body.includes(photo)).toBe(true);
      for (const { head, body } of others) {
        expect(body.equals(first?.body ?? Buffer.alloc(0))).toBe(true);
        expect(head.replace(/Authorization: Digest [^\r]*\r\n(?=\r\n$)/, '')).toBe(first?.head);
      }
      const cnonces = others.map(({ head }) => /cnonce="([^"]+)"/.exec(head)?.[1]);
      expect(new Set(cnonces).size).toBe(way.qop || way.algorithm.endsWith('-sess') ? count - 1 : 1);
    });
  }

  await test.step('each exchange has its head, its receipt, its reply and its timeline', async () => {
    const { response } = playground;
    await response.getByText(/^Exchange 1: without credentials, 401 Unauthorized/).click();
    const earlier = page.getByRole('region', { name: 'Earlier exchanges' });
    await expect(earlier.getByText('Sent bytes equal the preview.')).toBeVisible();
    await expect(earlier.getByText('Log in first')).toBeVisible();
    await earlier.getByText('Events, addresses').click();
    await expect(earlier.getByRole('table', { name: 'Timeline' })).toBeVisible();
    await expectAccessible(page);
    await earlier.getByText('Request head as sent').click();
    await expect(earlier.locator('pre').first()).not.toContainText('Authorization');
    await response.getByText('Request head as sent').first().click();
    await expect(response.getByText(/Authorization: Digest username="Mufasa"/)).toBeVisible();
    // Neither what is shown nor what is kept for a reload holds the password beyond the document.
    expect(await response.innerText()).not.toContain('Circle');
  });
});

test('a server that asks for a login before it has read the body is answered all the same', async ({
  page,
  rawServer,
}, testInfo) => {
  const rules = { username: 'Mufasa', password, algorithm: 'SHA-256', qop: true, early: true } as const;
  const server = await rawServer(behindDigest(rules));
  const playground = new PlaygroundPage(page);
  await playground.open();
  const file = testInfo.outputPath('big.mp4');
  await writeFile(file, Buffer.alloc(20_000_000, 'frames'));
  await playground.mediaFile.setInputFiles(file);
  await playground.setXml(xml(server.origin));
  await expect(playground.url).toContainText(server.origin);
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(playground.response.getByText('Login: 2 exchanges')).toBeVisible();
  await playground.response.getByText(/^Exchange 1: without credentials/).click();
  const earlier = page.getByRole('region', { name: 'Earlier exchanges' });
  await expect(earlier.getByText(/^All that was sent equals the preview/)).toBeVisible();
  await expect(earlier.getByText(/answered before the body had ended/)).toBeVisible();
});

test('a login that fails ends in a verdict, and says why it went no further', async ({ page, rawServer }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const server = await rawServer(behindDigest({ username: 'Mufasa', password, algorithm: 'MD5', qop: true }));
  await playground.setXml(xml(server.origin, 'wrong'));
  await expect(playground.url).toContainText(server.origin);
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload failed/);
  await expect(playground.response.getByText(/did not take this user name and password/)).toBeVisible();
  expect(requestsOf(server.received())).toHaveLength(2);

  const basic = await rawServer(
    whenComplete((socket) =>
      socket.end(reply('401 Unauthorized', 'text/plain', 'no', ['WWW-Authenticate: Basic realm="x"'])),
    ),
  );
  await playground.setXml(xml(basic.origin));
  await expect(playground.url).toContainText(basic.origin);
  await playground.send.click();
  await expect(playground.response.getByText(/asks for a login by Basic/)).toBeVisible();
  expect(requestsOf(basic.received())).toHaveLength(1);
});
