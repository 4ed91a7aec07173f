/** Requests as no page sends them: cut, oversized, malformed, slow. Each gets its answer; the next one is served. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, hosted, publicHost, publicOrigin, tokenOf, upload } from '../../test/hosted-client.ts';
import { exchangeRaw } from '../../test/raw-client.ts';
import { answerAfter, envelopeFor, rawTarget } from '../../test/raw-target.ts';

const okTarget = () => rawTarget(answerAfter('hello', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'));

async function expectHonestUpload(port: number): Promise<void> {
  const target = await okTarget();
  const { events } = await upload(port, envelopeFor(target.port, 'hello'), 'hello');
  expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: 2 });
}

/** The head of a request that the guard lets pass; it is the last of its connection. */
async function sendHead(port: number, length: number): Promise<string> {
  return [
    'POST /api/send HTTP/1.1',
    `Host: ${publicHost}`,
    `Origin: ${publicOrigin}`,
    'Content-Type: application/octet-stream',
    `X-Playground-Token: ${await tokenOf(port)}`,
    `Content-Length: ${length}`,
    '',
    '',
  ].join('\r\n');
}

/** The code of the one event that an envelope of these bytes is answered with. */
async function codeFor(port: number, bytes: Buffer): Promise<string> {
  const request = Buffer.concat([Buffer.from(await sendHead(port, bytes.length)), bytes]);
  const { status, body } = await exchangeRaw(port, request);
  const events = /\{"type":"error".*?\}/.exec(body.toString())?.[0] ?? '{}';
  return `${status} ${JSON.parse(events).code}`;
}

const line = (value: unknown) =>
  Buffer.from(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
const sound = { method: 'POST', url: 'http://1.1.1.1/', headers: [], bodyLength: 0 };
const mebibytes = (count: number, text: string) => text.repeat((count * 1024 * 1024) / text.length);

describe('envelopes', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no line end', Buffer.from(JSON.stringify(sound))],
    ['half of one', line(sound).subarray(0, 20)],
    ['no JSON', line('GET / HTTP/1.1')],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xc0, 0xaf, 0x22, 0x0a])],
    ['a null byte', line('\0')],
    ['null', line('null')],
    ['a list', line('[]')],
    ['a number', line('1e999')],
    [
      'an own __proto__',
      line('{"__proto__":{"method":"POST","url":"http://1.1.1.1/","headers":[],"bodyLength":0}}'),
    ],
    ['a list so deep that no stack holds it', line(`${mebibytes(1, '[')}${mebibytes(1, ']')}`)],
    ['an object so deep', line(`${mebibytes(1, '{"a":')}1${mebibytes(0.2, '}'.repeat(5))}`)],
    [
      'deep headers',
      line(
        `{"method":"POST","url":"http://1.1.1.1/","headers":${mebibytes(1, '[')}${mebibytes(1, ']')},"bodyLength":0}`,
      ),
    ],
    ['more than 256 KiB', line(mebibytes(0.25, ' '))],
    ['a list of numbers for headers', line({ ...sound, headers: Array(100_000).fill(0) })],
    ['a thousand and one headers', line({ ...sound, headers: Array(1001).fill(['a', '']) })],
    ['a method without end', line({ ...sound, method: 'A'.repeat(101) })],
    ['a URL without end', line({ ...sound, url: `http://1.1.1.1/${'a'.repeat(70_000)}` })],
    ['a length below zero', line({ ...sound, bodyLength: -1 })],
    ['half a byte', line({ ...sound, bodyLength: 0.5 })],
    [
      'a length beyond all numbers',
      line(JSON.stringify(sound).replace('"bodyLength":0', '"bodyLength":1e400')),
    ],
    ['a length in quotes', line({ ...sound, bodyLength: '0' })],
    ['a limit of no time', line({ ...sound, limits: { total: 0 } })],
    ['headers that are no pairs', line({ ...sound, headers: { Host: 'a' } })],
    ['a method with a line break', line({ ...sound, method: 'GET / HTTP/1.1\r\nX: ' })],
    ['a method that opens a tunnel', line({ ...sound, method: 'CONNECT' })],
    ['a header name with a line break', line({ ...sound, headers: [['A\r\nHost', 'b']] })],
    ['a header name with a colon', line({ ...sound, headers: [['A: b', 'c']] })],
    ['a header name with a space', line({ ...sound, headers: [['A ', 'c']] })],
    ['an empty header name', line({ ...sound, headers: [['', 'c']] })],
    ['a value with CR LF', line({ ...sound, headers: [['A', 'b\r\nHost: c']] })],
    ['a value with CR alone', line({ ...sound, headers: [['A', 'b\rHost: c']] })],
    ['a value with LF alone', line({ ...sound, headers: [['A', 'b\nHost: c']] })],
    ['a value with NUL', line({ ...sound, headers: [['A', 'b\0c']] })],
  ])('%s is no envelope', async (_, bytes) => {
    const { port } = await hosted();
    expect(await codeFor(port, bytes)).toBe('200 envelope-invalid');
    await expectHonestUpload(port);
  });

  test.each([
    ['http://1.1.1.1/\r\nX: y'],
    ['http://1.1.1.1/ HTTP/1.1\r\nHost: a'],
    ['http://1.1.1.1/a b'],
    ['http://1.1.1.1/\u0000'],
    ['http://1.1.1.1/ł'],
    ['http://1.1.1.1/\tx'],
  ])('%j adds nothing to the request line', async (url) => {
    const { port } = await hosted();
    expect(await codeFor(port, line({ ...sound, url }))).toBe('200 target-invalid');
  });

  test('a body that is shorter or longer than its envelope says goes nowhere', async () => {
    const { port } = await hosted();
    expect(await codeFor(port, line({ ...sound, bodyLength: 1 }))).toBe('200 body-too-short');
    const more = Buffer.concat([line(sound), Buffer.from('x')]);
    expect(await codeFor(port, more)).toBe('200 body-too-long');
    await expectHonestUpload(port);
  });
});

