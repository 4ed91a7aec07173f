import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeFromBytes } from '../../core/request/media-type.ts';
import type { MadeMedia } from '../scenario.ts';
import { leastFilled, madePieces, mediaOf, tinySize } from './made-media.ts';
import { SameBytes } from './same-bytes.ts';
import { tinyJpeg, tinyMp4 } from './tiny-media.ts';

const whole = (made: MadeMedia) => Buffer.concat([...madePieces(made)]);
const most = 3 * 1024 * 1024;

/** Segments of a JPEG up to its scan: marker and length. */
function segmentsOf(bytes: Buffer): readonly number[] {
  const markers: number[] = [];
  let at = 2;
  for (;;) {
    expect(bytes[at]).toBe(0xff);
    const marker = bytes[at + 1] ?? 0;
    markers.push(marker);
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) return markers;
  }
}

/** Top-level boxes of ISO base media. */
function boxesOf(bytes: Buffer): readonly string[] {
  const boxes: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    boxes.push(bytes.toString('latin1', at + 4, at + 8));
    at += bytes.readUInt32BE(at);
  }
  expect(at).toBe(bytes.length);
  return boxes;
}

describe('made media', () => {
  it('have exactly their size, and are read to the end as what they are', () => {
    const jpeg = fc.integer({ min: leastFilled.jpeg, max: most });
    const mp4 = fc.integer({ min: leastFilled.mp4, max: most });
    fc.assert(
      fc.property(jpeg, mp4, (photo, clip) => {
        const bytes = whole({ kind: 'jpeg', size: photo });
        expect(bytes.length).toBe(photo);
        expect(typeFromBytes(bytes)).toBe('image/jpeg');
        const markers = segmentsOf(bytes);
        expect(markers.filter((marker) => marker !== 0xfe)).toEqual(segmentsOf(Buffer.from(tinyJpeg)));
        expect(bytes.subarray(-2).toString('hex')).toBe('ffd9');
        const other = whole({ kind: 'mp4', size: clip });
        expect(other.length).toBe(clip);
        expect(typeFromBytes(other)).toBe('video/mp4');
        expect(boxesOf(other)).toEqual(['ftyp', 'moov', 'mdat', 'free']);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [{ kind: 'jpeg', size: tinySize.jpeg }, tinyJpeg],
    [{ kind: 'mp4', size: tinySize.mp4 }, tinyMp4],
    [{ kind: 'empty', size: 0 }, new Uint8Array()],
  ] as const)('are the tiny ones themselves where no filler is asked for: %j', (made, bytes) => {
    expect(whole(made).equals(bytes)).toBe(true);
    expect(mediaOf(made).head).toEqual(bytes.subarray(0, 64).slice(0, mediaOf(made).head.length));
  });

  it('come in pieces, of which those of the filler are one block', () => {
    let count = 0;
    const buffers = new Set<ArrayBuffer>();
    for (const piece of madePieces({ kind: 'jpeg', size: 64_000_000 })) {
      count += piece.length;
      if (piece.length > 1000) buffers.add(piece.buffer);
    }
    expect(count).toBe(64_000_000);
    expect(buffers.size).toBe(1);
  });

  it('refuse a size that there is no file of', () => {
    expect(() => [...madePieces({ kind: 'jpeg', size: tinySize.jpeg + 1 })]).toThrow('There is no jpeg');
    expect(() => [...madePieces({ kind: 'mp4', size: 10 })]).toThrow('There is no mp4');
  });

  it('are known by their first bytes under their names', () => {
    expect(mediaOf({ kind: 'jpeg', size: 5000 })).toMatchObject({ name: 'photo.jpg', size: 5000 });
    expect(typeFromBytes(mediaOf({ kind: 'mp4', size: 5000 }).head)).toBe('video/mp4');
    expect(mediaOf({ kind: 'empty', size: 0 }, 'x.jpg')).toMatchObject({ name: 'x.jpg', size: 0 });
  });
});

describe('bytes that come back', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
  const cuts = fc.array(fc.nat(299), { maxLength: 8 });
  const cut = (all: Uint8Array, at: readonly number[]) => {
    const places = [0, ...at.filter((place) => place < all.length).toSorted((a, b) => a - b), all.length];
    return places.slice(1).map((end, index) => all.subarray(places[index], end));
  };
  const compared = async (expected: readonly Uint8Array[], came: readonly Uint8Array[]) => {
    const same = new SameBytes(expected);
    for (const piece of came) if (!(await same.take(piece))) break;
    return { isSame: await same.isComplete(), at: same.at };
  };

  it('are the same however both sides are cut', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, cuts, cuts, async (all, one, other) => {
        const { isSame } = await compared(cut(all, one), cut(all, other));
        expect(isSame).toBe(true);
      }),
    );
  });

  it('are not with one changed, one too many or one missing; the place is known', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, cuts, fc.nat(), async (all, places, at) => {
        const changed = all.slice();
        const place = at % all.length;
        changed[place] = (changed[place] ?? 0) ^ 1;
        expect(await compared(cut(all, places), cut(changed, places))).toEqual({ isSame: false, at: place });
        const longer = Uint8Array.from([...all, 0]);
        expect(await compared([all], cut(longer, places))).toEqual({ isSame: false, at: all.length });
        const shorter = all.subarray(0, -1);
        expect(await compared([all], cut(shorter, places))).toEqual({ isSame: false, at: all.length - 1 });
      }),
    );
  });

  it('are not known where the source can not be read any more', async () => {
    const broken = async function* () {
      yield Uint8Array.of(1);
      throw new Error('The file changed.');
    };
    const same = new SameBytes(broken());
    expect(await same.take(Uint8Array.of(1, 2))).toBe(false);
    expect([same.isUnreadable, await same.isComplete()]).toEqual([true, false]);
  });
});
