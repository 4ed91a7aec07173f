import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answerAfter, envelopeFor, type RawTarget, rawTarget, upload } from '../../test/raw-target.ts';
import type { Envelope, ProtocolEvent } from '../../upload/protocol.ts';
import { readEnvelope } from '../proxy/envelope.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const file = (name: string) =>
  readFileSync(new URL(`../../test/fixtures/tls/${name}.pem`, import.meta.url), 'utf8');

interface Shown {
  readonly target: RawTarget;
  readonly events: readonly ProtocolEvent[];
  readonly last: ProtocolEvent | undefined;
  readonly tls: (ProtocolEvent & { type: 'tls' }) | undefined;
}

/** An upload to `https://localhost` with this certificate; the test authority is trusted. */
async function over(
  cert: string,
  changes: Partial<Envelope> = {},
  ca = file('authority-cert'),
): Promise<Shown> {
  const key = file(cert === 'self-signed-cert' ? 'self-signed-key' : 'leaf-key');
  const target = await rawTarget(answerAfter('hello', ok), { cert: file(cert), key });
  const envelope = envelopeFor(target.port, 'hello', {
    url: `https://localhost:${target.port}/`,
    ...changes,
  });
  const lookup = () => Promise.resolve(['127.0.0.1']);
  const { events, last } = await upload(envelope, 'hello', { lookup, ca });
  const tls = events.find((event): event is ProtocolEvent & { type: 'tls' } => event.type === 'tls');
  return { target, events, last, tls };
}

const unverified = [
  { code: 'tls-expired', cert: 'expired-cert', detail: /certificate has expired/ },
  { code: 'tls-not-yet-valid', cert: 'future-cert', detail: /certificate is not yet valid/ },
  { code: 'tls-wrong-name', cert: 'other-cert', detail: /localhost/ },
  { code: 'tls-self-signed', cert: 'self-signed-cert', detail: /self-signed certificate/ },
  { code: 'tls-unknown-authority', cert: 'good-cert', detail: /unable to/, ca: '' },
];

test('a certificate that verifies is reported with its chain, and nothing has to be accepted', async () => {
  const { tls, last } = await over('good-cert');
  expect(last?.type).toBe('end');
  expect(tls).toMatchObject({ version: 'TLSv1.3', problem: null, accepted: false });
  expect(tls?.chain).toMatchObject([
    {
      subject: 'localhost',
      issuer: 'Playground Test Authority',
      names: ['localhost', '127.0.0.1', '0:0:0:0:0:0:0:1'],
    },
    { subject: 'Playground Test Authority' },
  ]);
});

test.each(
  unverified,
)('$code is reported with the certificate, and not a byte of the request is sent', async ({
  code,
  cert,
  detail,
  ca,
}) => {
  const { target, events, tls, last } = await over(cert, {}, ca);
  expect(events.map(({ type }) => type)).toEqual(['lookup', 'connected', 'tls', 'error']);
  expect(tls).toMatchObject({ problem: { code, detail: expect.stringMatching(detail) }, accepted: false });
  expect(last).toMatchObject({ code, detail: expect.stringMatching(detail) });
  expect(target.received()).toHaveLength(0);
});

test.each(unverified)('$code can be accepted by the reported fingerprint, for that upload', async ({
  code,
  cert,
  ca,
}) => {
  const first = await over(cert, {}, ca);
  const acceptCertificate = first.tls?.chain[0]?.fingerprint ?? '';
  const { tls, last, target } = await over(cert, { acceptCertificate }, ca);
  expect(tls).toMatchObject({ problem: { code }, accepted: true });
  expect(last?.type).toBe('end');
  expect(target.received().toString()).toContain('hello');
});

test('the facts of a certificate are those that openssl prints', async () => {
  const { tls } = await over('expired-cert');
  expect(tls?.chain[0]).toMatchObject({
    validFrom: '2020-01-01T00:00:00.000Z',
    validTo: '2021-01-01T00:00:00.000Z',
    fingerprint:
      '72:FE:5E:47:33:51:EA:FF:2C:8F:CE:BB:8A:52:08:90:8B:5C:7F:FC:2A:AE:A0:A6:B5:6B:1C:29:C4:9C:0E:9C',
  });
});

test('the fingerprint of another certificate accepts nothing, that of the authority neither', async () => {
  const authority = (await over('good-cert')).tls?.chain[1]?.fingerprint ?? '';
  for (const acceptCertificate of ['00'.concat(':00'.repeat(31)), authority]) {
    const { tls, last, target } = await over('expired-cert', { acceptCertificate });
    expect(tls?.accepted).toBe(false);
    expect(last).toMatchObject({ type: 'error', code: 'tls-expired' });
    expect(target.received()).toHaveLength(0);
  }
});

test('a certificate that verifies is not accepted but trusted, whatever the envelope says', async () => {
  const acceptCertificate = (await over('good-cert')).tls?.chain[0]?.fingerprint ?? '';
  for (const given of [acceptCertificate, '00'.concat(':00'.repeat(31))]) {
    const { tls, last } = await over('good-cert', { acceptCertificate: given });
    expect(tls).toMatchObject({ problem: null, accepted: false });
    expect(last?.type).toBe('end');
  }
});

test.each([
  '',
  'AA',
  'aa'.concat(':aa'.repeat(31)),
  '00'.repeat(32),
  `${'00'.concat(':00'.repeat(31))} `,
])('an envelope that accepts %j is refused: it is no fingerprint', async (acceptCertificate) => {
  const line = Buffer.from(`${JSON.stringify({ ...envelopeFor(1, ''), acceptCertificate })}\n`);
  const read = await readEnvelope(Readable.from([line]), 1000);
  expect(read).toMatchObject({
    code: 'envelope-invalid',
    detail: expect.stringContaining('acceptCertificate'),
  });
});

test('tls-protocol, where the port speaks no TLS', async () => {
  const target = await rawTarget((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const envelope = envelopeFor(target.port, '', { url: `https://127.0.0.1:${target.port}/` });
  const { last } = await upload(envelope, '');
  expect(last).toMatchObject({ type: 'error', code: 'tls-protocol' });
});

test('tls-protocol, where the server knows no version of TLS that is still allowed', async () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const target = await rawTarget(() => {}, { cert: file('good-cert'), key: file('leaf-key'), ...old });
  const envelope = envelopeFor(target.port, '', { url: `https://127.0.0.1:${target.port}/` });
  const { last } = await upload(envelope, '');
  expect(last).toMatchObject({ type: 'error', code: 'tls-protocol' });
});
