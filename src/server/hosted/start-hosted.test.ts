import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { form } from '../../test/demo-client.ts';
import {
  ask,
  hosted,
  openUpload,
  publicHost,
  publicOrigin,
  tokenOf,
  upload,
} from '../../test/hosted-client.ts';
import { exchangeRaw, head } from '../../test/raw-client.ts';
import { answerAfter, envelopeFor, rawTarget } from '../../test/raw-target.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const okTarget = () => rawTarget(answerAfter('hello', ok));

test('the page is served under the public name, with its policy, and under no other', async () => {
  const { port, ask: get } = await hosted();
  const { text, headers } = await get('/');
  expect(text).toBe('<title>page</title>');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect((await ask(port, '/', `127.0.0.1:${port}`)).status).toBe(403);
});

test('an upload reaches its target to the byte, and nothing of the browser’s goes with it', async () => {
  const { port } = await hosted();
  const target = await okTarget();
  const { status, headers, events } = await upload(port, envelopeFor(target.port, 'hello'), 'hello', {
    Cookie: 'session=1',
    'X-Forwarded-For': '203.0.113.9',
    Forwarded: 'for=203.0.113.9',
    Referer: `${publicOrigin}/`,
    Authorization: 'Basic eDp5',
    'Accept-Language': 'cs',
  });
  expect(status).toBe(200);
  expect(headers['x-upload-id']).toMatch(/^[0-9a-f]{12}$/);
  expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: 2 });
  expect(target.received().toString()).toBe(
    `POST /upload?a=%41 HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\nContent-Length: 5\r\n\r\nhello`,
  );
});

test('any process with the secret takes the token that another one gave', async () => {
  const [one, other] = [await hosted(), await hosted()];
  const target = await okTarget();
  const given = { 'X-Playground-Token': await tokenOf(one.port) };
  const { events } = await upload(other.port, envelopeFor(target.port, 'hello'), 'hello', given);
  expect(events.at(-1)).toMatchObject({ type: 'end' });
});

test.each([
  ['private', { targets: {} }, 'http://127.0.0.1:PORT/', /127\.0\.0\.1 is not a public address/],
  ['denied', { targets: { deny: ['127.0.0.1'] } }, 'http://127.0.0.1:PORT/', /does not send to 127/],
  ['not allowed', { targets: { allow: ['*.example.com'] } }, 'http://127.0.0.1:PORT/', /only to hosts/],
  ['on a port that is not of the web', {}, 'http://127.0.0.1:25/', /port 25/],
  ['this playground itself', {}, `${publicOrigin}/api/send`, /Of this playground itself/],
])('a target that is %s is refused, and not connected to', async (_, changes, url, reason) => {
  const { port } = await hosted(changes);
  const target = await rawTarget(() => {});
  const envelope = envelopeFor(target.port, 'hello', { url: url.replace('PORT', String(target.port)) });
  const { events } = await upload(port, envelope, 'hello');
  expect(events.at(-1)).toMatchObject({ type: 'error', code: 'target-forbidden' });
  expect(JSON.stringify(events.at(-1))).toMatch(reason);
  expect(target.received()).toHaveLength(0);
});

test('the demo server of its own origin is reached without leaving the machine', async () => {
  const { port } = await hosted({ targets: {} }, { lookup: () => Promise.reject(new Error('asked')) });
  const url = `${publicOrigin}/demo/upload?reply=json`;
  const body = form;
  const headers = [
    ['Host', publicHost],
    ['Content-Type', 'multipart/form-data; boundary=B'],
    ['Content-Length', String(body.length)],
  ] as const;
  const { events } = await upload(port, envelopeFor(1, body, { url, headers }), body);
  const reply = events.flatMap((event) =>
    event.type === 'reply-body' ? [Buffer.from(event.base64, 'base64').toString()] : [],
  );
  expect(reply.join('')).toContain('"media_url"');
  expect(events).toContainEqual(expect.objectContaining({ type: 'connected', address: '127.0.0.1' }));
});

test('a file is kept for others only where the configuration says so', async () => {
  const mediaUrlOf = async (port: number) => {
    const lines = ['Content-Type: multipart/form-data; boundary=B', `Content-Length: ${form.length}`];
    const request = head('POST /demo/upload', `Host: ${publicHost}`, ...lines) + form;
    return /<media_url>(.*)<\/media_url>/.exec((await exchangeRaw(port, request)).body.toString())?.[1];
  };
  const plain = await hosted();
  expect(await mediaUrlOf(plain.port)).toBe('http://media.server.com/video_1234567890.mp4');
  const keeping = await hosted({ demo: { keepMedia: true } });
  const url = new URL((await mediaUrlOf(keeping.port)) ?? '');
  expect(url.origin).toBe(publicOrigin);
  expect(await keeping.ask(url.pathname)).toMatchObject({ status: 200, text: 'bytes' });
  expect(await plain.ask(url.pathname)).toMatchObject({ status: 404 });
});

