/**
 * The last bytes of a stream. A large piece is held until enough came behind it, small ones are copied:
 * to copy the end of every piece would cost a tenth of an upload.
 */
export class Tail {
  private readonly size: number;
  /** The latest large piece; what came behind it is in `copied`. */
  private held: { readonly bytes: Uint8Array; readonly done: () => void } | null = null;
  private copied: Buffer | null = null;
  private copiedBytes = 0;

  /** In bytes. */
  constructor(size: number) {
    this.size = size;
  }

  /** `done` is called once `bytes` are not needed any more. */
  add(bytes: Uint8Array, done: () => void): void {
    if (bytes.length >= this.size) {
      this.letGo();
      this.held = { bytes, done };
      this.copiedBytes = 0;
      return;
    }
    this.copy(bytes);
    if (this.copiedBytes >= this.size) this.letGo();
    done();
  }

  /** The last `size` bytes, or all where there were fewer; nothing may be added after it. */
  end(): Buffer {
    const { copied, copiedBytes, size } = this;
    const at = copiedBytes % size;
    const before = this.held?.bytes.subarray(-size) ?? Buffer.alloc(0);
    const behind =
      copied === null
        ? []
        : copiedBytes < size
          ? [copied.subarray(0, at)]
          : [copied.subarray(at), copied.subarray(0, at)];
    const all = Buffer.concat([before, ...behind]);
    this.letGo();
    return all.subarray(Math.max(0, all.length - size));
  }

  /** Into a ring of `size` bytes; `bytes` are fewer. */
  private copy(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.copied ??= Buffer.allocUnsafe(this.size);
    const at = this.copiedBytes % this.size;
    this.copied.set(bytes.subarray(0, this.size - at), at);
    this.copied.set(bytes.subarray(this.size - at), 0);
    this.copiedBytes += bytes.length;
  }

  private letGo(): void {
    this.held?.done();
    this.held = null;
  }
}
