/**
 * Reads from a socket even when writing to it has failed. A server that answers early and closes
 * (nginx with its 413) resets the connection, so our next write fails. Node then destroys the
 * socket, although the reply lies in the kernel's buffer, and it would be lost. So the bytes are
 * taken by `onread`, which an error of the stream does not stop, and the destruction that follows
 * a failed write waits until everything received is read.
 */
import type { OnReadOpts, Socket } from 'node:net';

/** One for all connections: what is read is copied before anything else is read. */
const buffer = new Uint8Array(64 * 1024);
/** Milliseconds without a byte after which the kernel's buffer is empty. */
const lastLook = 100;

/** Takes bytes that are its own to keep; false pauses until `socket.resume()`. */
export type TakeBytes = (bytes: Buffer) => boolean;

export interface SocketReader {
  /** For the options of the socket. */
  readonly onread: OnReadOpts;
  /** What came before is kept; from now on all goes to `take`. */
  readonly open: (socket: Socket, take: TakeBytes) => void;
}

export function createSocketReader(): SocketReader {
  let take: TakeBytes | undefined;
  const early: Buffer[] = [];
  let reads = 0;
  const callback = (length: number): boolean => {
    reads += 1;
    const bytes = Buffer.from(buffer.subarray(0, length));
    if (take !== undefined) return take(bytes);
    early.push(bytes);
    return false;
  };
  return {
    onread: { buffer, callback },
    open: (socket, takeBytes) => {
      take = takeBytes;
      readOnAfterFailedWrite(socket, () => reads);
      if (early.map(takeBytes).every(Boolean)) socket.resume();
    },
  };
}

function readOnAfterFailedWrite(socket: Socket, reads: () => number): void {
  const destroy = socket.destroy.bind(socket);
  const push = socket.push.bind(socket);
  let isClosedAfterEnd = false;
  socket.destroy = (error?: NodeJS.ErrnoException) => {
    // Only once: a later call is meant.
    socket.destroy = destroy;
    if (!isOfWriting(error)) return destroy(error);
    isClosedAfterEnd = error?.code === 'EPIPE';
    const look = () => {
      const before = reads();
      // A timer may be due before the loop came to read; what follows it is not.
      setTimeout(() => setImmediate(() => (reads() === before ? destroy(error) : look())), lastLook);
    };
    look();
    return socket;
  };
  socket.push = (piece: unknown, encoding?: BufferEncoding) => {
    // The server's end, which a failed stream does not emit: a reply may be complete by it. Where the
    // connection was reset instead, writing failed with ECONNRESET, and this is not an end.
    if (piece === null && isClosedAfterEnd) socket.emit('end');
    return push(piece, encoding);
  };
}

function isOfWriting(error: NodeJS.ErrnoException | undefined): boolean {
  return error?.syscall === 'write';
}
