import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { answerAfter, envelopeFor, rawTarget, upload } from '../../test/raw-target.ts';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import { sendUpload } from './send-upload.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

function only<T extends ProtocolEvent['type']>(events: readonly ProtocolEvent[], type: T) {
  return events.filter((event): event is ProtocolEvent & { type: T } => event.type === type);
}

function bodyOf(events: readonly ProtocolEvent[]): string {
  return only(events, 'reply-body')
    .map(({ base64 }) => Buffer.from(base64, 'base64').toString('latin1'))
    .join('');
}

describe('what goes out', () => {
  test('waits for a target that does not read', async () => {
    const target = await rawTarget((socket) => void socket.pause());
    const chunk = Buffer.alloc(64 * 1024);
    let produced = 0;
    const source = Readable.from(
      (function* () {
        for (; produced < 1e9; produced += chunk.length) yield chunk;
      })(),
    );
    const envelope = { ...envelopeFor(target.port, ''), bodyLength: 1e9, limits: { silence: 0.3 } };
    const events: ProtocolEvent[] = [];
    await sendUpload(envelope, source, { report: (event) => void events.push(event) });
    expect(events.at(-1)).toMatchObject({ type: 'error', code: 'silence' });
    // What the kernel's buffers hold, and not the whole gigabyte.
    expect(produced).toBeLessThan(64e6);
  });

  test.each([
    [
      'a line break in a header value',
      { headers: [['X-A', 'b\r\nX-Evil: 1']] as [string, string][] },
      'envelope-invalid',
    ],
    ['a NUL in a header value', { headers: [['X-A', 'b\0']] as [string, string][] }, 'envelope-invalid'],
    ['a header name with a colon', { headers: [['X:A', 'b']] as [string, string][] }, 'envelope-invalid'],
    ['a method with a space', { method: 'POST /x' }, 'envelope-invalid'],
    ['a space in the path', { url: 'http://127.0.0.1/a b' }, 'target-invalid'],
    ['a line break in the path', { url: 'http://127.0.0.1/a\r\nX: 1' }, 'target-invalid'],
    ['a path that parsing would change', { url: 'http://127.0.0.1/a/../b' }, 'target-invalid'],
    ['a method that opens a tunnel', { method: 'CONNECT' }, 'envelope-invalid'],
    ['another scheme', { url: 'ftp://127.0.0.1/a' }, 'target-invalid'],
    ['no URL', { url: 'nonsense' }, 'target-invalid'],
    ['user info', { url: 'http://user:pw@127.0.0.1/' }, 'target-invalid'],
    ['a fragment', { url: 'http://127.0.0.1/a#b' }, 'target-invalid'],
  ])('is refused with %s', async (_, changes, code) => {
    const { last } = await upload(envelopeFor(1, '', changes), '');
    expect(last).toMatchObject({ type: 'error', code });
  });

  test.each([
    ['shorter', 'body-too-short', 10],
    ['longer', 'body-too-long', 3],
  ])('is a failure where the body is %s than announced', async (_, code, bodyLength) => {
    const target = await rawTarget(() => {});
    const { last } = await upload({ ...envelopeFor(target.port, 'hello'), bodyLength }, 'hello');
    expect(last).toMatchObject({ type: 'error', code });
  });

  test('stops where its source fails', async () => {
    const target = await rawTarget(() => {});
    const source = new Readable({ read: () => source.destroy(new Error('the file is gone')) });
    const events: ProtocolEvent[] = [];
    await sendUpload(envelopeFor(target.port, 'hello'), source, {
      report: (event) => void events.push(event),
    });
    expect(events.at(-1)).toMatchObject({
      type: 'error',
      code: 'media-unreadable',
      detail: 'the file is gone',
    });
  });
});

