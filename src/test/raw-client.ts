/** Test support: requests written to the socket by hand, as no well-behaved client would. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ProtocolEvent } from '../upload/protocol.ts';

export interface RawReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Writes `request`, and reads until the server ends the connection; our side stays open. */
export async function exchangeRaw(port: number, request: string | Uint8Array): Promise<RawReply> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  // A server that refuses may reset what it did not read: the reply is there all the same.
  socket.on('error', () => {}).on('data', (chunk) => chunks.push(chunk));
  socket.write(request);
  await new Promise((resolve) => socket.on('close', resolve));
  return parseReply(Buffer.concat(chunks));
}

/** Header lines ended by CRLF; `Connection: close` is added, for `exchangeRaw` waits for the end. */
export function head(requestLine: string, ...headers: readonly string[]): string {
  return [`${requestLine} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n');
}

/** The lines of an answer of the proxy. */
export function eventsIn(text: string): readonly ProtocolEvent[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** A plain server on a free port, closed when the test has finished. */
export async function serveForTest(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  onTestFinished(() => closeServer(server));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return address.port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function parseReply(bytes: Buffer): RawReply {
  const end = bytes.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: new Map(headers),
    body: bytes.subarray(end + 4),
  };
}
