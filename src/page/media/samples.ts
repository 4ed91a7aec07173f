/** The bundled sample media. Their sizes and first bytes are known before they are loaded. */
export type SampleId = 'photo' | 'clip' | 'large';

export interface Sample {
  readonly id: SampleId;
  /** A word for it: `photo`. */
  readonly title: string;
  readonly path: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** The first bytes, enough to tell the type (MP-8). */
  readonly head: Uint8Array;
}

const hex = (text: string) => Uint8Array.from(text.split(' '), (pair) => Number.parseInt(pair, 16));

const clip = {
  id: 'clip',
  title: 'clip',
  path: './sample.mp4',
  name: 'sample.mp4',
  type: 'video/mp4',
  size: 32309,
  head: hex('00 00 00 20 66 74 79 70 69 73 6f 6d 00 00 02 00 69 73 6f 6d 69 73 6f 32'),
} satisfies Sample;

export const samples: Readonly<Record<SampleId, Sample>> = {
  photo: {
    id: 'photo',
    title: 'photo',
    path: './sample.jpg',
    name: 'sample.jpg',
    type: 'image/jpeg',
    size: 41143,
    head: hex('ff d8 ff e0 00 10 4a 46 49 46 00 01 01 00 00 01 00 01 00 00 ff e2 01 d8'),
  },
  clip,
  // What some scenarios of the demo server need, to show anything (demo/scenarios.ts).
  large: { ...clip, id: 'large', title: '12 MB', name: 'sample-12-mb.mp4', size: 12_000_000 },
};

export function isSampleId(id: string): id is SampleId {
  return Object.hasOwn(samples, id);
}

/** The loaded file of a sample, made as large as the sample is: by a box that every player skips. */
export function withSize(file: Blob, { size, type }: Sample): Blob {
  const missing = size - file.size;
  if (missing <= 0) return file;
  const box = new Uint8Array(missing);
  new DataView(box.buffer).setUint32(0, missing);
  box.set(new TextEncoder().encode('free'), 4);
  return new Blob([file, box], { type });
}
