import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCaptured } from '../test/captured-console.ts';

let folder: string;
let photo: string;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'send-exchanges-'));
  photo = join(folder, 'photo.jpg');
  writeFileSync(photo, Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(2_000_000, 'photo')]));
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
  rmSync(folder, { recursive: true });
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const success = '<r><media_url>https://m.example/1</media_url></r>';
const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** The server's side, by RFC 7616 and with nothing of ours. `nonces`: the challenges, one after the other. */
function digestServer(
  nonces: readonly string[],
  seen: { head: IncomingMessage; body: Buffer }[],
): RequestListener {
  return async (request, response) => {
    seen.push({ head: request, body: await buffer(request) });
    const given = request.headers.authorization ?? '';
    const value = (name: string) => new RegExp(`\\b${name}="?([^",]*)`).exec(given)?.[1] ?? '';
    const ha1 = md5('jo@sip.example:upload:p&w');
    const ha2 = md5(`${request.method}:${request.url}`);
    const expected = md5(`${ha1}:${value('nonce')}:${value('nc')}:${value('cnonce')}:${value('qop')}:${ha2}`);
    const isRight = value('uri') === request.url && value('response') === expected;
    const nonce = nonces[seen.length - 1];
    if (isRight && nonce === undefined) {
      response.setHeader('Content-Type', 'text/xml').end(success);
      return;
    }
    const stale = isRight ? ', stale=true' : '';
    response.setHeader(
      'WWW-Authenticate',
      `Digest realm="upload", qop="auth", nonce="${nonce ?? 'n'}"${stale}`,
    );
    response.writeHead(401).end();
  };
}

const xml = (origin: string, password = 'p&amp;w') => `<account>
  <username>jo</username><password>${password}</password>
  <genericMediaUploadUrl>${origin}/up?x=1</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>f=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadAuthUsername>%account[username]%@sip.example</genericMediaUploadAuthUsername>
  <genericMediaUploadAuthPassword>%account[password]%</genericMediaUploadAuthPassword>
</account>`;

const send = (document: string, ...args: string[]) =>
  runCaptured(['send', '-', '--media', photo, ...args], { input: document });

describe('a login by Digest (HDR-6)', () => {
  test('is answered with the whole request again; both exchanges are shown', async () => {
    const seen: { head: IncomingMessage; body: Buffer }[] = [];
    const port = await listen(createServer(digestServer(['n1'], seen)));
    const { status, text } = await send(xml(`http://127.0.0.1:${port}`));
    expect(status).toBe(0);
    expect(seen).toHaveLength(2);
    const [first, second] = seen;
    expect(first?.head.headers.authorization).toBeUndefined();
    expect(second?.body.equals(first?.body ?? Buffer.alloc(0))).toBe(true);
    expect(text).toMatch(/^Upload succeeded\n/);
    expect(text).toMatch(/Exchange 1 of 2: HTTP 401 Unauthorized\. .*Digest \(MD5, qop=auth\)/);
    expect(text).toMatch(
      /Sent: head of \d+ bytes, body of \d+ bytes, SHA-256 [0-9a-f]{64}; equal to the preview$/m,
    );
    expect(text).toMatch(/^ {2}Media in it: SHA-256 [0-9a-f]{64}$/m);
  });

  test('is in the JSON, too, with what was sent each time, and never the password', async () => {
    const seen: { head: IncomingMessage; body: Buffer }[] = [];
    const port = await listen(createServer(digestServer(['n1', 'n2'], seen)));
    const { text, err } = await send(xml(`http://127.0.0.1:${port}`, 'p&amp;w'), '--format', 'json');
    const printed = JSON.parse(text);
    expect(printed).toMatchObject({
      success: true,
      exchange: { status: 200, sent: { equalsPreview: true } },
      earlier: [
        { status: 401, sent: { equalsPreview: true }, login: expect.stringContaining('Digest') },
        { status: 401, login: expect.stringContaining('stale') },
      ],
    });
    const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
    expect(printed.earlier[0].sent).toMatchObject({
      sha256: sha256(seen[0]?.body ?? ''),
      mediaSha256: sha256(readFileSync(photo)),
      bodyBytes: seen[0]?.body.length,
    });
    expect(printed.earlier[0].sent.head).not.toContain('Authorization');
    expect(printed.exchange.sent.head).toContain('\r\nAuthorization: Digest username="jo@sip.example"');
    expect(`${text}${err}`).not.toMatch(/p&(amp;)?w/);
  });

  test('that fails is not tried again, and why is said', async () => {
    const seen: { head: IncomingMessage; body: Buffer }[] = [];
    const port = await listen(createServer(digestServer(['n1'], seen)));
    const { status, text } = await send(xml(`http://127.0.0.1:${port}`, 'wrong'));
    expect(status).toBe(1);
    expect(seen).toHaveLength(2);
    expect(text).toMatch(/^ {2}The server did not take this user name and password/m);
  });
});

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'test', 'fixtures', 'tls', `self-signed-${name}.pem`));
const identity = { key: fixture('key'), cert: fixture('cert') };

