/** Test support: a server that keeps every byte of the last connection, over TLS as well. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

export interface ByteServer {
  readonly port: number;
  /** Answers the next connection once so many bytes came, with this status. */
  readonly expect: (length: number, status?: number) => void;
  /** What came last, a character a byte; empty since `expect` where nothing did. */
  readonly received: () => string;
  readonly close: () => void;
}

/** Milliseconds without a byte after which a program is taken to have sent all that it will. */
const silence = 2_000;

export async function byteServer(tls?: TlsOptions): Promise<ByteServer> {
  let received: Buffer[] = [];
  let expected = { length: 0, status: 200 };
  const serve = (socket: Socket) => {
    const chunks: Buffer[] = [];
    received = chunks;
    let length = 0;
    socket
      .setTimeout(silence, () => socket.end('HTTP/1.1 408 Bytes Missing\r\nConnection: close\r\n\r\n'))
      .on('error', () => {})
      .on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length >= expected.length)
          socket.end(
            `HTTP/1.1 ${expected.status} Fine\r\nConnection: close\r\nContent-Length: 5\r\n\r\nreply`,
          );
      });
  };
  const server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    expect: (length, status = 200) => {
      expected = { length, status };
      received = [];
    },
    received: () => Buffer.concat(received).toString('latin1'),
    close: () => void server.close(),
  };
}

/** Where two part, with what stands there: whole bodies would hide it. */
export function sentBeside(sent: string, preview: string): string {
  if (sent === preview) return 'the preview';
  let at = 0;
  while (at < preview.length && sent[at] === preview[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(at, at + 60));
  return `${sent.length} of ${preview.length} bytes; at ${at} ${around(sent)} for ${around(preview)}`;
}
