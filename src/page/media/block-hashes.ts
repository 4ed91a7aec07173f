/** XXH64 of each MiB of a stream: two streams with the same hashes are the same, and a change has a place. */
import { createXXHash64 } from 'hash-wasm';
import { blockBytes } from './blob-blocks.ts';

/** The hash of some bytes, given in one or more pieces; `digest` ends it, and the next one begins. */
export interface BlockHash {
  readonly update: (bytes: Uint8Array) => void;
  /** Hex. */
  readonly digest: () => string;
}

/** Rejects where the browser allows no WebAssembly. */
export async function createBlockHash(): Promise<BlockHash> {
  const hash = await createXXHash64();
  hash.init();
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => {
      const digest = hash.digest('hex');
      hash.init();
      return digest;
    },
  };
}

/** Takes a stream in pieces of any size; `onBlock` hears of each block, and of a shorter last one. */
export class BlockHashes {
  private readonly hash: BlockHash;
  private readonly onBlock: (digest: string, index: number) => void;
  private taken = 0;

  constructor(hash: BlockHash, onBlock: (digest: string, index: number) => void) {
    this.hash = hash;
    this.onBlock = onBlock;
  }

  take(piece: Uint8Array): void {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + blockBytes - (this.taken % blockBytes));
      this.hash.update(part);
      from += part.length;
      this.taken += part.length;
      if (this.taken % blockBytes === 0) this.onBlock(this.hash.digest(), this.taken / blockBytes - 1);
    }
  }

  /** The stream has ended. */
  end(): void {
    if (this.taken % blockBytes !== 0) this.onBlock(this.hash.digest(), Math.floor(this.taken / blockBytes));
  }
}
