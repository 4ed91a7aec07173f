import { once } from 'node:events';
import { type ClientRequest, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { eventsIn } from '../../test/raw-client.ts';
import { answerAfter, envelopeFor, rawTarget } from '../../test/raw-target.ts';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import { handleSend, type ProxyOptions } from './proxy.ts';

/** A server of nothing but the proxy; the guard has its own tests. */
async function proxy(options: ProxyOptions = {}): Promise<number> {
  const server = createServer((incoming, outgoing) => void handleSend(incoming, outgoing, options));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function open(port: number): { sending: ClientRequest; events: Promise<readonly ProtocolEvent[]> } {
  const sending = request({ port, host: '127.0.0.1', method: 'POST' });
  const events = new Promise<readonly ProtocolEvent[]>((resolve, reject) => {
    sending.on('error', reject);
    sending.on('response', (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(eventsIn(text)));
    });
  });
  return { sending, events };
}

test('what follows the envelope is sent, wherever the stream is cut', async () => {
  const body = Buffer.from('first line\nsecond\0line\r\n\xff', 'latin1');
  for (const cut of [1, 30, 150, 200]) {
    const target = await rawTarget((socket, received) => {
      if (received().length >= body.length && received().subarray(-body.length).equals(body)) {
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
      }
    });
    const { sending, events } = open(await proxy());
    const whole = Buffer.concat([Buffer.from(`${JSON.stringify(envelopeFor(target.port, body))}\n`), body]);
    sending.write(whole.subarray(0, cut));
    sending.end(whole.subarray(cut));
    expect((await events).at(-1)).toMatchObject({ type: 'end' });
    expect(target.received().toString('latin1').split('\r\n\r\n').slice(1).join('\r\n\r\n')).toBe(
      body.toString('latin1'),
    );
  }
});

test('events come one a line, in the order in which things happened', async () => {
  const target = await rawTarget(answerAfter('hello', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'));
  const { sending, events } = open(await proxy());
  sending.end(`${JSON.stringify(envelopeFor(target.port, 'hello'))}\nhello`);
  const types = (await events).map((event) => event.type).filter((type) => type !== 'progress');
  expect(types).toEqual([
    ...['lookup', 'connected', 'head-sent', 'body-sent', 'reply-head', 'reply-body', 'receipt', 'end'],
  ]);
});

test.each([
  ['cut', '{"method":"POST"'],
  ['no JSON', 'nonsense\n'],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0x22, 0x0a])],
  ['without a URL', '{"method":"POST","headers":[],"bodyLength":0}\n'],
  ['with a negative length', '{"method":"POST","url":"http://127.0.0.1/","headers":[],"bodyLength":-1}\n'],
  [
    'with headers that are no pairs',
    '{"method":"POST","url":"http://127.0.0.1/","headers":[["a"]],"bodyLength":0}\n',
  ],
  ['longer than 256 KiB', Buffer.alloc(1024 * 1024, 'x')],
])('an envelope that is %s is answered with envelope-invalid', async (_, bytes) => {
  const { sending, events } = open(await proxy());
  sending.end(bytes);
  expect(await events).toMatchObject([{ type: 'error', code: 'envelope-invalid' }]);
});

test('an invalid envelope is reported by its field and not by its value', async () => {
  const { sending, events } = open(await proxy());
  sending.end(
    '{"method":"POST","url":"http://127.0.0.1/","headers":[["X","s3cret"],["Y",1]],"bodyLength":0}\n',
  );
  const text = JSON.stringify(await events);
  expect(text).toContain('headers.1.1');
  expect(text).not.toContain('s3cret');
});

test('a page that goes away closes the connection to the target', async () => {
  const { sending, events } = open(await proxy());
  const target = await rawTarget(() => void sending.destroy());
  events.catch(() => {});
  sending.write(`${JSON.stringify(envelopeFor(target.port, 'hello'))}\nhel`);
  await target.closed;
});

test('a page that goes away while its body is held up is noticed within seconds', async () => {
  const target = await rawTarget((socket) => void socket.pause());
  const seen: ProtocolEvent[] = [];
  const size = 50_000_000;
  const { sending, events } = open(await proxy({ observe: (event) => void seen.push(event) }));
  events.catch(() => {});
  sending.write(`${JSON.stringify(envelopeFor(target.port, Buffer.alloc(size)))}\n`);
  // More than all buffers on the way hold.
  const isTaken = sending.write(Buffer.alloc(size - 1));
  expect(isTaken).toBe(false);
  await expect.poll(() => target.received().length).toBeGreaterThan(0);
  sending.destroy();
  await expect.poll(() => seen.at(-1), { timeout: 8000 }).toMatchObject({ type: 'error', code: 'cancelled' });
});

test('the answer ends when the upload is through, also where the target did not want all of it', async () => {
  const target = await rawTarget(
    (socket) => void socket.end('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno'),
  );
  const body = Buffer.alloc(20e6);
  const { sending, events } = open(await proxy());
  const through = once(sending, 'finish');
  sending.write(`${JSON.stringify(envelopeFor(target.port, body))}\n`);
  sending.end(body);
  expect((await events).at(-1)).toMatchObject({ type: 'end' });
  await through;
});

test('a caller that stops sending a body that is dropped is not waited for', async () => {
  const target = await rawTarget((socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
  const { sending, events } = open(await proxy({ timeout: 50 }));
  sending.write(`${JSON.stringify(envelopeFor(target.port, 'hello'))}\nhel`);
  expect((await events).at(-1)).toMatchObject({ type: 'end' });
});

test('a caller that trickles a body that is dropped is not waited for either', async () => {
  const target = await rawTarget((socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
  const { sending, events } = open(await proxy({ timeout: 100 }));
  sending.write(`${JSON.stringify(envelopeFor(target.port, 'hello', { bodyLength: 1000 }))}\nhel`);
  const trickle = setInterval(() => sending.write('x'), 10);
  onTestFinished(() => clearInterval(trickle));
  sending.on('close', () => clearInterval(trickle));
  expect((await events).at(-1)).toMatchObject({ type: 'end' });
});

test('an envelope that does not come is waited for no longer than that', async () => {
  const { sending, events } = open(await proxy({ timeout: 50 }));
  sending.write('{"method":');
  expect(await events).toMatchObject([{ type: 'error', code: 'envelope-invalid' }]);
});

test.each([
  ['body-too-short', 'hell'],
  ['body-too-long', 'hello!'],
])('%s is reported before anything is sent', async (code, body) => {
  const target = await rawTarget(() => {});
  const { sending, events } = open(await proxy());
  sending.end(`${JSON.stringify(envelopeFor(target.port, 'hello'))}\n${body}`);
  expect(await events).toMatchObject([{ type: 'error', code }]);
  expect(target.received()).toHaveLength(0);
});

test('a large reply is passed on piece by piece and leaks no listeners', async () => {
  const size = 24e6;
  const target = await rawTarget((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n`);
    socket.end(Buffer.alloc(size));
  });
  const warnings: Error[] = [];
  const warn = (warning: Error) => void warnings.push(warning);
  process.on('warning', warn);
  onTestFinished(() => void process.off('warning', warn));
  const { sending, events } = open(await proxy());
  sending.end(`${JSON.stringify(envelopeFor(target.port, 'hello'))}\nhello`);
  expect((await events).at(-1)).toMatchObject({ type: 'end', replyBytes: size });
  expect(warnings).toEqual([]);
});
