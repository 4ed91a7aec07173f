/** The last bytes of a stream, copied into a ring. */
export class Tail {
  private readonly ring: Buffer;
  private seen = 0;

  /** `size` in bytes. */
  constructor(size: number) {
    this.ring = Buffer.allocUnsafe(size);
  }

  add(bytes: Uint8Array): void {
    const ring = this.ring;
    const kept = bytes.subarray(-ring.length);
    const at = (this.seen + bytes.length - kept.length) % ring.length;
    ring.set(kept.subarray(0, ring.length - at), at);
    ring.set(kept.subarray(ring.length - at), 0);
    this.seen += bytes.length;
  }

  /** The last `size` bytes, or all where there were fewer. */
  end(): Buffer {
    const { seen } = this;
    const ring = this.ring;
    if (seen < ring.length) return ring.subarray(0, seen);
    const at = seen % ring.length;
    return Buffer.concat([ring.subarray(at), ring.subarray(0, at)]);
  }
}
