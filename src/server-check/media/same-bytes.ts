/** Whether bytes that come in pieces are those of another source, which is read along and never held. */

export class SameBytes {
  /** False from the first byte that differs, or that is too many. */
  isSame = true;
  /** The source can't be read any more: nothing is known then. */
  isUnreadable = false;
  /** Bytes that were the same. */
  at = 0;
  private readonly source: Iterator<Uint8Array> | AsyncIterator<Uint8Array>;
  private rest: Uint8Array = new Uint8Array();

  constructor(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
    this.source = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  }

  /** Whether more is worth having. */
  async take(chunk: Uint8Array): Promise<boolean> {
    for (let from = 0; this.isSame && from < chunk.length; ) {
      if (!(await this.hasRest())) {
        this.isSame = false;
        break;
      }
      const length = Math.min(this.rest.length, chunk.length - from);
      const same = sameLength(this.rest, chunk.subarray(from, from + length));
      this.isSame = same === length;
      this.at += same;
      this.rest = this.rest.subarray(length);
      from += length;
    }
    return this.isSame;
  }

  /** Whether all of the source has come, and nothing else. Nothing can be taken after this. */
  async isComplete(): Promise<boolean> {
    return this.isSame && !(await this.hasRest());
  }

  private async hasRest(): Promise<boolean> {
    while (this.rest.length === 0) {
      const next = await this.next();
      if (next.done === true) return false;
      this.rest = next.value;
    }
    return true;
  }

  private async next(): Promise<IteratorResult<Uint8Array>> {
    try {
      return await this.source.next();
    } catch {
      this.isUnreadable = true;
      this.isSame = false;
      return { done: true, value: undefined };
    }
  }
}

/** How many bytes at the beginning are the same. */
function sameLength(one: Uint8Array, other: Uint8Array): number {
  for (let at = 0; at < other.length; at += 1) if (one[at] !== other[at]) return at;
  return other.length;
}
