/**
 * Looks on while a body is read: whether the media in it is, block by block, the one that was chosen.
 * The body alone can't tell: the file behind it may be another one by now.
 */
import type { MediaRange } from '../../upload/media-ranges.ts';
import type { RunningHash } from '../../upload/running-hash.ts';
import { blockBytes } from './blob-blocks.ts';
import { BlockHashes } from './block-hashes.ts';

export class MediaWatch {
  private readonly ranges: readonly MediaRange[];
  private readonly blocks: readonly string[];
  private readonly hash: RunningHash;
  private at = 0;
  private hashes: BlockHashes | null = null;
  private changed: MediaRange | null = null;

  constructor(ranges: readonly MediaRange[], blocks: readonly string[], hash: RunningHash) {
    this.ranges = ranges;
    this.blocks = blocks;
    this.hash = hash;
  }

  /** The first block, of those taken as a whole, that is not the one that was chosen. */
  get firstChanged(): MediaRange | null {
    return this.changed;
  }

  /** The bytes of the body that are still missing to judge all that was taken; null where none are. */
  get missing(): MediaRange | null {
    const range = this.ranges.find(({ start, end }) => start < this.at && this.at < end);
    if (range === undefined || (this.at - range.start) % blockBytes === 0) return null;
    const begun = Math.floor((this.at - range.start) / blockBytes);
    return { start: this.at, end: Math.min(range.end, range.start + (begun + 1) * blockBytes) };
  }

  /** Takes the next bytes of the body. */
  take(piece: Uint8Array): void {
    const at = this.at;
    this.at += piece.length;
    for (const { start, end } of this.ranges) {
      const own = piece.subarray(Math.max(0, start - at), Math.max(0, end - at));
      if (own.length === 0) continue;
      this.hashes ??= new BlockHashes(this.hash, (digest, index) => {
        if (digest === this.blocks[index]) return;
        const from = start + index * blockBytes;
        this.changed ??= { start: from, end: Math.min(end, from + blockBytes) };
      });
      this.hashes.take(own);
      if (this.at < end) continue;
      this.hashes.end();
      this.hashes = null;
    }
  }
}
