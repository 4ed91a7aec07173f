/** The media of a session: a chosen file or a bundled sample. Its content is never loaded whole. */
import type { Media } from '../core/request/plan.ts';
import type { Sample } from './samples.ts';

/** Bytes read from the start of a file: enough for its type (MP-8) and a first look. */
const headLength = 4096;

export interface MediaSource {
  readonly kind: 'file' | 'sample' | 'stand-in';
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** As the browser names it; may be empty. */
  readonly type: string;
  readonly head: Uint8Array;
  /** Null while a sample has not been loaded. */
  readonly blob: Blob | null;
}

export function sampleSource(sample: Sample, chosen: boolean, blob: Blob | null): MediaSource {
  const { name, type, head } = sample;
  const size = blob?.size ?? sample.size;
  return { kind: chosen ? 'sample' : 'stand-in', name, size, type, head, blob };
}

/** Null where the file can't be read. */
export async function readFileSource(file: File): Promise<MediaSource | null> {
  try {
    const head = new Uint8Array(await file.slice(0, headLength).arrayBuffer());
    return { kind: 'file', name: file.name, size: file.size, type: file.type, head, blob: file };
  } catch {
    return null;
  }
}

/** The media as the core knows it, under the name and type set by hand where they are. */
export function mediaOf(source: MediaSource, name: string | null, type: string | null): Media {
  return {
    name: name ?? source.name,
    size: source.size,
    declaredType: type ?? source.type,
    head: source.head,
    ...(source.kind === 'stand-in' && { standIn: true }),
  };
}

/** Whether the bytes can still be read. A file that changed or went away is refused by the browser. */
export async function isReadable(blob: Blob): Promise<boolean> {
  try {
    await blob.slice(0, 1).arrayBuffer();
    await blob.slice(Math.max(0, blob.size - 1)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
