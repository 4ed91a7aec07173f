import { expect, test } from 'vitest';
import { exchangeRaw, head, serveForTest } from '../../test/raw-client.ts';
import { checkRequest, type Guard, type GuardedKind } from './guard.ts';
import { refuse } from './refusal.ts';
import { localSite, publicSite } from './site.ts';
import { localTokens } from './tokens.ts';

const token = 'the-token-of-this-process';
const local: Guard = { site: localSite, tokens: localTokens(token) };
const hosted: Guard = {
  site: publicSite([
    'https://play.example.com',
    'https://other.example.com:8443',
    'http://plain.example.com',
  ]),
  tokens: localTokens(token),
};

function guarded(kind: GuardedKind, guard = local): Promise<number> {
  return serveForTest((request, response) => {
    const refusal = checkRequest(request, guard, kind);
    if (refusal === null) response.end('passed');
    else refuse(response, refusal);
  });
}

/** What a page of our own sends, with single lines replaced, dropped (null) or added. */
function sendHead(port: number, changes: Record<string, string | readonly string[] | null> = {}): string {
  const headers: Record<string, string | readonly string[] | null> = {
    Host: `127.0.0.1:${port}`,
    Origin: `http://127.0.0.1:${port}`,
    'X-Playground-Token': token,
    'Content-Type': 'application/octet-stream',
    'Content-Length': '0',
    ...changes,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}: ${each}`),
  );
  return head('POST /api/send', ...lines);
}

async function outcome(port: number, request: string): Promise<string> {
  const { status, body } = await exchangeRaw(port, request);
  return status === 200 ? 'passed' : `${status} ${JSON.parse(body.toString()).code}`;
}

test('an upload from the playground’s own page passes', async () => {
  const port = await guarded('send');
  expect(await outcome(port, sendHead(port))).toBe('passed');
});

test.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])('the host may be written %s', async (name) => {
  const port = await guarded('send');
  const origin = `http://${name.toLowerCase()}:${port}`;
  expect(await outcome(port, sendHead(port, { Host: `${name}:${port}`, Origin: origin }))).toBe('passed');
});

test.each([
  ['evil.example', 'a name that an attacker’s DNS points here'],
  ['evil.example:PORT', 'such a name with the right port'],
  ['localhost', 'no port'],
  ['localhost:1', 'another port'],
  ['localhost:PORT0', 'a port with a digit too many'],
  ['localhost.:PORT', 'a trailing dot'],
  ['localhost:PORT.evil.example', 'a name that only begins like ours'],
  ['evil.example/localhost:PORT', 'a path in front'],
  ['user@localhost:PORT', 'user info'],
  ['127.0.0.2:PORT', 'another address of this machine'],
  ['', 'an empty one'],
])('the Host %j is refused (%s)', async (host) => {
  const port = await guarded('send');
  const written = host.replace('PORT', String(port));
  const request = sendHead(port, { Host: written, Origin: `http://${written}` });
  expect(await outcome(port, request)).toBe('403 host-wrong');
});

test('a second Host is refused, whichever of the two is right', async () => {
  const port = await guarded('send');
  const right = `127.0.0.1:${port}`;
  expect(await outcome(port, sendHead(port, { Host: [right, 'evil.example'] }))).toBe('403 host-wrong');
  expect(await outcome(port, sendHead(port, { Host: ['evil.example', right] }))).toBe('403 host-wrong');
});

test('a request of HTTP/1.0 without a Host is refused', async () => {
  const port = await guarded('token');
  expect(await outcome(port, 'GET /api/token HTTP/1.0\r\n\r\n')).toBe('403 host-wrong');
});

test.each([
  [{ Origin: null }, 'no Origin', '403 origin-foreign'],
  [{ Origin: 'null' }, 'the Origin of a sandboxed page', '403 origin-foreign'],
  [{ Origin: 'http://evil.example' }, 'a foreign Origin', '403 origin-foreign'],
  [{ Origin: 'http://127.0.0.1:1' }, 'another port of this machine', '403 origin-foreign'],
  [{ 'X-Playground-Token': null }, 'no token', '403 token-wrong'],
  [{ 'X-Playground-Token': 'a-guess' }, 'a wrong token', '403 token-wrong'],
  [{ 'X-Playground-Token': `${token}x` }, 'more than the token', '403 token-wrong'],
  [{ 'X-Playground-Token': [token, token] }, 'two tokens', '403 token-wrong'],
  [{ 'Content-Type': null }, 'no Content-Type', '415 content-type-wrong'],
  [{ 'Content-Type': 'text/plain' }, 'a type that forms can send', '415 content-type-wrong'],
  [
    { 'Transfer-Encoding': 'chunked', 'Content-Length': null },
    'a body that does not say its length',
    '411 length-required',
  ],
])('an upload with %j is refused (%s)', async (changes, _, expected) => {
  const port = await guarded('send');
  expect(await outcome(port, sendHead(port, changes))).toBe(expected);
});

