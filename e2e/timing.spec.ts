import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlaygroundPage } from './support/playground-page.ts';
import { startTlsServer, success, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

const fixture = (name: string) => join(import.meta.dirname, '..', 'src', 'test', 'fixtures', 'tls', name);
const good = { key: readFileSync(fixture('leaf-key.pem')), cert: readFileSync(fixture('good-cert.pem')) };

// Certificates of its authority verify.
test.use({ authority: fixture('authority-cert.pem') });

const xml = (origin: string) => `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>
`;

test('timing shows addresses, connection, TLS, who signed which certificate and until when it holds, and each step', async ({
  page,
}) => {
  const server = await startTlsServer(
    good,
    whenComplete((socket) => socket.end(success)),
  );
  try {
    const playground = new PlaygroundPage(page);
    const { response } = playground;
    const origin = `https://localhost:${server.port}`;
    await playground.open();
    await playground.setXml(xml(origin));
    await expect(playground.url).toContainText(origin);
    await playground.send.click();
    await expect(playground.verdict).toHaveText(/^Upload succeeded/);
    await expect(playground.verdict).not.toContainText('not trusted');

    const phases = response.getByLabel('Phases');
    await expect(phases).toHaveText(/^Connecting.* m?sSending.* m?sWaiting.* m?sReceiving.* m?s$/);
    await response.getByText('Events, addresses, certificates').click();
    await expect(response.getByText(/^localhost is .*127\.0\.0\.1/)).toBeVisible();
    await expect(response.getByText(new RegExp(`port ${server.port}$`))).toBeVisible();
    await expect(response.getByText(/^TLSv1\.3, TLS_/)).toBeVisible();
    const summary = response.getByText(/^Certificate of .*expires in \d+.* days?$/);
    await summary.click();
    const own = new X509Certificate(good.cert);
    const authority = new X509Certificate(readFileSync(fixture('authority-cert.pem')));
    for (const { fingerprint256 } of [own, authority]) {
      await expect(response.getByText(fingerprint256)).toBeVisible();
    }
    await expect(response.getByText('Signs the one above')).toBeVisible();

    const timeline = page.getByRole('table', { name: 'Timeline' });
    const steps = await timeline.getByRole('rowheader').allTextContents();
    expect(steps.map((step) => step.replace(/\d+ address(es)?$/, ''))).toEqual([
      'DNS lookup',
      'Connected',
      'TLS handshake',
      'First byte sent',
      'Body sent',
      'First byte of the reply',
      'End of the reply',
    ]);
    for (const row of (await timeline.getByRole('row').allTextContents()).slice(1)) {
      expect(row).toMatch(/[\d.]+ m?s[\d.]+ m?s$/);
    }
  } finally {
    await server.close();
  }
});