describe('what comes back', () => {
  test.each([
    ['with a length', ok, 'hi'],
    ['until the connection closes', 'HTTP/1.1 200 OK\r\n\r\nhi', 'hi'],
    [
      'in chunks with a trailer',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1\r\ni\r\n0\r\nX-T: 1\r\n\r\n',
      'hi',
    ],
    [
      'after interim replies',
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${ok}`,
      'hi',
    ],
    ['without a body', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
    ['with HTTP/1.0', 'HTTP/1.0 200 OK\r\n\r\nhi', 'hi'],
  ])('is read %s', async (_, reply, body) => {
    const target = await rawTarget(answerAfter('hello', reply));
    const { events, last } = await upload(envelopeFor(target.port, 'hello'), 'hello');
    expect(last).toMatchObject({ type: 'end', replyBytes: body.length, truncated: false, excess: false });
    expect(bodyOf(events)).toBe(body);
  });

  test('keeps the order, case and duplicates of its headers', async () => {
    const reply =
      'HTTP/1.1 402 Payment Required\r\nX-b: 1\r\nX-A: \xe9\r\nx-B: 2\r\nContent-Length: 0\r\n\r\n';
    const target = await rawTarget(answerAfter('hello', reply));
    const { events } = await upload(envelopeFor(target.port, 'hello'), 'hello');
    expect(only(events, 'reply-head')[0]).toMatchObject({
      status: 402,
      statusText: 'Payment Required',
      headers: [
        ['X-b', '1'],
        ['X-A', 'é'],
        ['x-B', '2'],
        ['Content-Length', '0'],
      ],
      bodyBytesSent: 5,
    });
  });

  test('keeps every header, however many', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `X-${index}: 1\r\n`).join('');
    const target = await rawTarget(answerAfter('hello', `HTTP/1.1 204 No Content\r\n${many}\r\n`));
    const { events } = await upload(envelopeFor(target.port, 'hello'), 'hello');
    expect(only(events, 'reply-head')[0]?.headers).toHaveLength(3000);
  });

  test('may come before the body ended, and is shown as that', async () => {
    const target = await rawTarget(
      (socket) => void socket.end('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno'),
    );
    const body = Buffer.alloc(30e6);
    const { events, last } = await upload(envelopeFor(target.port, body), body);
    expect(last?.type).toBe('end');
    expect(only(events, 'reply-head')[0]?.bodyBytesSent).toBeLessThan(body.length);
  });

  test('is cut at the limit, however much more comes', async () => {
    const target = await rawTarget((socket) => {
      const flood = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(65536, 'x')));
      };
      socket.on('drain', flood);
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      flood();
    });
    const { events, last } = await upload(envelopeFor(target.port, 'hello'), 'hello', { maxReply: 100_000 });
    expect(last).toMatchObject({ type: 'end', truncated: true });
    expect(bodyOf(events)).toHaveLength(100_000);
    await target.closed;
  });

  test('that is longer than its Content-Length says is noted', async () => {
    const target = await rawTarget(answerAfter('hello', `${ok}and more`));
    const { events, last } = await upload(envelopeFor(target.port, 'hello'), 'hello');
    expect(last).toMatchObject({ type: 'end', excess: true });
    expect(bodyOf(events)).toBe('hi');
  });
});

describe('transport failures', () => {
  test.each([
    ['reply-too-short', 'HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhi'],
    ['reply-too-short', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhi'],
    ['not-http', 'SSH-2.0-nonsense\r\n'],
    ['not-http', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(500)],
    ['not-http', 'RTSP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n'],
    ['not-http', 'HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n'],
    ['not-http', 'HTTP/0.9 200 OK\r\nContent-Length: 0\r\n\r\n'],
    ['not-http', 'HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n'],
    ['reset-before-reply', ''],
    ['reset-before-reply', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['reset-during-reply', 'HTTP/1.1 200 OK\r\nConte'],
    ['reply-head-too-large', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(300_000)}\r\n\r\n`],
  ])('%s', async (code, reply) => {
    const target = await rawTarget(answerAfter('hello', reply));
    const { last } = await upload(envelopeFor(target.port, 'hello'), 'hello');
    expect(last).toMatchObject({ type: 'error', code });
  });

  test('reset-before-reply, where the server resets while it receives', async () => {
    const target = await rawTarget((socket) => void socket.resetAndDestroy());
    const body = Buffer.alloc(5e6);
    const { last } = await upload(envelopeFor(target.port, body), body);
    expect(last).toMatchObject({ type: 'error', code: 'reset-before-reply' });
  });

  test('reset-during-reply, where the server resets inside the head', async () => {
    const target = await rawTarget((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX: a', () => setImmediate(() => socket.resetAndDestroy()));
    });
    // With bytes still to write, as without, the reset is what ends it.
    const body = Buffer.alloc(10);
    const { last } = await upload(envelopeFor(target.port, body), body);
    expect(last).toMatchObject({ type: 'error', code: 'reset-during-reply' });
  });

  test('a reply to `head` has a body: methods are compared in exact case (RFC 9110, 9.1)', async () => {
    for (const [method, text] of [
      ['head', 'hi'],
      ['HEAD', ''],
    ] as const) {
      const target = await rawTarget(answerAfter('hello', ok));
      const { events, last } = await upload(envelopeFor(target.port, 'hello', { method }), 'hello');
      expect(last).toMatchObject({ type: 'end' });
      expect(bodyOf(events)).toBe(text);
    }
  });

  test('reset-during-reply, with what came of it', async () => {
    const target = await rawTarget((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhi', () => {
        setImmediate(() => socket.resetAndDestroy());
      });
    });
    const { events, last } = await upload(envelopeFor(target.port, 'hello'), 'hello');
    expect(['reset-during-reply', 'reply-too-short']).toContain(last?.type === 'error' && last.code);
    expect(only(events, 'reply-head')).toHaveLength(1);
  });

  test('silence, where nothing comes', async () => {
    const target = await rawTarget(() => {});
    const { last } = await upload(envelopeFor(target.port, 'hello', { limits: { silence: 0.1 } }), 'hello');
    expect(last).toMatchObject({ type: 'error', code: 'silence' });
    await target.closed;
  });

  test('total-timeout, where bytes keep coming but no end', async () => {
    const target = await rawTarget((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const trickle = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(trickle));
    });
    const { last } = await upload(envelopeFor(target.port, 'hello', { limits: { total: 0.2 } }), 'hello');
    expect(last).toMatchObject({ type: 'error', code: 'total-timeout' });
  });

  test('refused, on a port where nothing listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    const { last } = await upload(envelopeFor(port, ''), '');
    expect(last).toMatchObject({ type: 'error', code: 'refused' });
  });

  test('name-not-found, with the system’s own words', async () => {
    const lookup = () =>
      Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' }));
    const { last } = await upload(envelopeFor(1, '', { url: 'http://x.invalid/' }), '', { lookup });
    expect(last).toMatchObject({ type: 'error', code: 'name-not-found' });
  });

  test('target-forbidden, for an address that the policy refuses, also by a name', async () => {
    const lookup = () => Promise.resolve(['127.0.0.1', '169.254.169.254']);
    const { last } = await upload(envelopeFor(1, '', { url: 'http://x.invalid/' }), '', { lookup });
    expect(last).toMatchObject({ type: 'error', code: 'target-forbidden' });
  });

  test('the next address of a name is tried where one refuses', async () => {
    const target = await rawTarget(answerAfter('hello', ok));
    const lookup = () => Promise.resolve(['::1', '127.0.0.1']);
    const envelope = envelopeFor(target.port, 'hello', { url: `http://localhost:${target.port}/` });
    expect((await upload(envelope, 'hello', { lookup })).last?.type).toBe('end');
  });

  test('cancelled: the connection to the target is closed at once', async () => {
    const abort = new AbortController();
    const target = await rawTarget(() => abort.abort());
    const { last } = await upload(envelopeFor(target.port, 'hello'), 'hello', { signal: abort.signal });
    expect(last).toMatchObject({ type: 'error', code: 'cancelled' });
    await target.closed;
  });
});
