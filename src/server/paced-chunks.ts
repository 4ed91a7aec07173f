/**
 * A request in chunks (RFC 9112, 7.1), parsed a few thousand bytes in each turn of the event loop: in chunks of
 * one byte each it would otherwise keep everybody else waiting.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { hasBudget, spend, whenBudget } from './parsing-budget.ts';
import { takeBytes } from './reused-reads/reused-reads.ts';

/** Bytes that are parsed without a look at the budget of the turn. */
const portion = 4 * 1024;

const paced = new WeakSet<Socket>();

/** Call when its head has come. From then on all of the connection is parsed so. */
export function paceChunks({ headers, socket }: IncomingMessage): void {
  if (headers['transfer-encoding'] === undefined || socket.isPaused() || paced.has(socket)) return;
  paced.add(socket);
  const pause = socket.pause.bind(socket);
  const resume = socket.resume.bind(socket);
  /** Read and not parsed. */
  let rest: Buffer = Buffer.alloc(0);
  /** By the HTTP server, where its reader is slow: nothing is parsed then. */
  let isPaused = false;
  let isFeeding = false;
  let isWaiting = false;
  const feed = () => {
    if (isFeeding || isWaiting) return;
    isFeeding = true;
    while (rest.length > 0 && !isPaused && !socket.destroyed && hasBudget()) {
      const part = rest.subarray(0, portion);
      rest = rest.subarray(part.length);
      spend(part.length);
      parse(part);
    }
    isFeeding = false;
    if (isPaused || socket.destroyed) return;
    if (rest.length === 0) resume();
    else {
      isWaiting = true;
      whenBudget(() => {
        isWaiting = false;
        feed();
      });
    }
  };
  const parse = takeBytes(socket, (bytes) => {
    pause();
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    feed();
  });
  socket.pause = () => {
    isPaused = true;
    return pause();
  };
  socket.resume = () => {
    isPaused = false;
    feed();
    return socket;
  };
  resume();
}
