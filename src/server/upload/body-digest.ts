/** Count, SHA-256 and marks of a body as it passes (`receipt` of the protocol). */
import { createHash } from 'node:crypto';
import { receiptBlock } from '../../upload/protocol.ts';

/** SHA-256 of a stream, in this thread or in another. */
export interface Hasher {
  /** `done` is called once `bytes` are not needed any more. */
  readonly update: (bytes: Uint8Array, done: () => void) => void;
  /** Notes the hash of all bytes so far. */
  readonly mark: () => void;
  /** Ends it; null where it was lost. */
  readonly finish: () => Promise<Hashes | null>;
}

/** Hex. */
export interface Hashes {
  readonly sha256: string;
  readonly marks: readonly string[];
}

export class BodyDigest {
  private readonly hasher: Hasher;
  private counted = 0;

  constructor(hasher: Hasher) {
    this.hasher = hasher;
  }

  get bytes(): number {
    return this.counted;
  }

  update(bytes: Uint8Array, done: () => void): void {
    let from = 0;
    for (;;) {
      const to = from + receiptBlock - (this.counted % receiptBlock);
      if (to > bytes.length) break;
      this.hasher.update(bytes.subarray(from, to), nothing);
      this.hasher.mark();
      this.counted += to - from;
      from = to;
    }
    this.counted += bytes.length - from;
    this.hasher.update(bytes.subarray(from), done);
  }

  finish(): Promise<Hashes | null> {
    return this.hasher.finish();
  }
}

const nothing = () => {};

/** In this thread: what is given is hashed when `update` returns. */
export function hashHere(): Hasher {
  const hash = createHash('sha256');
  const marks: string[] = [];
  return {
    update: (bytes, done) => {
      hash.update(bytes);
      done();
    },
    mark: () => void marks.push(hash.copy().digest('hex')),
    finish: () => Promise.resolve({ sha256: hash.digest('hex'), marks }),
  };
}