test('what the demo server received is not shown', async () => {
  const { ask: get } = await hosted();
  expect(await get('/demo/last')).toMatchObject({ status: 403 });
  expect(await get('/demo/uploads')).toMatchObject({ status: 403 });
});

test('the demo server takes uploads past the page, within the same limits', async () => {
  const { port, lines } = await hosted({ limits: { uploadsPerMinute: 1 } });
  const request = head('PUT /demo/upload', `Host: ${publicHost}`, 'Content-Length: 5');
  expect((await exchangeRaw(port, `${request}hello`)).body.toString()).toContain('<message>');
  await expect
    .poll(() => lines.map((line) => JSON.parse(line)))
    .toMatchObject([{ outcome: 'demo', bytes: 5 }]);
  expect((await exchangeRaw(port, `${request}hello`)).status).toBe(429);
});

test('an upload that is too large is refused while it is still to be sent', async () => {
  const { port } = await hosted({ limits: { requestBytes: 5_000_000 } });
  const target = await okTarget();
  const { reply } = await openUpload(port, envelopeFor(target.port, Buffer.alloc(5_000_000)));
  const { status, headers, text } = await reply;
  expect(status).toBe(413);
  expect(headers.connection).toBe('close');
  expect(JSON.parse(text).code).toBe('too-large');
  expect(text).toContain('at most 5000000 bytes');
  expect(target.received()).toHaveLength(0);
});

test('a client that sends too often is refused, with the time after which it may; others are not', async () => {
  const { port } = await hosted({ trustedProxies: 1, limits: { uploadsPerMinute: 1 } });
  const target = await okTarget();
  const from = (address: string) =>
    upload(port, envelopeFor(target.port, 'hello'), 'hello', { 'X-Forwarded-For': address });
  expect((await from('203.0.113.1')).status).toBe(200);
  const { status, headers, text } = await from('203.0.113.1');
  expect(status).toBe(429);
  expect(headers['retry-after']).toBe('60');
  expect(JSON.parse(text).code).toBe('too-many-uploads');
  expect((await from('1.2.3.4, 203.0.113.1')).status).toBe(429);
  expect((await from('203.0.113.2')).status).toBe(200);
});

test('uploads at once are limited, and one that is over makes room', async () => {
  const { port } = await hosted({ limits: { uploadsAtOncePerClient: 1 } });
  const target = await okTarget();
  const first = await openUpload(port, envelopeFor(target.port, 'hello'));
  await expect.poll(() => target.received().length).toBeGreaterThan(0);
  expect((await upload(port, envelopeFor(target.port, 'hello'), 'hello')).status).toBe(429);
  first.sending.end('hello');
  expect((await first.reply).events.at(-1)).toMatchObject({ type: 'end' });
  await expect.poll(async () => (await upload(port, envelopeFor(1, 'hello'), 'hello')).status).toBe(200);
});

test('an envelope can ask for shorter times than the configured ones, and not for longer', async () => {
  const { port } = await hosted({ limits: { silenceSeconds: 1 } });
  const target = await rawTarget(() => {});
  const limits = { silence: 1000, total: 1000 };
  const { events } = await upload(port, envelopeFor(target.port, 'hello', { limits }), 'hello');
  expect(events.at(-1)).toMatchObject({ type: 'error', code: 'silence' });
});

test('an envelope that asks for no times gets the configured ones', async () => {
  const { port } = await hosted({ limits: { totalSeconds: 1 } });
  const target = await rawTarget(() => {});
  const { events } = await upload(port, envelopeFor(target.port, 'hello'), 'hello');
  expect(events.at(-1)).toMatchObject({
    type: 'error',
    code: 'total-timeout',
    detail: 'The upload took more than 1 s.',
  });
});

