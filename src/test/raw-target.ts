/** For tests: a TCP target that records what it receives and answers as configured. */
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import { type SendOptions, sendUpload } from '../server/upload/send-upload.ts';
import type { Envelope, ProtocolEvent } from '../upload/protocol.ts';

export interface RawTarget {
  readonly port: number;
  /** Everything received on the first connection, so far. */
  readonly received: () => Buffer;
  /** How many connections there were. */
  readonly connections: () => number;
  /** Settles once the first connection is closed. */
  readonly closed: Promise<void>;
}

/** `onData` is called with the socket and all that it received so far; closed with the test. */
export async function rawTarget(
  onData: (socket: Socket, received: () => Buffer) => void,
  tls?: TlsOptions,
): Promise<RawTarget> {
  const chunks: Buffer[] = [];
  const received = () => Buffer.concat(chunks);
  const sockets = new Set<Socket>();
  let markClosed = () => {};
  const closed = new Promise<void>((resolve) => {
    markClosed = resolve;
  });
  const serve = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    // Our side is half-open: what the peer's close shows here is the end of what it sends.
    socket.on('end', () => markClosed());
    socket.on('close', () => markClosed());
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      onData(socket, received);
    });
  };
  const server = tls ? createTlsServer(tls, serve) : createServer({ allowHalfOpen: true }, serve);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, received, connections: () => sockets.size, closed };
}

/** Answers once the request's last bytes are `body`. */
export function answerAfter(body: string, reply: string): (socket: Socket, received: () => Buffer) => void {
  return (socket, received) => {
    if (received().toString('latin1').endsWith(body)) socket.end(Buffer.from(reply, 'latin1'));
  };
}

export function envelopeFor(port: number, body: string | Buffer, changes: Partial<Envelope> = {}): Envelope {
  const length = Buffer.byteLength(body);
  return {
    method: 'POST',
    url: `http://127.0.0.1:${port}/upload?a=%41`,
    headers: [
      ['Host', `127.0.0.1:${port}`],
      ['Content-Length', String(length)],
    ],
    bodyLength: length,
    ...changes,
  };
}

/** All events of an upload, and the last of them. */
export async function upload(
  envelope: Envelope,
  body: string | Buffer,
  options: Partial<SendOptions> = {},
): Promise<{ events: readonly ProtocolEvent[]; last: ProtocolEvent | undefined }> {
  const events: ProtocolEvent[] = [];
  const source = Readable.from(inChunks(Buffer.from(body)));
  await sendUpload(envelope, source, { report: (event) => void events.push(event), ...options });
  return { events, last: events.at(-1) };
}

/** As a file or a socket gives them: 64 KiB at a time. */
function* inChunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65536) yield bytes.subarray(at, at + 65536);
}