test('an Origin that names this machine otherwise than Host is foreign', async () => {
  const port = await guarded('send');
  for (const Origin of [
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port}/`,
  ]) {
    expect(await outcome(port, sendHead(port, { Origin }))).toBe('403 origin-foreign');
  }
});

test('an upload is taken by POST only', async () => {
  const port = await guarded('send');
  expect(await outcome(port, sendHead(port).replace('POST', 'PUT'))).toBe('405 method-wrong');
});

test('a refusal comes while the body is still to be sent, ends the connection and opens no door', async () => {
  const port = await guarded('send');
  const request = sendHead(port, { 'X-Playground-Token': null, 'Content-Length': '1000000000' });
  const { status, headers, body } = await exchangeRaw(port, `${request}the first bytes`);
  expect(status).toBe(403);
  expect(headers.get('connection')).toBe('close');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-length')).toBe(String(body.length));
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect(Object.keys(JSON.parse(body.toString()))).toEqual(['code', 'text']);
});

test.each([
  [[], 'passed'],
  [['Sec-Fetch-Site: same-origin'], 'passed'],
  [['Sec-Fetch-Site: none'], 'passed'],
  [['Sec-Fetch-Site: same-site'], '403 origin-foreign'],
  [['Sec-Fetch-Site: cross-site'], '403 origin-foreign'],
  [['Sec-Fetch-Site: none', 'Sec-Fetch-Site: cross-site'], '403 origin-foreign'],
  [['Origin: http://evil.example'], '403 origin-foreign'],
])('the token, the report and the demo server judge %j as %s', async (lines, expected) => {
  for (const kind of ['token', 'demo-report', 'demo-upload'] as const) {
    const port = await guarded(kind);
    expect(await outcome(port, head('GET /', `Host: localhost:${port}`, ...lines))).toBe(expected);
  }
});

test('the token and the report are given by GET only', async () => {
  for (const kind of ['token', 'demo-report'] as const) {
    const port = await guarded(kind);
    const request = head('POST /', `Host: localhost:${port}`, 'Content-Length: 0');
    expect(await outcome(port, request)).toBe('405 method-wrong');
  }
});

test('a caller on another machine is refused', () => {
  const request = {
    socket: { remoteAddress: '192.0.2.7', localPort: 4173 },
    rawHeaders: ['Host', 'localhost:4173'],
    headers: { host: 'localhost:4173' },
    method: 'GET',
  };
  expect(checkRequest(request as never, local, 'token')?.code).toBe('not-local');
});

test.each([
  ['play.example.com', 'https://play.example.com'],
  ['PLAY.example.com', 'https://play.example.com'],
  ['other.example.com:8443', 'https://other.example.com:8443'],
  ['plain.example.com', 'http://plain.example.com'],
])('hosted, a page of %s may send', async (Host, Origin) => {
  const port = await guarded('send', hosted);
  expect(await outcome(port, sendHead(port, { Host, Origin }))).toBe('passed');
});

test.each([
  'localhost',
  'localhost:PORT',
  '127.0.0.1:PORT',
  'play.example.com:PORT',
  'play.example.com:443',
  'other.example.com',
  'play.example.com.',
  'play.example.com.evil.example',
  'x.play.example.com',
  'play.example.com@evil.example',
  'play.example.com, evil.example',
  '[::1',
  '',
])('hosted, the Host %j is refused for all that there is', async (host) => {
  for (const kind of ['send', 'token', 'demo-upload', 'demo-report'] as const) {
    const port = await guarded(kind, hosted);
    const Host = host.replace('PORT', String(port));
    expect(await outcome(port, sendHead(port, { Host, Origin: `https://${Host}` }))).toBe('403 host-wrong');
  }
});

test.each([
  null,
  'null',
  '',
  'http://play.example.com',
  'https://play.example.com:443',
  'https://other.example.com:8443',
  'https://play.example.com.evil.example',
])('hosted, the Origin %j does not fit the Host', async (Origin) => {
  const port = await guarded('send', hosted);
  expect(await outcome(port, sendHead(port, { Host: 'play.example.com', Origin }))).toBe(
    '403 origin-foreign',
  );
});

test('hosted, what a proxy says of the Host or the Origin is not believed', async () => {
  const port = await guarded('send', hosted);
  const forwarded = {
    'X-Forwarded-Host': 'play.example.com',
    Forwarded: 'host=play.example.com;proto=https',
  };
  expect(await outcome(port, sendHead(port, forwarded))).toBe('403 host-wrong');
});
