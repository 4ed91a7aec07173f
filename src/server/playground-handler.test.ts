import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type DemoReport, isDemoReport } from '../demo/report.ts';
import { form } from '../test/demo-client.ts';
import { exchangeRaw, head, type RawReply, serveForTest } from '../test/raw-client.ts';
import { createPlaygroundHandler } from './playground-handler.ts';

function playground(): Promise<number> {
  const handle = createPlaygroundHandler();
  return serveForTest((request, response) => handle(request, response, () => response.end('passed on')));
}

const get = (port: number, path: string, ...headers: readonly string[]) =>
  exchangeRaw(port, head(`GET ${path}`, `Host: localhost:${port}`, ...headers));

function upload(port: number, method: string, query: string, body = form, headers: readonly string[] = []) {
  const lines = [
    `Host: localhost:${port}`,
    'Content-Type: multipart/form-data; boundary=B',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
  ];
  return exchangeRaw(port, head(`${method} /demo/upload${query}`, ...lines) + body);
}

const json = ({ body }: RawReply) => JSON.parse(body.toString());
async function lastReport(port: number): Promise<DemoReport | null> {
  const answer: unknown = json(await get(port, '/demo/last'));
  if (answer === null || isDemoReport(answer)) return answer;
  throw new Error(`No report: ${JSON.stringify(answer)}`);
}

test('the token is long, stays the same for a process and differs for another', async () => {
  const [one, other] = [await playground(), await playground()];
  const reply = await get(one, '/api/token', 'Sec-Fetch-Site: same-origin');
  expect(json(reply).token).toMatch(/^[\w-]{43}$/);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(json(await get(one, '/api/token'))).toEqual(json(reply));
  expect(json(await get(other, '/api/token'))).not.toEqual(json(reply));
});

test('an upload with the token passes the guard, and without it does not', async () => {
  const port = await playground();
  const { token } = json(await get(port, '/api/token'));
  const send = (value: string) =>
    exchangeRaw(
      port,
      `${head(
        'POST /api/send',
        `Host: localhost:${port}`,
        `Origin: http://localhost:${port}`,
        'Content-Type: application/octet-stream',
        `X-Playground-Token: ${value}`,
        'Content-Length: 3',
      )}{}\n`,
    );
  expect((await send(token)).headers.get('content-type')).toBe('application/x-ndjson');
  expect((await send('guess')).status).toBe(403);
});

test('a preflight of another origin’s page gets no permission', async () => {
  const port = await playground();
  const { status, headers } = await exchangeRaw(
    port,
    head(
      'OPTIONS /api/send',
      `Host: localhost:${port}`,
      'Origin: http://evil.example',
      'Access-Control-Request-Method: POST',
    ),
  );
  expect(status).toBe(405);
  expect(headers.get('allow')).toBe('POST');
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test.each([
  'POST',
  'PUT',
])('the demo server answers %s with the right length, in each form', async (method) => {
  const port = await playground();
  for (const [query, status, type, part] of [
    ['', 200, 'text/xml', '<media_url>'],
    ['?reply=xml&to=%2B420', 200, 'text/xml', '<media_url>'],
    ['?reply=json', 200, 'application/json', '"media_url"'],
    ['?status=402', 402, 'text/xml', 'Not enough credit'],
    ['?status=406&reply=json', 406, 'application/json', 'Invalid recipient'],
  ] as const) {
    const reply = await upload(port, method, query);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe(type);
    expect(reply.headers.get('content-length')).toBe(String(reply.body.length));
    expect(reply.body.toString()).toContain(part);
  }
});

test('what the demo server received last can be looked at, to the letter', async () => {
  const port = await playground();
  expect(await lastReport(port)).toBeNull();
  await upload(port, 'POST', '?a=1', form, ['x-CASE: Příliš', 'X-Twice: 1', 'X-Twice: 2']);
  await upload(port, 'PUT', '?b=%20', form, ['x-CASE: Příliš', 'X-Twice: 1', 'X-Twice: 2']);
  expect(await lastReport(port)).toMatchObject({
    method: 'PUT',
    target: '/demo/upload?b=%20',
    headers: [
      ['Host', `localhost:${port}`],
      ['Content-Type', 'multipart/form-data; boundary=B'],
      ['Content-Length', String(form.length)],
      ['x-CASE', 'Příliš'],
      ['X-Twice', '1'],
      ['X-Twice', '2'],
      ['Connection', 'close'],
    ],
    bodyLength: form.length,
    fields: [{ name: 'to', value: '+420', truncated: false }],
    fault: null,
  });
});

test('a malformed body is reported and refused, unless another reply was asked for', async () => {
  const port = await playground();
  expect((await upload(port, 'POST', '?status=402', '--B\r\nnonsense')).status).toBe(402);
  const reply = await upload(port, 'POST', '', '--B\r\nnonsense');
  expect(reply.status).toBe(400);
  expect(reply.body.toString()).toContain('<message>The upload cannot be read: ');
  expect((await lastReport(port))?.fault).toMatch(/ends before|headers are malformed/);
});

test('an upload that breaks off is reported with what arrived of it', async () => {
  const port = await playground();
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  await once(socket, 'connect');
  const request = head(
    'POST /demo/upload',
    `Host: localhost:${port}`,
    'Content-Type: multipart/form-data; boundary=B',
    'Content-Length: 1000',
  );
  socket.end(`${request}--B\r\n`);
  await expect
    .poll(async () => (await lastReport(port))?.fault)
    .toBe('The connection ended after 5 of 1000 bytes.');
});

test('a page of another origin can neither feed the demo server nor read its report', async () => {
  const port = await playground();
  for (const line of ['Origin: http://evil.example', 'Origin: null', 'Sec-Fetch-Site: same-site']) {
    expect((await upload(port, 'POST', '', form, [line])).status).toBe(403);
    expect((await get(port, '/demo/last', line)).status).toBe(403);
  }
  expect(await lastReport(port)).toBeNull();
});

test('GET of the demo server’s address says what it is for', async () => {
  const port = await playground();
  const { status, headers, body } = await get(port, '/demo/upload');
  expect(status).toBe(405);
  expect(headers.get('allow')).toBe('POST, PUT');
  expect(body.toString()).toMatch(/^<response><message>.*takes uploads by POST and PUT, not GET/);
  const asJson = await get(port, '/demo/upload?reply=json');
  expect(json(asJson).message).toMatch(/takes uploads by POST and PUT/);
});

test('other addresses are passed on, but unknown ones of ours are not found', async () => {
  const port = await playground();
  expect((await get(port, '/')).body.toString()).toBe('passed on');
  expect((await get(port, '/apiary')).body.toString()).toBe('passed on');
  expect((await get(port, '/api/')).status).toBe(404);
  expect((await get(port, '/demo/other')).status).toBe(404);
});

test('an internal error ends the request without a stack trace, and is printed on standard error', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => printed.mockRestore());
  const handle = createPlaygroundHandler();
  const port = await serveForTest((request, response) => {
    vi.spyOn(response, 'writeHead').mockImplementationOnce(() => {
      throw new Error('a fault of ours');
    });
    handle(request, response, () => {});
  });
  const reply = await get(port, '/api/token?secret');
  expect(reply.status).toBe(500);
  expect(json(reply).code).toBe('internal');
  expect(reply.body.toString()).not.toMatch(/fault of ours|\.ts/);
  expect(printed.mock.calls).toEqual([['The playground could not answer GET /api/token: a fault of ours']]);
});
