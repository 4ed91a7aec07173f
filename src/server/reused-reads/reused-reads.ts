/**
 * Bodies of uploads read into blocks that are used again. Node's HTTP server gives a body in copies of
 * 64 KiB, each in memory of its own, which costs a fifth to a third of the processor time and twice the
 * memory (README.md). Here Node's server reads heads and small bodies as ever; a large body
 * is taken over from it once its envelope was read, and the bytes come straight from the socket.
 *
 * Node has the option `onread` for that, but only for sockets that connect, not for those that a server
 * accepts. So an accepted connection is moved into a socket made with this option, by `_handle`, the one
 * private name that is used here; where a version of Node has none, bodies are read as usual. That a
 * listener for `data` detaches a socket from the HTTP parser is documented behaviour of Node.
 */
import type { IncomingMessage, Server } from 'node:http';
import { Socket } from 'node:net';
import { smallestBlock } from './block-pool.ts';

/** Where the bytes of a connection go that was taken over. */
export interface Reader {
  /** The memory for the next read. */
  readonly buffer: () => Uint8Array;
  /** `length` bytes were read into it; false stops reading until `socket.resume()`. */
  readonly take: (length: number) => boolean;
}

interface Connection {
  reader: Reader;
}

/** With a field, not a WeakMap beside it: what a WeakMap holds lives on through every minor collection. */
class MovedSocket extends Socket {
  readonly connection: Connection;

  constructor(connection: Connection, options: ConstructorParameters<typeof Socket>[0]) {
    super(options);
    this.connection = connection;
  }
}

/** For the first read of a connection that was taken over, and for bytes that are dropped. */
export const scratch = Buffer.alloc(smallestBlock);

/** Call before others listen for connections of `server`. `PLAYGROUND_REUSED_READS=off` makes it do nothing. */
export function reuseReads(server: Server): void {
  if (process.env['PLAYGROUND_REUSED_READS'] === 'off') return;
  const listeners = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (accepted: Socket) => {
    const socket = moved(accepted);
    for (const listener of listeners) listener.call(server, socket);
  });
}

interface WithHandle {
  _handle?: { readonly useUserBuffer?: unknown } | null;
}

function moved(accepted: Socket): Socket {
  const from = accepted as unknown as WithHandle;
  const handle = from._handle;
  if (typeof handle?.useUserBuffer !== 'function') return accepted;
  // Read while the address is still known, for those that count connections.
  accepted.remoteAddress;
  const connection: Connection = { reader: { buffer: () => scratch, take: () => true } };
  const options = {
    handle,
    allowHalfOpen: true,
    highWaterMark: accepted.readableHighWaterMark,
    onread: {
      buffer: () => connection.reader.buffer(),
      callback: (length: number) => connection.reader.take(length),
    },
  };
  const socket = new MovedSocket(connection, options);
  from._handle = null;
  // The server counts those that it accepted.
  socket.on('close', () => accepted.destroy());
  accepted.on('close', () => socket.destroy());
  return socket;
}

export function hasReusedReads({ socket }: IncomingMessage): boolean {
  return socket instanceof MovedSocket;
}

/**
 * Takes the rest of the connection's bytes away from the HTTP server, for good. What the server had read
 * of the body is in `request` and must have been taken from it; the socket is read once it is resumed.
 * `onEnd`: the caller closed its side.
 */
export function takeOver({ socket }: IncomingMessage, reader: Reader, onEnd: () => void): void {
  if (!(socket instanceof MovedSocket)) return;
  detachParser(socket);
  // Else the parser would report the body that it did not see as cut short.
  socket.removeAllListeners('end');
  socket.on('end', onEnd);
  socket.connection.reader = {
    buffer: reader.buffer,
    take: (length) => {
      socket.connection.reader = reader;
      // The first read went into memory shared by all connections.
      reader.buffer().set(scratch.subarray(0, length));
      return reader.take(length);
    },
  };
}

/**
 * Gives the connection's bytes to `take`, to keep, instead of the HTTP parser; what it returns parses some of
 * them. The socket is left paused.
 */
export function takeBytes(socket: Socket, take: (bytes: Buffer) => void): (bytes: Buffer) => void {
  const listeners = detachParser(socket);
  if (socket instanceof MovedSocket) {
    socket.connection.reader = {
      buffer: () => scratch,
      take: (length) => {
        take(Buffer.from(scratch.subarray(0, length)));
        return !socket.isPaused();
      },
    };
  } else socket.on('data', take);
  return (bytes) => {
    for (const listener of listeners) listener.call(socket, bytes);
  };
}

/** What listened for `data` until now: the parser. The socket is left paused. */
function detachParser(socket: Socket): ((bytes: Buffer) => void)[] {
  const listeners = socket.listeners('data') as ((bytes: Buffer) => void)[];
  // With a listener for `data` Node detaches the parser from the socket, which goes on reading; paused before
  // that, an ordinary socket would not be read again.
  if (socket instanceof MovedSocket) socket.pause();
  socket.on('data', () => {});
  for (const listener of listeners) socket.off('data', listener);
  socket.pause();
  return listeners;
}