test('each upload is one line of the log: id, size, outcome and duration', async () => {
  const { port, lines } = await hosted();
  const target = await okTarget();
  const { headers } = await upload(port, envelopeFor(target.port, 'hello'), 'hello');
  await upload(port, envelopeFor(1, 'hello', { url: 'http://169.254.169.254/' }), 'hello');
  await expect.poll(() => lines).toHaveLength(2);
  const [first, second] = lines.map((line) => JSON.parse(line));
  const seconds = expect.any(Number);
  expect(first).toEqual({ upload: headers['x-upload-id'], bytes: 5, outcome: 'reply', seconds });
  expect(second).toEqual({ upload: expect.any(String), bytes: 0, outcome: 'target-forbidden', seconds });
});

test('the operator’s port has health and metrics; the public one has no metrics', async () => {
  const { port, operationsPort, ask: get } = await hosted();
  const target = await okTarget();
  await upload(port, envelopeFor(target.port, 'hello'), 'hello');
  await ask(port, '/', 'evil.example');
  await expect
    .poll(async () => (await ask(operationsPort, '/metrics', 'x')).text)
    .toContain('playground_uploads_total{outcome="reply"} 1');
  const { text, headers } = await ask(operationsPort, '/metrics', 'x');
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(text).toContain('playground_upload_bytes_total 5');
  expect(text).toContain('playground_uploads_in_flight 0');
  expect(text).toContain('playground_upload_duration_seconds_count 1');
  expect(text).toContain('playground_refusals_total{code="host-wrong"} 1');
  expect(text).toContain('process_open_fds');
  for (const at of [port, operationsPort]) {
    expect(await ask(at, '/healthz', '10.0.0.7')).toMatchObject({ status: 200, text: 'ok' });
    expect(await ask(at, '/readyz', '10.0.0.7')).toMatchObject({ status: 200, text: 'ok' });
  }
  expect((await get('/metrics')).status).toBe(404);
});

test('shutting down it is not ready, lets a running upload finish and takes no new connection', async () => {
  const { port, operationsPort, shutDown } = await hosted();
  const target = await okTarget();
  const { sending, reply } = await openUpload(port, envelopeFor(target.port, 'hello'));
  await expect.poll(() => target.received().length).toBeGreaterThan(0);
  let isDown = false;
  const down = shutDown().then(() => {
    isDown = true;
  });
  expect(await ask(operationsPort, '/readyz')).toMatchObject({ status: 503, text: 'shutting down' });
  expect((await ask(operationsPort, '/healthz')).status).toBe(200);
  await expect.poll(() => ask(port, '/').then(String, (error) => error.code)).toBe('ECONNREFUSED');
  expect(isDown).toBe(false);
  sending.end('hello');
  expect((await reply).events.at(-1)).toMatchObject({ type: 'end' });
  await down;
  await expect(ask(operationsPort, '/healthz')).rejects.toThrow('ECONNREFUSED');
});

test.each([
  ['small', 5],
  ['large', 5_000_000],
])('shutting down it waits for a %s upload no longer than configured', async (_, length) => {
  const { port, shutDown } = await hosted({ shutdown: { uploadsSeconds: 0 } });
  const target = await rawTarget(() => {});
  const body = Buffer.alloc(length);
  const { sending, reply } = await openUpload(port, envelopeFor(target.port, body));
  sending.write(body.subarray(0, length / 2));
  await expect.poll(() => target.received().length).toBeGreaterThan(length / 2);
  await shutDown();
  await target.closed;
  sending.destroy();
  expect((await reply).events.map(({ type }) => type)).not.toContain('end');
});

test('a delay before it closes leaves balancers the time to see that it is not ready', async () => {
  const { port, shutDown } = await hosted({ shutdown: { delaySeconds: 1 } });
  const target = await okTarget();
  const down = shutDown();
  const { status, headers } = await ask(port, '/readyz');
  expect({ status, connection: headers.connection }).toEqual({ status: 503, connection: 'close' });
  expect((await upload(port, envelopeFor(target.port, 'hello'), 'hello')).status).toBe(200);
  await down;
});

test('a port that is taken is said, and nothing stays open', async () => {
  const { port } = await hosted();
  await expect(hosted({ listen: { port } })).rejects.toThrow(`Port ${port} is taken.`);
});

test('a connection that says nothing is closed after the time for a head', async () => {
  const { port } = await hosted({ limits: { headSeconds: 1 } });
  const { status } = await exchangeRaw(port, '');
  expect(status).toBe(408);
});

test('more connections than configured are not taken', async () => {
  const { port } = await hosted({ limits: { connections: 1 } });
  const first = connect(port, '127.0.0.1');
  onTestFinished(() => void first.destroy());
  await once(first, 'connect');
  await expect(ask(port, '/')).rejects.toThrow(/ECONNRESET|socket hang up/);
});
