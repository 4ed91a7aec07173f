/** Bytes in pieces of any size, a million of single ones included, kept in blocks. */

const blockBytes = 256 * 1024;

export class ByteCollector {
  private full: Uint8Array<ArrayBuffer>[] = [];
  private block = new Uint8Array(0);
  /** Bytes of `block` that are taken. */
  private used = 0;

  add(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      if (this.used === this.block.length) this.open();
      const part = piece.subarray(at, at + this.block.length - this.used);
      this.block.set(part, this.used);
      this.used += part.length;
      at += part.length;
    }
  }

  /** All of them in one piece, which takes the blocks' place. More may follow. */
  joined(): Uint8Array<ArrayBuffer> {
    const [first] = this.full;
    if (this.full.length === 1 && this.used === 0 && first) return first;
    const pieces = [...this.full, this.block.subarray(0, this.used)];
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    this.full = [whole];
    this.block = new Uint8Array(0);
    this.used = 0;
    return whole;
  }

  private open(): void {
    if (this.used > 0) this.full.push(this.block);
    this.block = new Uint8Array(blockBytes);
    this.used = 0;
  }
}
