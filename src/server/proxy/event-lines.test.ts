import { once } from 'node:events';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { WireEvent } from '../../wire/protocol.ts';
import { serveForTest } from '../upload/raw-client.ts';
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

const receipt: WireEvent = {
  ...{ type: 'receipt', at: 1, bodyBytes: 2, sha256: 'ab', marks: ['cd'] },
  ...{ first: 'aGk='.repeat(30_000), last: '' },
};
const all: readonly WireEvent[] = [
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

test('what happens within a moment is one write', async () => {
  let writes = 0;
  await answer((lines, response) => {
    const { socket } = response;
    const write = socket?._writev?.bind(socket);
    if (socket && write) {
      socket._writev = (chunks, done) => {
        writes += 1;
        write(chunks, done);
      };
    }
    for (const event of all) void lines.add(event);
  });
  expect(writes).toBe(1);
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
