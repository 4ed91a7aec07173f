/**
 * Media that are made on the spot, of exactly so many bytes: a tiny real photo or clip, filled up with what every
 * reader of the format skips. The filler is one block again and again, so that 64 MB take the memory of one block.
 */
import type { Media } from '../../core/request/plan.ts';
import { utf8 } from '../../core/template/percent-encoding.ts';
import type { MadeMedia } from '../scenario.ts';
import { tinyJpeg, tinyMp4 } from './tiny-media.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Of a comment segment of JPEG behind its marker: its own length included. */
const mostOfSegment = 0xffff;
/** Where the first comment may stand: behind the start of image and its JFIF segment. */
const jpegHead = 20;
const boxHead = 8;

/** A file of a kind has this size, or one of at least `leastFilled`. */
export const tinySize = { jpeg: tinyJpeg.length, mp4: tinyMp4.length, empty: 0 } as const;
export const leastFilled = { jpeg: tinyJpeg.length + 4, mp4: tinyMp4.length + boxHead, empty: 0 } as const;

const fileNames = { jpeg: 'photo.jpg', mp4: 'clip.mp4', empty: 'empty.jpg' } as const;

/** As the core knows it. An empty file is declared as the photo that it should have been. */
export function mediaOf(made: MadeMedia, name: string = fileNames[made.kind]): Media {
  const [head = new Uint8Array()] = madePieces(made);
  return {
    name,
    size: made.size,
    declaredType: made.kind === 'mp4' ? 'video/mp4' : 'image/jpeg',
    head: head.subarray(0, 64),
  };
}

/** Its bytes, in pieces of at most 64 KiB. Those of the filler are views of one block. */
export function* madePieces({ kind, size }: MadeMedia): Generator<Bytes> {
  const tiny = kind === 'jpeg' ? tinyJpeg : kind === 'mp4' ? tinyMp4 : new Uint8Array();
  if (size !== tinySize[kind] && size < leastFilled[kind])
    throw new Error(`There is no ${kind} of ${size} bytes.`);
  const missing = size - tiny.length;
  switch (kind) {
    case 'empty':
      return;
    case 'jpeg':
      yield tiny.subarray(0, jpegHead);
      yield* comments(missing);
      yield tiny.subarray(jpegHead);
      return;
    case 'mp4':
      yield tiny;
      if (missing > 0) yield* freeBox(missing);
  }
}

/** Comment segments of so many bytes in all, as even as can be: none may be shorter than its own head. */
function* comments(bytes: number): Generator<Bytes> {
  const count = Math.ceil(bytes / (mostOfSegment + 2));
  for (let at = 0; at < count; at += 1) {
    const length = Math.floor(bytes / count) + (at < bytes % count ? 1 : 0) - 2;
    yield Uint8Array.of(0xff, 0xfe, length >> 8, length & 0xff);
    yield block().subarray(0, length - 2);
  }
}

function* freeBox(bytes: number): Generator<Bytes> {
  const head = new Uint8Array(boxHead);
  new DataView(head.buffer).setUint32(0, bytes);
  head.set(utf8('free'), 4);
  yield head;
  for (let left = bytes - boxHead; left > 0; left -= block().length) yield block().subarray(0, left);
}

let filler: Bytes | null = null;

/** As random as compressed pictures are, and the same every time. */
function block(): Bytes {
  if (filler !== null) return filler;
  filler = new Uint8Array(64 * 1024);
  let state = 0x9e3779b9;
  for (let at = 0; at < filler.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    filler[at] = state;
  }
  return filler;
}