describe('a login by Basic (HDR-6)', () => {
  const accept = ['--accept-certificate', new X509Certificate(identity.cert).fingerprint256];
  const token = Buffer.from('jo@sip.example:p&w').toString('base64');

  /** Asks for Basic in two header lines, and takes one token. */
  function basicServer(seen: { head: IncomingMessage; body: Buffer }[]): RequestListener {
    return async (request, response) => {
      seen.push({ head: request, body: await buffer(request) });
      if (request.headers.authorization === `Basic ${token}`) {
        response.setHeader('Content-Type', 'text/xml').end(success);
        return;
      }
      response.setHeader('WWW-Authenticate', ['Negotiate', 'Basic realm="up \\"load\\"", charset="UTF-8"']);
      response.writeHead(401).end();
    };
  }

  test('is answered once over https with the whole request again; both exchanges are shown', async () => {
    const seen: { head: IncomingMessage; body: Buffer }[] = [];
    const port = await listen(createTlsServer(identity, basicServer(seen)));
    const { status, text, err } = await send(xml(`https://127.0.0.1:${port}`), ...accept);
    expect(status).toBe(0);
    expect(seen.map(({ head }) => head.headers.authorization)).toEqual([undefined, `Basic ${token}`]);
    expect(seen[1]?.body.equals(seen[0]?.body ?? Buffer.alloc(0))).toBe(true);
    expect(text).toMatch(/Exchange 1 of 2: HTTP 401 Unauthorized\. .*by Basic.* assumption \(basic-auth\)/);
    expect(text).toMatch(/; equal to the preview$/m);
    expect(`${text}${err}`).not.toContain(token);
    expect(`${text}${err}`).not.toMatch(/p&(amp;)?w/);
  });

  test('that fails is not tried again', async () => {
    const seen: { head: IncomingMessage; body: Buffer }[] = [];
    const port = await listen(createTlsServer(identity, basicServer(seen)));
    const { status, text } = await send(xml(`https://127.0.0.1:${port}`, 'wrong'), ...accept);
    expect(status).toBe(1);
    expect(seen).toHaveLength(2);
    expect(text).toMatch(/did not take this user name and password/);
  });

  test.each([
    ['over http', 'http', [], /never answered over http/],
    ['where that is assumed', 'https', ['--assume', 'basic-auth=never'], /basic-auth=never/],
  ])('is not answered %s', async (_, scheme, args, why) => {
    const seen: { head: IncomingMessage; body: Buffer }[] = [];
    const answer = basicServer(seen);
    const server = scheme === 'http' ? createServer(answer) : createTlsServer(identity, answer);
    const given = scheme === 'http' ? args : [...args, ...accept];
    const { status, text } = await send(xml(`${scheme}://127.0.0.1:${await listen(server)}`), ...given);
    expect(status).toBe(1);
    expect(seen).toHaveLength(1);
    expect(text).toMatch(why);
  });
});

/** In place, to the same size and under the old date. */
function changePhoto(): void {
  const { atime, mtime } = statSync(photo);
  writeFileSync(photo, readFileSync(photo).fill('x', 1_500_000));
  utimesSync(photo, atime, mtime);
}

describe('a file that is changed to the same size', () => {
  test('between two exchanges is not sent in place of the one that was chosen', async () => {
    const seen: { head: IncomingMessage; body: Buffer }[] = [];
    const answer = digestServer(['n1'], seen);
    const port = await listen(
      createServer((request, response) => {
        // The second request is broken off.
        if (seen.length > 0) return request.on('error', () => {}).resume();
        request.once('end', changePhoto);
        return answer(request, response);
      }),
    );
    const { status, text } = await send(xml(`http://127.0.0.1:${port}`));
    expect(status).toBe(3);
    expect(text).toMatch(/media-unreadable/);
    expect(text).toMatch(/was changed while it was in use\. Start again\./);
    expect(seen).toHaveLength(1);
  });

  test('before it is compared is said to be that, and never equal', async () => {
    const port = await listen(
      createServer((request, response) => {
        request.resume().once('end', () => {
          changePhoto();
          response.setHeader('Content-Type', 'text/xml').end(success);
        });
      }),
    );
    const { text } = await send(xml(`http://127.0.0.1:${port}`));
    expect(text).toMatch(/^Upload succeeded/);
    expect(text).toMatch(/not compared, the media file changed since$/m);
  });
});

describe('a certificate that is not trusted', () => {
  const { fingerprint256 } = new X509Certificate(fixture('cert'));
  let received: number;

  async function start(): Promise<string> {
    received = 0;
    const answer: RequestListener = (request, response) => {
      received += 1;
      request.resume();
      request.on('end', () => response.setHeader('Content-Type', 'text/xml').end(success));
    };
    return `https://127.0.0.1:${await listen(createTlsServer(identity, answer))}`;
  }

  test('is a failure with its details and how to accept it', async () => {
    const { status, text } = await send(xml(await start()));
    expect(status).toBe(3);
    expect(text).toMatch(/^No complete reply: tls-/);
    expect(text).toContain(`SHA-256 ${fingerprint256}`);
    expect(text).toContain(`--accept-certificate ${fingerprint256}`);
    expect(received).toBe(0);
  });

  test('is accepted by its fingerprint, with or without colons, and that is said', async () => {
    const origin = await start();
    for (const print of [fingerprint256, fingerprint256.replaceAll(':', '').toLowerCase()]) {
      const { status, text } = await send(xml(origin), '--accept-certificate', print);
      expect(status).toBe(0);
      expect(text).toMatch(/^ {2}Certificate not trusted: .* Accepted by --accept-certificate/m);
    }
    expect(received).toBe(2);
  });

  test('is not accepted by another fingerprint, nor by text that is not one', async () => {
    const origin = await start();
    const other = await send(xml(origin), '--accept-certificate', '00'.repeat(32));
    expect(other.status).toBe(3);
    const none = await send(xml(origin), '--accept-certificate', 'yes');
    expect(none).toMatchObject({ status: 2, err: expect.stringContaining('fingerprint') });
    expect(received).toBe(0);
  });
});
