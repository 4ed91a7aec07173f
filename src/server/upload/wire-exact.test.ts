/** Hundreds of generated requests against what one raw server received: byte for byte, head and body. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { eventsIn } from '../../test/raw-client.ts';
import { runningHashesOf } from '../../test/running-hashes.ts';
import type { Envelope, ProtocolEvent } from '../../upload/protocol.ts';
import { handleSend } from '../proxy/proxy.ts';
import { reuseReads } from '../reused-reads/reused-reads.ts';
import { sendUpload } from './send-upload.ts';

interface Case {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

const name = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_!#$%&*+.^`|~'), minLength: 1, maxLength: 12 });
/** Anything but what ends a line; lone surrogates would become U+FFFD before they came here. */
const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll(/[\r\n\0]/g, ' ')),
  fc.constantFrom('', ' ', 'příliš žluťoučký', '日本語', '😀', 'a\tb', ' both ends ', '"q"; x=1'),
);
const path = fc
  .string({ unit: fc.constantFrom(...'abz019-._~/?%:@!&=+,;'), maxLength: 20 })
  .map((text) => `/${text}`)
  // Without a segment such as `..`, which URL-2 resolves before the proxy sees it.
  .filter((text) => {
    const { pathname, search } = new URL(`http://h${text}`);
    return pathname + search === text;
  });
/** Case, duplicates and order matter: names come from a few, too. */
const headers = fc.array(
  fc.tuple(fc.oneof(name, fc.constantFrom('X-A', 'x-a', 'X-a', 'Host', 'host')), value),
  {
    maxLength: 10,
  },
);
const body = fc.oneof(
  { weight: 9, arbitrary: fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)) },
  // Large enough to be taken over from the HTTP server.
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 300_000, max: 1_500_000 }), fc.nat())
      .map(([length, seed]) => Buffer.alloc(length, createHash('sha512').update(String(seed)).digest())),
  },
);
const requests: fc.Arbitrary<Case> = fc.record({
  method: fc.constantFrom('POST', 'PUT', 'PATCH', 'm'),
  path,
  headers,
  body,
});

function wireBytes({ method, path: target, headers: pairs, body: content }: Case): Buffer {
  const lines = pairs.map(([header, text]) => `${header}: ${text}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines}\r\n`), content]);
}

/** One server for all cases: what a connection sent is known once as much as is expected came. */
async function rawServer() {
  let expected = 0;
  let received = Buffer.alloc(0);
  const server = createServer((socket) => {
    const chunks: Buffer[] = [];
    let length = 0;
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length < expected) return;
      received = Buffer.concat(chunks);
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return {
    port: (server.address() as AddressInfo).port,
    expect: (length: number) => {
      expected = length;
      received = Buffer.alloc(0);
    },
    received: () => received,
  };
}

type Send = (envelope: Envelope, content: Buffer) => Promise<readonly ProtocolEvent[]>;

async function compare(send: Send, numRuns: number): Promise<void> {
  const server = await rawServer();
  await fc.assert(
    fc.asyncProperty(requests, async (wanted) => {
      const bytes = wireBytes(wanted);
      server.expect(bytes.length);
      const envelope = {
        method: wanted.method,
        url: `http://127.0.0.1:${server.port}${wanted.path}`,
        headers: wanted.headers,
        bodyLength: wanted.body.length,
      };
      const events = await send(envelope, wanted.body);
      expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: 2 });
      expect(server.received().equals(bytes)).toBe(true);
      await expectReceipt(events, bytes);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b));
    }),
    { numRuns },
  );
}

/** Head and receipt are of what the server got, and of nothing else. */
async function expectReceipt(events: readonly ProtocolEvent[], got: Buffer): Promise<void> {
  const head = events.find((event) => event.type === 'head-sent');
  const receipt = events.at(-2);
  if (head?.type !== 'head-sent' || receipt?.type !== 'receipt') throw new Error('No receipt came.');
  const headBytes = Buffer.from(head.head, 'base64');
  const gotBody = got.subarray(headBytes.length);
  expect(headBytes.equals(got.subarray(0, headBytes.length))).toBe(true);
  expect(headBytes.subarray(-4).toString()).toBe('\r\n\r\n');
  expect(receipt.bodyBytes).toBe(gotBody.length);
  expect(receipt.hashes).toEqual(await runningHashesOf(gotBody));
  const edges = Buffer.concat([Buffer.from(receipt.first, 'base64'), Buffer.from(receipt.last, 'base64')]);
  if (gotBody.length <= 128 * 1024) expect(edges.equals(gotBody)).toBe(true);
}

test('sendUpload writes what it was given', async () => {
  await compare(async (envelope, content) => {
    const events: ProtocolEvent[] = [];
    const source = Readable.from([content]);
    await sendUpload(envelope, source, { report: (event) => void events.push(event) });
    return events;
  }, 300);
});

test('POST /api/send writes what it was given', async () => {
  const http = createHttpServer((incoming, outgoing) => void handleSend(incoming, outgoing));
  reuseReads(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => {
    http.close();
    http.closeAllConnections();
  });
  const { port } = http.address() as AddressInfo;
  await compare(async (envelope, content) => {
    const line = Buffer.from(`${JSON.stringify(envelope)}\n`);
    const sending = request({
      ...{ port, host: '127.0.0.1', method: 'POST', agent: false },
      headers: { 'Content-Length': line.length + content.length },
    });
    const responded = once(sending, 'response');
    sending.write(line);
    sending.end(content);
    const [response] = await responded;
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    return eventsIn(text);
  }, 300);
});
