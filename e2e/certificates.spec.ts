import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { type RawServer, startTlsServer, success, whenComplete } from './support/raw-server.ts';
import { test as base, expect } from './support/test.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'src', 'test', 'fixtures', 'tls', `self-signed-${name}.pem`));
const { fingerprint256 } = new X509Certificate(fixture('cert'));

/** Answers over TLS with a certificate of no trusted authority. */
const test = base.extend<{ tlsServer: RawServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
  tlsServer: async ({}, use) => {
    const identity = { key: fixture('key'), cert: fixture('cert') };
    const server = await startTlsServer(
      identity,
      whenComplete((socket) => socket.end(success)),
    );
    await use(server);
    await server.close();
  },
});

const xml = (origin: string) => `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>
`;

test('a certificate is accepted in two steps by keyboard, for this tab, visibly, and can be taken back', async ({
  page,
  tlsServer,
}) => {
  test.slow();
  const playground = new PlaygroundPage(page);
  const { response } = playground;
  const failure = page
    .getByRole('status')
    .filter({ hasText: /^Not sent: the certificate|^Not sent: the server’s/ });
  const accept = page.getByRole('button', { name: 'Accept this certificate…' });
  await playground.open();
  await playground.setXml(xml(tlsServer.origin));
  await expect(playground.url).toContainText(tlsServer.origin);
  await playground.send.click();

  await test.step('its details are there before anything can be accepted', async () => {
    await expect(failure).toBeVisible();
    await expect(playground.verdict).toHaveCount(0);
    await expect(response.getByText(fingerprint256).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Accept and send again' })).toHaveCount(0);
    expect(tlsServer.received()).toHaveLength(0);
  });

  await test.step('a person can turn back', async () => {
    await accept.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Accept the certificate?' })).toBeFocused();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await page.keyboard.press('Escape');
    await expect(accept).toBeFocused();
    expect(tlsServer.received()).toHaveLength(0);
  });

  await test.step('and go on', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(playground.verdict).toHaveText(/^Upload succeeded/);
    await expect(playground.verdict).toContainText('Certificate not trusted');
    await expect(playground.verdict).toContainText('Accepted by you for this session');
    await expect(response.getByText('Sent bytes equal the preview.')).toBeVisible();
  });

  await test.step('it is remembered over a reload, and for no other tab', async () => {
    await page.reload();
    await playground.editorReady();
    await playground.send.click();
    await expect(playground.verdict).toContainText('Certificate not trusted');
    const other = new PlaygroundPage(await page.context().newPage());
    await other.open();
    await other.setXml(xml(tlsServer.origin));
    await expect(other.url).toContainText(tlsServer.origin);
    await other.send.click();
    await expect(other.page.getByRole('button', { name: 'Accept this certificate…' })).toBeVisible();
    await other.page.close();
  });

  await test.step('it can be taken back', async () => {
    await page.getByRole('button', { name: 'Trust it no more' }).click();
    await expect(page.getByRole('button', { name: 'Trust it no more' })).toHaveCount(0);
    await playground.send.click();
    await expect(failure).toBeVisible();
    await expect(playground.verdict).toHaveCount(0);
  });
});

test('what was accepted for one server is not accepted for another', async ({ page, tlsServer }) => {
  const playground = new PlaygroundPage(page);
  const identity = { key: fixture('key'), cert: fixture('cert') };
  const second = await startTlsServer(
    identity,
    whenComplete((socket) => socket.end(success)),
  );
  try {
    await playground.open();
    await playground.setXml(xml(tlsServer.origin));
    await expect(playground.url).toContainText(tlsServer.origin);
    await playground.send.click();
    await page.getByRole('button', { name: 'Accept this certificate…' }).click();
    await playground.setXml(xml(second.origin));
    await expect(playground.url).toContainText(second.origin);
    await page.getByRole('button', { name: 'Accept and send again' }).click();
    await expect(page.getByText(`The certificate of 127.0.0.1:${second.port}`)).toBeVisible();
    expect(second.received()).toHaveLength(0);
  } finally {
    await second.close();
  }
});
