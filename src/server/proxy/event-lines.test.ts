import { once } from 'node:events';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serveForTest } from '../../test/raw-client.ts';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import { EventLines } from './event-lines.ts';

/** The answer's bodies as they came: the pieces of it, and all of it. */
async function answer(act: (lines: EventLines, response: ServerResponse) => void | Promise<void>) {
  const port = await serveForTest(async (_, response) => {
    const lines = new EventLines(response, new AbortController().signal);
    await act(lines, response);
    lines.end();
  });
  const asking = request({ port, host: '127.0.0.1', agent: false });
  asking.end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return { text };
}

const receipt: ProtocolEvent = {
  ...{ type: 'receipt', at: 1, bodyBytes: 2, hashes: ['ab'] },
  ...{ first: 'aGk='.repeat(30_000), last: '' },
};
const all: readonly ProtocolEvent[] = [
  { type: 'lookup', at: 0, host: 'příklad.example', addresses: ['::1'] },
  { type: 'reply-body', at: 1, base64: 'aGk=' },
  { type: 'error', at: 2, code: 'refused', detail: '"quoted"\n' },
];

test('every event is a line of JSON, as it was given', async () => {
  const { text } = await answer((lines) => {
    for (const event of [...all, receipt]) void lines.add(event);
  });
  expect(text.endsWith('\n')).toBe(true);
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([...all, receipt]);
});

/** What comes over the wire, head and all, once the answer is through. `arrived`: something of it came. */
async function wire(
  act: (lines: EventLines, arrived: Promise<void>) => Promise<void> | void,
  isHeld = false,
): Promise<string> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const port = await serveForTest(async (_, response) => {
    const lines = new EventLines(response, new AbortController().signal, isHeld);
    await act(lines, arrived);
    lines.end();
  });
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  let text = '';
  for await (const piece of socket.setEncoding('utf8')) {
    text += piece;
    arrive();
  }
  return text;
}

test('what happens within a moment of the end is one piece, whose length is known', async () => {
  const text = await wire((lines) => {
    for (const event of all) void lines.add(event);
  });
  const [head = '', body = ''] = text.split('\r\n\r\n');
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
  expect(body.trimEnd().split('\n')).toHaveLength(all.length);
});

test('what happens within a moment of each other is one chunk', async () => {
  const text = await wire(async (lines, arrived) => {
    for (const event of all) void lines.add(event);
    await arrived;
    void lines.add({ type: 'body-sent', at: 3, bytes: 4 });
  });
  const [, ...parts] = text.split('\r\n');
  const chunks = parts.filter((part) => part.startsWith('{'));
  expect(chunks.map((chunk) => chunk.trimEnd().split('\n').length)).toEqual([all.length, 1]);
});

test('an event does not wait for the end', async () => {
  let goOn = () => {};
  const port = await serveForTest(async (_, response) => {
    const lines = new EventLines(response, new AbortController().signal);
    void lines.add({ type: 'reply-body', at: 1, base64: 'aGk=' });
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    lines.end();
  });
  const asking = request({ port, host: '127.0.0.1', agent: false });
  asking.end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const [first] = await once(response, 'data');
  expect(String(first)).toContain('aGk=');
  goOn();
});

test('held events go out in one piece when they are released, in their order', async () => {
  const text = await wire(async (lines, arrived) => {
    for (const event of all) void lines.add(event);
    lines.release();
    await arrived;
    void lines.add({ type: 'body-sent', at: 3, bytes: 4 });
  }, true);
  const chunks = text.split('\r\n').filter((part) => part.startsWith('{'));
  expect(chunks.map((chunk) => chunk.trimEnd().split('\n').length)).toEqual([all.length, 1]);
});

test('held events that are never released go out with the end; too many of them do not wait for it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const held = await wire((lines) => {
    void lines.add(receipt);
    vi.advanceTimersByTime(60_000);
  }, true);
  expect(held).toContain('Content-Length:');
  const many = await wire(async (lines, arrived) => {
    void lines.add(receipt);
    void lines.add(receipt);
    void lines.add(receipt);
    await arrived;
  }, true);
  expect(many).toContain('Transfer-Encoding: chunked');
});

test('a page that does not read is waited for, until it is gone', async () => {
  const gone = new AbortController();
  let waited: Promise<void> | undefined;
  const port = await serveForTest((_, response) => {
    const lines = new EventLines(response, gone.signal);
    for (let count = 0; count < 200 && waited === undefined; count += 1) waited = lines.add(receipt);
  });
  const asking = request({ port, host: '127.0.0.1', agent: false });
  asking.end();
  asking.on('error', () => {});
  await once(asking, 'response');
  expect(waited).toBeInstanceOf(Promise);
  gone.abort();
  await waited;
  asking.destroy();
});
