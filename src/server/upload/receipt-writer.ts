/**
 * Every byte of an upload is handed to the socket here and nowhere else, and here it is counted,
 * hashed and noted. The empty line that passes separates head and body, as it will for the server:
 * what the envelope said about them plays no part.
 */
import type { Socket } from 'node:net';
import { type ProtocolEvent, receiptEdge } from '../../upload/protocol.ts';
import type { RunningHash } from '../../upload/running-hash.ts';
import { BodyHashes } from './body-hashes.ts';
import { Tail } from './tail.ts';

type Receipt = Extract<ProtocolEvent, { readonly type: 'receipt' }>;

export class ReceiptWriter {
  private readonly socket: Socket;
  private readonly hashes: BodyHashes;
  private head: Buffer = Buffer.alloc(0);
  private headIsWhole = false;
  private readonly first: Buffer[] = [];
  private readonly last = new Tail(receiptEdge);

  constructor(socket: Socket, hash: RunningHash | null) {
    this.socket = socket;
    this.hashes = new BodyHashes(hash);
  }

  /** Bytes of the body handed to the socket so far. */
  get bodyBytes(): number {
    return this.hashes.bytes;
  }

  /** The head as it was handed to the socket; null before its empty line. */
  get writtenHead(): Buffer | null {
    return this.headIsWhole ? this.head : null;
  }

  /** `done` is called once the socket does not need `bytes` any more. */
  write(bytes: Uint8Array, done: () => void): void {
    // The socket reports an error by its own event.
    this.socket.write(bytes, done);
    const body = this.headIsWhole ? bytes : this.noteHead(bytes);
    const edge = body.subarray(0, Math.max(0, receiptEdge - this.bodyBytes));
    if (edge.length > 0) this.first.push(Buffer.from(edge));
    this.last.add(body.subarray(edge.length));
    this.hashes.update(body);
  }

  /** Of all that was written; nothing may be written after it. */
  receipt(at: number): Receipt {
    return {
      type: 'receipt',
      at,
      bodyBytes: this.bodyBytes,
      hashes: this.hashes.all,
      first: Buffer.concat(this.first).toString('base64'),
      last: this.last.end().toString('base64'),
    };
  }

  /** Keeps what belongs to the head, returns what follows it. */
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
