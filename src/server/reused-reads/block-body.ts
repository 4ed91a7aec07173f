/** A large body of an upload, taken over from the HTTP server and given in blocks that are used again. */
import type { IncomingMessage } from 'node:http';
import { ProgressTimeout, readToEnd } from '../proxy/read-to-end.ts';
import type { BodyConsumer, BodySource } from '../upload/body-source.ts';
import { acquireBlocks, releaseBlocks, smallestBlock } from './block-pool.ts';
import { hasReusedReads, scratch, takeOver } from './reused-reads.ts';

/** Fewer bytes than these are not worth it. */
const worthWhile = 256 * 1024;
/** Bytes that Node reads at once, and may still read once more before it is asked to stop. */
const oneRead = 64 * 1024;

/**
 * Null where the body has to come from `request` itself: it is small or of unknown length, its connection
 * has no reused reads, or no blocks are left. `taken`: bytes of it that were read from `request` before.
 */
export function blockBodyOf(request: IncomingMessage, taken: number): BlockBody | null {
  const left = Number(request.headers['content-length']) - taken;
  if (request.complete || request.socket.destroyed || !hasReusedReads(request)) return null;
  const { readableLength } = request;
  if (!(left - readableLength > worthWhile) || readableLength > smallestBlock - oneRead) return null;
  const blocks = acquireBlocks();
  if (blocks === null) return null;
  // What Node would read until the body is opened would be one more copy, in memory of its own.
  request.socket.pause();
  return new BlockBody(request, left, blocks);
}

export class BlockBody implements BodySource {
  private readonly request: IncomingMessage;
  private readonly free: Buffer[];
  /** What the socket reads into next; null once the rest is dropped. */
  private current: Buffer | null;
  /** Bytes that the caller has still to send. */
  private left: number;
  private consumer: BodyConsumer | null = null;
  private isTaken = false;
  private isOver = false;
  private onMove: (bytes: number) => void = () => {};

  constructor(request: IncomingMessage, left: number, blocks: Buffer[]) {
    this.request = request;
    this.left = left;
    this.free = blocks;
    this.current = blocks.pop() ?? null;
    request.socket.once('close', () => {
      this.retire();
      if (this.current !== null) releaseBlocks([this.current]);
      this.current = null;
    });
  }

  open(consumer: BodyConsumer): void {
    const { request } = this;
    this.consumer = consumer;
    this.isTaken = true;
    const read: Buffer | null = request.read();
    if (read !== null) this.current?.set(read);
    const hasRoom = read === null || this.take(read.length);
    const reader = {
      buffer: () => this.current ?? scratch,
      take: (length: number) => this.take(length),
    };
    takeOver(request, reader, () => {
      // As Node's HTTP server does where a caller closes its side: it no longer waits for a response.
      if (this.left > 0) request.socket.destroy();
      else request.socket.end();
    });
    if (hasRoom) request.socket.resume();
  }

  close(): void {
    this.retire();
    if (this.isTaken && this.left > 0) this.request.socket.pause();
  }

  /** Reads and drops what is left; resolves when that is done, or its time is over. */
  readToEnd(timeout: number): Promise<void> {
    this.retire();
    const { socket } = this.request;
    if (!this.isTaken) {
      socket.resume();
      return readToEnd(this.request, timeout);
    }
    return new Promise((resolve) => {
      if (this.left === 0 || socket.destroyed) return resolve();
      const finish = () => {
        timer.end();
        socket.off('close', finish);
        this.onMove = () => {};
        resolve();
      };
      const timer = new ProgressTimeout(timeout, finish);
      this.onMove = (bytes) => {
        if (this.left === 0) finish();
        else timer.came(bytes);
      };
      socket.once('close', finish);
      socket.resume();
    });
  }

  /** The socket has read `length` bytes into `current`; false where there is no block for the next read. */
  private take(length: number): boolean {
    const block = this.current;
    const bytes = Math.min(length, this.left);
    this.left -= bytes;
    this.onMove(bytes);
    if (block === null) return true;
    if (this.isOver) {
      this.current = null;
      releaseBlocks([block]);
      return true;
    }
    // After the last byte it goes on reading, to notice a caller that leaves.
    this.current = this.left === 0 ? null : (this.free.pop() ?? null);
    if (this.left > 0 && this.current === null) {
      // Can't happen: reading stops before. But dropped bytes must not look like an upload.
      this.request.socket.destroy(new Error('A read came without a block for it.'));
      return false;
    }
    this.consumer?.take(block.subarray(0, bytes), () => this.release(block));
    if (this.left === 0) {
      this.consumer?.end();
      this.retire();
      return true;
    }
    return this.free.length > 0;
  }

  private release(block: Buffer): void {
    if (this.isOver) {
      releaseBlocks([block]);
      return;
    }
    this.free.push(block);
    if (this.free.length === 1) this.request.socket.resume();
  }

  /** Ends it: the blocks return to the pool, those being written once they are released. */
  private retire(): void {
    this.isOver = true;
    releaseBlocks(this.free.splice(0));
  }
}
