/**
 * The way out: every byte of an upload is handed to the socket here and nowhere else, and here it is
 * counted, hashed and noted. Head and body are told apart by the empty line that passes, as the
 * server will tell them apart, and not by what anybody said about them.
 */
import type { Socket } from 'node:net';
import { receiptEdge, type WireEvent } from '../../upload/protocol.ts';
import { BodyDigest, type Hasher, type Hashes } from './body-digest.ts';
import { Tail } from './tail.ts';

type Receipt = Extract<WireEvent, { readonly type: 'receipt' }>;

export class Outlet {
  private readonly socket: Socket;
  private readonly digest: BodyDigest;
  private head: Buffer = Buffer.alloc(0);
  private headIsWhole = false;
  private readonly first: Buffer[] = [];
  private readonly last = new Tail(receiptEdge);
  private hashes: Promise<Hashes | null> | undefined;

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

  /** `done` is called once nobody here needs `bytes` any more. */
  write(bytes: Uint8Array, done: () => void): void {
    let waiting = 2;
    const settle = () => {
      waiting -= 1;
      if (waiting === 0) done();
    };
    // An error of the socket is told by its own event.
    this.socket.write(bytes, settle);
    const body = this.headIsWhole ? bytes : this.noteHead(bytes);
    const edge = body.subarray(0, Math.max(0, receiptEdge - this.bodyBytes));
    if (edge.length > 0) this.first.push(Buffer.from(edge));
    this.last.add(body.subarray(edge.length));
    if (body.length > 0) this.digest.update(body, settle);
    else settle();
  }

  /** Nothing of the body follows: its hash may be ready when the reply is. */
  endOfBody(): void {
    this.hashes ??= this.digest.finish();
  }

  /** Of all that was written; nothing may be written after it. Null where the hash was lost. */
  async receipt(at: number): Promise<Receipt | null> {
    const bodyBytes = this.bodyBytes;
    const last = this.last.end().toString('base64');
    this.endOfBody();
    const hashes = (await this.hashes) ?? null;
    if (hashes === null) return null;
    const [only, ...others] = this.first;
    const edge = only && others.length === 0 ? only : Buffer.concat(this.first);
    const first = edge.toString('base64');
    return { type: 'receipt', at, bodyBytes, ...hashes, first, last };
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