test.each([
  ['http://./', 'name-not-found'],
  ['http://../', 'name-not-found'],
  ['http://.example/', 'name-not-found'],
  ['http://a..example/', 'name-not-found'],
  ['http://example../', 'name-not-found'],
  [`http://${'a'.repeat(300)}.example/`, 'name-not-found'],
  [`http://${'a.'.repeat(200)}example/`, 'name-not-found'],
  [`https://${'ü'.repeat(100)}.example/`, 'name-not-found'],
  ['http://169.254.169.254./', 'target-forbidden'],
  ['http:///', 'target-invalid'],
  ['http://%00/', 'target-invalid'],
])('%j as a target is reported: %s', async (url, code) => {
  const { port } = await hosted({}, { lookup: () => Promise.reject(new Error('Asked for its address.')) });
  expect(await codeFor(port, line({ ...sound, url }))).toBe(`200 ${code}`);
});

describe('heads', () => {
  const host = `Host: ${publicHost}`;
  test.each([
    ['garbage', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
    ['no version and so no Host', 'GET /\r\n\r\n', 403],
    ['a space before the colon', `GET / HTTP/1.1\r\nHost : ${publicHost}\r\n\r\n`, 400],
    ['a folded line', `GET / HTTP/1.1\r\n${host}\r\n b\r\n\r\n`, 400],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['two of them', `GET / HTTP/1.1\r\n${host}\r\n${host}\r\n\r\n`, 403],
    [
      'a second one after a thousand others',
      `GET / HTTP/1.1\r\n${host}\r\n${'a:b\r\n'.repeat(1100)}${host}\r\n\r\n`,
      403,
    ],
    [
      'two lengths',
      `POST /api/send HTTP/1.1\r\n${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      400,
    ],
    [
      'a length and chunks',
      `POST /api/send HTTP/1.1\r\n${host}\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
    ],
    ['an invalid length', `POST /api/send HTTP/1.1\r\n${host}\r\nContent-Length: -1\r\n\r\n`, 400],
    ['a head of 64 KiB', `GET / HTTP/1.1\r\n${host}\r\nX: ${mebibytes(1 / 16, 'x')}\r\n\r\n`, 431],
    [
      'a URL of another host',
      `GET http://evil.example/ HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
      404,
    ],
    [
      'a way out of the folder',
      `GET /../../etc/passwd HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
      404,
    ],
  ])('%s is answered', async (_, request, status) => {
    const { port } = await hosted();
    expect((await exchangeRaw(port, Buffer.from(request, 'latin1'))).status).toBe(status);
    await expectHonestUpload(port);
  });

  test.each([
    ['a tunnel', `CONNECT 169.254.169.254:80 HTTP/1.1\r\n${host}\r\n\r\n`],
    ['a body of unknown coding', `POST /api/send HTTP/1.1\r\n${host}\r\nTransfer-Encoding: xchunked\r\n\r\n`],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('%s is not opened', async (_, request) => {
    const { port } = await hosted();
    const { status } = await exchangeRaw(port, request);
    expect(status === 400 || Number.isNaN(status)).toBe(true);
    await expectHonestUpload(port);
  });

  test('an upgrade to another protocol is not made', async () => {
    const { port } = await hosted();
    const asking = `GET /api/token HTTP/1.1\r\n${host}\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n`;
    const { status } = await exchangeRaw(port, asking);
    expect(status).not.toBe(101);
    await expectHonestUpload(port);
  });

  test('what follows an upload on the same connection is not read as a request', async () => {
    const { port } = await hosted();
    const smuggled = `GET /api/token HTTP/1.1\r\n${host}\r\n\r\n`;
    const bytes = line({ ...sound, url: 'http://10.0.0.1/' });
    const request = `${await sendHead(port, bytes.length)}${bytes}${smuggled}`;
    const { body } = await exchangeRaw(port, request);
    expect(body.toString()).toContain('target-forbidden');
    expect(body.toString()).not.toContain('"token"');
  });
});

describe('uploads sent before the previous one is answered', () => {
  const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

  test('are not carried out, and hold no place', async () => {
    const { port, operationsPort, shutDown } = await hosted();
    const [first, second] = [await rawTarget(answerAfter('hello', ok)), await rawTarget(() => {})];
    const requests = await Promise.all(
      [first, second].map(async (target) => {
        const bytes = Buffer.concat([line(envelopeFor(target.port, 'hello')), Buffer.from('hello')]);
        return `${await sendHead(port, bytes.length)}${bytes}`;
      }),
    );
    const { body } = await exchangeRaw(port, requests.join(''));
    expect(body.toString()).toContain('"type":"end"');
    const metrics = async () => (await ask(operationsPort, '/metrics')).text;
    await expect.poll(metrics).toContain('playground_uploads_in_flight 0');
    expect(await metrics()).toContain('code="answer-pending"} 1');
    expect(second.received()).toHaveLength(0);
    await expectHonestUpload(port);
    await shutDown();
  });

  test('to the demo server are refused in their turn', async () => {
    const { port } = await hosted();
    const request = (last: string) =>
      `PUT /demo/upload HTTP/1.1\r\nHost: ${publicHost}\r\nContent-Length: 0\r\n${last}\r\n`;
    const { body } = await exchangeRaw(port, `${request('')}${request('Connection: close\r\n')}`);
    expect(body.toString()).toMatch(/<message>.*HTTP\/1\.1 400 .*answer-pending/s);
    await expectHonestUpload(port);
  });
});

describe('slow senders', () => {
  /** Writes byte by byte for as long as anybody reads; settles with how it ended. */
  async function trickle(port: number, first: string): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    let text = '';
    socket
      .on('error', () => {})
      .on('data', (bytes) => {
        text += bytes.toString();
      });
    await once(socket, 'connect');
    socket.write(first);
    const timer = setInterval(() => socket.write('x'), 50);
    await new Promise((resolve) => socket.on('close', resolve));
    clearInterval(timer);
    return text;
  }

  test('a head that never ends is given up', async () => {
    const { port } = await hosted({ limits: { headSeconds: 1 } });
    expect(await trickle(port, `GET / HTTP/1.1\r\nHost: ${publicHost}\r\nX: `)).toContain(
      '408 Request Timeout',
    );
    await expectHonestUpload(port);
  });

  test('an envelope that never ends is given up, although bytes keep coming', async () => {
    const { port } = await hosted({ limits: { silenceSeconds: 1, totalSeconds: 1 } });
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString();
    });
    socket.write(`${await sendHead(port, 100_000)}{"method":"`);
    const timer = setInterval(() => socket.write('x'), 50);
    onTestFinished(() => clearInterval(timer));
    await expect.poll(() => text, { timeout: 5000 }).toContain('The envelope did not come within 1 s.');
    await expectHonestUpload(port);
  });

  test('a body that stops coming ends with silence, and the connection with it', async () => {
    const { port } = await hosted({ limits: { silenceSeconds: 1 } });
    const target = await rawTarget(() => {});
    const envelope = line(envelopeFor(target.port, Buffer.alloc(1000)));
    const request = `${await sendHead(port, envelope.length + 1000)}${envelope}begun`;
    const { body } = await exchangeRaw(port, request);
    expect(body.toString()).toContain('"code":"silence"');
    await target.closed;
    await expectHonestUpload(port);
  });

  test('a body that comes byte by byte ends with the time for all of it', async () => {
    const { port } = await hosted({ limits: { totalSeconds: 1 } });
    const target = await rawTarget(() => {});
    const envelope = line(envelopeFor(target.port, Buffer.alloc(30)));
    const text = await trickle(port, `${await sendHead(port, envelope.length + 30)}${envelope}`);
    expect(text).toContain('"code":"total-timeout"');
    await target.closed;
    await expectHonestUpload(port);
  });
});
