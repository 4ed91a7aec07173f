/** XXH64 of each MiB of a stream: two streams with the same hashes are the same, and a change has a place. */
import type { RunningHash } from '../../upload/running-hash.ts';
import { blockBytes } from './blob-blocks.ts';

/** Takes a stream in pieces of any size; `onBlock` hears of each block, and of a shorter last one. */
export class BlockHashes {
  private readonly hash: RunningHash;
  private readonly onBlock: (digest: string, index: number) => void;
  private taken = 0;

  constructor(hash: RunningHash, onBlock: (digest: string, index: number) => void) {
    this.hash = hash;
    this.onBlock = onBlock;
  }

  take(piece: Uint8Array): void {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + blockBytes - (this.taken % blockBytes));
      this.hash.update(part);
      from += part.length;
      this.taken += part.length;
      if (this.taken % blockBytes === 0) this.endBlock(this.taken / blockBytes - 1);
    }
  }

  /** The stream has ended. */
  end(): void {
    if (this.taken % blockBytes !== 0) this.endBlock(Math.floor(this.taken / blockBytes));
  }

  private endBlock(index: number): void {
    this.onBlock(this.hash.digest(), index);
    this.hash.reset();
  }
}
