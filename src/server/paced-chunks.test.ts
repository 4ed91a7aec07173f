import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { paceChunks } from './paced-chunks.ts';
import { reuseReads } from './reused-reads/reused-reads.ts';

async function serve(listener: RequestListener, reused: boolean): Promise<number> {
  const server = createServer((request, response) => {
    paceChunks(request);
    listener(request, response);
  });
  if (reused) reuseReads(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const head = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n';

async function answer(port: number, ...pieces: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  for (const piece of pieces) socket.write(piece);
  let text = '';
  for await (const piece of socket.setEncoding('latin1')) text += piece;
  return text;
}

describe.each([
  ['as Node reads', false],
  ['with reused reads', true],
])('%s', (_, reused) => {
  test('one-byte chunks are parsed a few thousand a turn, all connections together', async () => {
    let inThisTurn = 0;
    let most = 0;
    let isOver = false;
    const count = () => {
      most = Math.max(most, inThisTurn);
      inThisTurn = 0;
      if (!isOver) setImmediate(count);
    };
    count();
    const port = await serve((request, response) => {
      let bytes = 0;
      request.on('data', (piece: Buffer) => {
        bytes += piece.length;
        inThisTurn += piece.length;
      });
      request.on('end', () => response.end(`${bytes} bytes`));
    }, reused);
    const body = `${'1\r\nx\r\n'.repeat(100_000)}0\r\n\r\n`;
    const texts = await Promise.all(
      Array.from({ length: 3 }, () => answer(port, `${head}Connection: close\r\n\r\n`, body)),
    );
    isOver = true;
    expect(texts.every((text) => text.endsWith('100000 bytes'))).toBe(true);
    // What came in one read with a head is parsed with it.
    expect(most).toBeLessThan(3 * 12_000);
  });

  test('a body arrives as it was sent, also where its reader is slow', async () => {
    const body = Buffer.alloc(3_000_000, 'a body of some length, ');
    const port = await serve(async (request, response) => {
      const hash = createHash('sha256');
      for await (const piece of request) {
        hash.update(piece);
        await new Promise(setImmediate);
      }
      response.end(hash.digest('hex'));
    }, reused);
    const chunks: (string | Buffer)[] = [`${head}Connection: close\r\n\r\n`];
    for (let at = 0, size = 1; at < body.length; at += size, size = (size * 7) % 65_521) {
      const piece = body.subarray(at, at + size);
      chunks.push(`${piece.length.toString(16)}\r\n`, piece, '\r\n');
    }
    const text = await answer(port, ...chunks, '0\r\n\r\n');
    expect(text.endsWith(createHash('sha256').update(body).digest('hex'))).toBe(true);
  });

  test('the connection serves further requests, and is closed with its caller', async () => {
    let closed = () => {};
    const whenClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const port = await serve((request, response) => {
      let text = '';
      request.on('data', (piece: Buffer) => {
        text += piece;
      });
      request.on('end', () => response.end(`<${text}>`));
      request.socket.once('close', closed);
    }, reused);
    const one = `${head}\r\n3\r\none\r\n0\r\n\r\n`;
    const two = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\ntwo';
    const last = `${head}Connection: close\r\n\r\n5\r\nthree\r\n0\r\n\r\n`;
    const text = await answer(port, one, one + two, last);
    expect(text.match(/<\w+>/g)).toEqual(['<one>', '<one>', '<two>', '<three>']);
    const socket = connect(port, '127.0.0.1');
    socket.write(`${head}\r\n3\r\none\r\n`);
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.destroy();
    await whenClosed;
  });

  test('chunks that are none end the connection with 400', async () => {
    const port = await serve((request) => void request.on('error', () => {}).resume(), reused);
    const text = await answer(port, `${head}\r\n1\r\nx\r\n`, 'zz\r\n');
    expect(text).toContain('400 Bad Request');
  });
});
