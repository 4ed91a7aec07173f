/** Counts a body as it passes and notes its running hash at every MiB (`receipt` of the protocol). */
import { receiptBlock } from '../../upload/protocol.ts';
import type { RunningHash } from '../../upload/running-hash.ts';

export class BodyHashes {
  private readonly hash: RunningHash | null;
  private readonly atBlocks: string[] = [];
  private counted = 0;

  /** Null: it is counted only. */
  constructor(hash: RunningHash | null) {
    this.hash = hash;
  }

  get bytes(): number {
    return this.counted;
  }

  update(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + receiptBlock - (this.counted % receiptBlock));
      this.hash?.update(part);
      from += part.length;
      this.counted += part.length;
      if (this.hash !== null && this.counted % receiptBlock === 0) this.atBlocks.push(this.hash.digest());
    }
  }

  /** At every MiB so far, the last one of all bytes. */
  get all(): readonly string[] | null {
    if (this.hash === null) return null;
    return this.counted % receiptBlock === 0 ? this.atBlocks : [...this.atBlocks, this.hash.digest()];
  }
}
