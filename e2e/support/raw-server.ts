/** A TCP server that keeps every byte it receives and answers as a test says. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export interface RawServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Everything received on all connections so far, in order. */
  readonly received: () => Buffer;
  /** Sockets that are open now. */
  readonly openSockets: () => number;
  readonly close: () => Promise<void>;
}

/** Called with every chunk and all bytes of this connection so far. */
export type Behaviour = (socket: Socket, received: Buffer) => void;

export function startRawServer(behave: Behaviour): Promise<RawServer> {
  return listen((onSocket) => createServer(onSocket), 'http', behave);
}

/** The same over TLS; it answers nothing where no test says otherwise. */
export function startTlsServer(
  identity: { readonly key: Buffer; readonly cert: Buffer },
  behave: Behaviour = () => {},
): Promise<RawServer> {
  return listen((onSocket) => createTlsServer(identity, onSocket), 'https', behave);
}

async function listen(
  create: (onSocket: (socket: Socket) => void) => Server,
  scheme: string,
  behave: Behaviour,
): Promise<RawServer> {
  const chunks: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = create((socket) => {
    let received = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      received = Buffer.concat([received, chunk]);
      behave(socket, received);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    if (!server.listening) return;
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return {
    port,
    origin: `${scheme}://127.0.0.1:${port}`,
    received: () => Buffer.concat(chunks),
    openSockets: () => sockets.size,
    close,
  };
}

/** Answers once the request is there as a whole, as its Content-Length says. */
export function whenComplete(answer: (socket: Socket) => void): Behaviour {
  return (socket, received) => {
    const headEnd = received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = received.subarray(0, headEnd).toString('latin1');
    const length = Number(/^content-length: *(\d+)$/im.exec(head)?.[1] ?? Number.NaN);
    if (received.length === headEnd + 4 + length) answer(socket);
  };
}

/** A reply to the byte; `Content-Length` is right unless `headers` states another. */
export function reply(
  status: string,
  contentType: string,
  body: string,
  headers: readonly string[] = [],
): string {
  const length = headers.some((line) => /^content-length:/i.test(line))
    ? []
    : [`Content-Length: ${Buffer.byteLength(body)}`];
  const head = [
    `HTTP/1.1 ${status}`,
    `Content-Type: ${contentType}`,
    ...length,
    ...headers,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

export const success = reply(
  '200 OK',
  'text/xml',
  '<response><media_url>https://media.example/1.jpg</media_url></response>',
);
