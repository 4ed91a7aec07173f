/** A chosen file that follows the disk as in Firefox: its size stays, its bytes are those of the moment. */

/** What is on disk; null once it is deleted. */
export interface Disk {
  bytes: Uint8Array<ArrayBuffer> | null;
}

export function fileOn(disk: Disk): File {
  return new DiskFile(disk, 0, disk.bytes?.length ?? 0, true);
}

class DiskFile extends File {
  override readonly size: number;
  private readonly disk: Disk;
  private readonly start: number;
  private readonly isWhole: boolean;

  constructor(disk: Disk, start: number, size: number, isWhole: boolean) {
    super([], 'clip.mp4', { type: 'video/mp4' });
    this.disk = disk;
    this.start = start;
    this.size = size;
    this.isWhole = isWhole;
  }

  override slice(from = 0, to = this.size): Blob {
    const end = Math.min(to, this.size);
    return new DiskFile(this.disk, this.start + from, Math.max(0, end - from), false);
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const { bytes } = this.disk;
    if (bytes === null) throw new Error('The file is gone.');
    return (this.isWhole ? bytes : bytes.subarray(this.start, this.start + this.size)).slice().buffer;
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const read = () => this.arrayBuffer();
    return new ReadableStream({
      async pull(controller) {
        const bytes = new Uint8Array(await read());
        for (let at = 0; at < bytes.length; at += 50_000) controller.enqueue(bytes.slice(at, at + 50_000));
        controller.close();
      },
    });
  }
}

/** Bytes of which no two neighbouring blocks are the same. */
export function someBytes(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(length).map((_, index) => (index >> 20) + ((index * 31) >> 3));
}

/** The same with one byte changed. */
export function changedAt(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
