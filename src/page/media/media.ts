/** The media of a session: a chosen file or a bundled sample. */
import type { Media } from '../../core/request/plan.ts';
import { type ChosenFile, chooseFile } from './chosen-file.ts';
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
  /** The file behind the bytes; null for a sample. */
  readonly chosen: ChosenFile | null;
}

/** What a request is built from: the bytes themselves may still be on their way. */
export type MediaFacts = Omit<MediaSource, 'blob' | 'chosen'>;

/** Bytes to send, and the file that they are of; null for a sample. */
export interface MediaBytes {
  readonly blob: Blob;
  readonly chosen: ChosenFile | null;
}

export function sampleSource(sample: Sample, chosen: boolean, blob: Blob | null): MediaSource {
  const { name, type, head } = sample;
  const size = blob?.size ?? sample.size;
  return { kind: chosen ? 'sample' : 'stand-in', name, size, type, head, blob, chosen: null };
}

/** Null where the file can't be read. */
export async function readFileSource(file: File): Promise<MediaSource | null> {
  try {
    const { name, type } = file;
    const chosen = await chooseFile(file);
    const { toSend: blob } = chosen;
    const first = chosen.kind === 'held' ? chosen.bytes : chosen.edges.first;
    return { kind: 'file', name, size: blob.size, type, head: first.slice(0, headLength), blob, chosen };
  } catch {
    return null;
  }
}

/** The media as the core knows it, under the name and type set by hand where they are. */
export function mediaOf(source: MediaFacts, name: string | null, type: string | null): Media {
  return {
    name: name ?? source.name,
    size: source.size,
    declaredType: type ?? source.type,
    head: source.head,
  };
}
