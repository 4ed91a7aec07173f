/** Reads a capture from a blob of any size: a HAR in the memory of its largest entry, all else up to 64 MiB. */
import { captureKind } from '../../capture/capture-kind.ts';
import { type Capture, type CapturedEntry, mostCaptured } from '../../capture/captured.ts';
import { readCurl } from '../../capture/curl/read-curl.ts';
import { HarReader } from '../../capture/har-reader.ts';
import { readRaw } from '../../capture/read-raw.ts';

export interface ReadSource {
  readonly entries: readonly CapturedEntry[];
  readonly count: number;
  readonly chosen: { readonly index: number; readonly capture: Capture } | null;
}

const startBytes = 64 * 1024;

export async function readSource(blob: Blob, entry: number | null): Promise<ReadSource> {
  const start = new Uint8Array(await blob.slice(0, startBytes).arrayBuffer());
  switch (captureKind(start)) {
    case 'har': {
      const reader = new HarReader(entry);
      for (let at = 0; at < blob.size; at += pieceBytes)
        reader.add(new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer()));
      return reader.end();
    }
    case 'curl':
      return fromCurl(await blob.slice(0, mostCaptured).text(), entry);
    case 'raw':
      if (blob.size > mostCaptured) return one(tooLarge);
      return one(readRaw(new Uint8Array(await blob.arrayBuffer())));
  }
}

const pieceBytes = 4 * 1024 * 1024;

function one(capture: Capture): ReadSource {
  return { entries: [], count: 1, chosen: { index: 0, capture } };
}

const tooLarge: Capture = {
  source: 'raw',
  request: null,
  reply: null,
  faults: [
    {
      severity: 'fault',
      code: 'too-large',
      text: 'This is larger than 64 MiB, and no HAR: cut out the one request.',
      at: null,
    },
  ],
};

function fromCurl(text: string, entry: number | null): ReadSource {
  const { captures, entries } = readCurl(text);
  const uploads = entries.flatMap(({ isUpload }, index) => (isUpload ? [index] : []));
  const clear = captures.length === 1 ? 0 : uploads.length === 1 ? (uploads[0] ?? null) : null;
  const index = entry ?? clear;
  const capture = index === null ? undefined : captures[index];
  const chosen = index === null || capture === undefined ? null : { index, capture };
  return { entries, count: captures.length, chosen };
}
