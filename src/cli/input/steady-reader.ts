/**
 * Reads a file several times over and gives the same bytes each time, or fails: what is previewed, sent
 * and compared is one media, though it is never held.
 */
import type { FileHandle } from 'node:fs/promises';
import { createXXHash64 } from 'hash-wasm';

export class MediaChanged extends Error {}

const blockBytes = 1024 * 1024;

/** What of a file is looked at before it is read for the first time. */
interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
}

export class SteadyReader {
  private readonly handle: FileHandle;
  private readonly path: string;
  private readonly opened: Stamp;
  private readonly hash: Awaited<ReturnType<typeof createXXHash64>>;
  /** XXH64 of each block that was read by anybody. */
  private readonly blocks: string[] = [];

  private constructor(handle: FileHandle, path: string, opened: Stamp, hash: SteadyReader['hash']) {
    this.handle = handle;
    this.path = path;
    this.opened = opened;
    this.hash = hash;
  }

  /** `opened`: as the file was when its size and type were taken. */
  static async of(handle: FileHandle, path: string, opened: Stamp): Promise<SteadyReader> {
    return new SteadyReader(handle, path, opened, await createXXHash64());
  }

  /** A block is given only once it is known to be the one that was given before. */
  async *read(): AsyncGenerator<Uint8Array> {
    const { size } = this.opened;
    // What was read before is known by its hashes; a date alone says nothing against it.
    if (this.blocks.length * blockBytes < size) await this.checkStamp();
    for (let index = 0; index * blockBytes < size; index += 1) {
      const at = index * blockBytes;
      const block = await this.readBlock(at, Math.min(blockBytes, size - at));
      const digest = this.hash.init().update(block).digest('hex');
      this.blocks[index] ??= digest;
      if (this.blocks[index] !== digest) throw this.changed();
      yield block;
    }
  }

  private async readBlock(at: number, length: number): Promise<Uint8Array> {
    const block = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      const { bytesRead } = await this.handle.read(block, filled, length - filled, at + filled);
      if (bytesRead === 0) {
        const missing = this.opened.size - at - filled;
        throw new MediaChanged(
          `${this.path} became shorter while it was read: ${missing} bytes are missing. Start again.`,
        );
      }
      filled += bytesRead;
    }
    return block;
  }

  private async checkStamp(): Promise<void> {
    const { size, mtimeMs } = await this.handle.stat();
    if (size !== this.opened.size || mtimeMs !== this.opened.mtimeMs) throw this.changed();
  }

  private changed(): MediaChanged {
    return new MediaChanged(`${this.path} was changed while it was in use. Start again.`);
  }
}
