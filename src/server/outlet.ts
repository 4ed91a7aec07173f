/**
 * The way out: every byte of an upload is handed to the socket here and nowhere else, and here it is
 * counted, hashed and noted. Head and body are told apart by the empty line that passes, as the
 * server will tell them apart, and not by what anybody said about them.
 */
import type { Socket } from 'node:net';
import { receiptEdge, type WireEvent } from '../wire/protocol.ts';
import { BodyDigest, type Hasher } from './body-digest.ts';

type Receipt = Extract<WireEvent, { readonly type: 'receipt' }>;

export class Outlet {
  private readonly socket: Socket;
  private readonly digest: BodyDigest;
  private head: Buffer = Buffer.alloc(0);
  private headIsWhole = false;
  private readonly first = new Uint8Array(receiptEdge);
  private readonly last = new Tail(receiptEdge);

  constructor(socket: Socket, hasher: Hasher) {
    this.socket = socket;
    this.digest = new BodyDigest(hasher);
  }

  /** Bytes of the body handed to the socket so far. */
  get bodyBytes(): number {
    return this.digest.bytes;
  }

  /** The head as it was handed to the socket; null before its empty line. */
  get writtenHead(): Buffer | null {
    return this.headIsWhole ? this.head : null;
  }

  /** `done` is called once neither the socket nor the hash needs `bytes` any more. */
  write(bytes: Uint8Array, done: () => void): void {
    let waiting = 2;
    const settle = () => {
      waiting -= 1;
      if (waiting === 0) done();
    };
    // An error of the socket is told by its own event.
    this.socket.write(bytes, settle);
    const body = this.headIsWhole ? bytes : this.noteHead(bytes);
    if (body.length === 0) {
      settle();
      return;
    }
    if (this.bodyBytes < receiptEdge)
      this.first.set(body.subarray(0, receiptEdge - this.bodyBytes), this.bodyBytes);
    this.last.add(body.subarray(Math.max(0, receiptEdge - this.bodyBytes)));
    this.digest.update(body, settle);
  }

  /** Of all that was written; nothing may be written after it. Null where the hash was lost. */
  async receipt(at: number): Promise<Receipt | null> {
    const hashes = await this.digest.finish();
    if (hashes === null) return null;
    const first = this.first.subarray(0, Math.min(this.bodyBytes, receiptEdge));
    return {
      type: 'receipt',
      at,
      bodyBytes: this.bodyBytes,
      ...hashes,
      first: Buffer.from(first).toString('base64'),
      last: this.last.bytes().toString('base64'),
    };
  }

  /** Takes what belongs to the head, gives what is behind it. */
  private noteHead(bytes: Uint8Array): Uint8Array {
    const before = this.head.length;
    this.head = Buffer.concat([this.head, bytes]);
    const end = this.head.indexOf('\r\n\r\n');
    if (end < 0) return bytes.subarray(bytes.length);
    this.headIsWhole = true;
    this.head = this.head.subarray(0, end + 4);
    return bytes.subarray(this.head.length - before);
  }
}

/** The last bytes of a stream. */
class Tail {
  private readonly ring: Buffer;
  private total = 0;

  constructor(size: number) {
    this.ring = Buffer.alloc(size);
  }

  add(bytes: Uint8Array): void {
    const size = this.ring.length;
    this.total += bytes.length;
    const kept = bytes.subarray(Math.max(0, bytes.length - size));
    const at = (this.total - kept.length) % size;
    this.ring.set(kept.subarray(0, size - at), at);
    this.ring.set(kept.subarray(size - at), 0);
  }

  bytes(): Buffer {
    const at = this.total % this.ring.length;
    if (this.total < this.ring.length) return this.ring.subarray(0, at);
    return Buffer.concat([this.ring.subarray(at), this.ring.subarray(0, at)]);
  }
}
