/**
 * Requests that were sent before the previous one was answered (pipelining, RFC 9112, 9.3.2) are served
 * in turn. After a response that closes the connection they never are, and then they cost nothing.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of one connection that may wait; no browser has even one. */
const mostWaiting = 256;

const waiting = new WeakMap<Socket, number>();

/** Calls `serve` once its answer can be written, or never. */
export function serveInTurn({ socket }: IncomingMessage, response: ServerResponse, serve: () => void): void {
  if (response.socket !== null) {
    serve();
    return;
  }
  const count = (waiting.get(socket) ?? 0) + 1;
  waiting.set(socket, count);
  if (count > mostWaiting) {
    socket.destroy();
    return;
  }
  response.once('socket', () => {
    waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
    // Node is not done with handing over the connection.
    process.nextTick(() => {
      if (!response.destroyed) serve();
    });
  });
}
