/** The bundled sample media. Their sizes and first bytes are known before they are loaded. */
export type SampleId = 'photo' | 'clip';

export interface Sample {
  readonly id: SampleId;
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

export const samples: Readonly<Record<SampleId, Sample>> = {
  photo: {
    id: 'photo',
    title: 'Sample photo',
    path: '/sample.jpg',
    name: 'sample.jpg',
    type: 'image/jpeg',
    size: 41143,
    head: hex('ff d8 ff e0 00 10 4a 46 49 46 00 01 01 00 00 01 00 01 00 00 ff e2 01 d8'),
  },
  clip: {
    id: 'clip',
    title: 'Sample clip',
    path: '/sample.mp4',
    name: 'sample.mp4',
    type: 'video/mp4',
    size: 32309,
    head: hex('00 00 00 20 66 74 79 70 69 73 6f 6d 00 00 02 00 69 73 6f 6d 69 73 6f 32'),
  },
};

export function isSampleId(id: string): id is SampleId {
  return Object.hasOwn(samples, id);
}
