/** Bytes kept for a while in bounded memory, those still coming included: the oldest make room for the newest. */
import { randomBytes } from 'node:crypto';

export interface ByteStoreOptions {
  /** Bytes in all. */
  readonly most: number;
  /** Milliseconds. */
  readonly lifetime: number;
  /** So many are kept at once, however small. */
  readonly mostEntries?: number;
}

export interface ByteStore {
  /** `most`: bytes of this one alone. */
  readonly open: (most?: number) => ByteDraft;
  readonly get: (id: string) => KeptBytes | null;
  /** Before their time, where nobody can ask for them any more. */
  readonly forget: (id: string) => void;
}

/** What is still coming. Ends with `keep` or `drop`. */
export interface ByteDraft {
  /** Copied: the caller's memory is its own again. Where they are too many, all of them are forgotten. */
  readonly add: (bytes: Uint8Array) => void;
  /** The id under which they are kept; null where they were too many, or none. */
  readonly keep: () => string | null;
  readonly drop: () => void;
}

export interface KeptBytes {
  readonly id: string;
  readonly size: number;
  readonly blocks: readonly Buffer[];
  /** Aborted when they are no longer kept, so that nobody who reads them slowly holds them. */
  readonly gone: AbortSignal;
}

/** Of the first block; each is twice as large as the one before, up to the largest. */
const smallestBlock = 16 * 1024;
const largestBlock = 256 * 1024;

export function createByteStore({ most, lifetime, mostEntries = 1000 }: ByteStoreOptions): ByteStore {
  /** The oldest first. */
  const kept = new Map<string, KeptBytes & { readonly forget: () => void }>();
  let held = 0;

  const forgetOldestWhile = (isTooMuch: () => boolean) => {
    for (const entry of kept.values()) {
      if (!isTooMuch()) return;
      entry.forget();
    }
  };
  const take = (bytes: number): Buffer | null => {
    forgetOldestWhile(() => held + bytes > most);
    if (held + bytes > most) return null;
    held += bytes;
    return Buffer.allocUnsafeSlow(bytes);
  };
  const keep = (blocks: readonly Buffer[], size: number): string => {
    forgetOldestWhile(() => kept.size >= mostEntries);
    const id = randomBytes(18).toString('base64url');
    const gone = new AbortController();
    const forget = () => {
      clearTimeout(timer);
      kept.delete(id);
      held -= size;
      gone.abort();
    };
    const timer = setTimeout(forget, lifetime).unref();
    kept.set(id, { id, size, blocks, gone: gone.signal, forget });
    return id;
  };

  const open = (ownMost = most): ByteDraft => {
    let blocks: Buffer[] = [];
    let capacity = 0;
    let size = 0;
    let isOver = false;
    const drop = () => {
      isOver = true;
      held -= capacity;
      blocks = [];
      capacity = 0;
    };
    const grow = (): boolean => {
      const wanted = Math.min(largestBlock, smallestBlock * 2 ** blocks.length, ownMost - capacity);
      const block = wanted > 0 ? take(wanted) : null;
      if (block === null) return false;
      blocks.push(block);
      capacity += block.length;
      return true;
    };
    const add = (bytes: Uint8Array) => {
      for (let from = 0; from < bytes.length && !isOver; ) {
        if (size === capacity && !grow()) return drop();
        const last = blocks.at(-1);
        if (last === undefined) return;
        const piece = bytes.subarray(from, from + capacity - size);
        last.set(piece, last.length - (capacity - size));
        size += piece.length;
        from += piece.length;
      }
    };
    return {
      add,
      drop,
      keep: () => {
        const last = blocks.at(-1);
        if (isOver || last === undefined) {
          drop();
          return null;
        }
        isOver = true;
        // The room that the last block has left is given back.
        const spare = capacity - size;
        if (spare > 0) blocks[blocks.length - 1] = Buffer.from(last.subarray(0, last.length - spare));
        held -= spare;
        return keep(blocks, size);
      },
    };
  };
  return { open, get: (id) => kept.get(id) ?? null, forget: (id) => kept.get(id)?.forget() };
}
