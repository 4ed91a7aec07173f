/**
 * A text with gaps that are filled anew each time, compressed once. What lies between the gaps is deflated
 * beforehand, with what stands before it as its dictionary; a gap is a stored block (RFC 1951, 3.2.4). So a
 * page with a boundary of its own costs the checksum of its bytes, and no compression.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Deflate, no name, no time, of no system in particular (RFC 1952, 2.3). */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
/** An empty stored block that is the last one. */
const lastBlock = Buffer.from([1, 0, 0, 0xff, 0xff]);

/** `pieces` are the texts around the gaps. What it returns takes a filling of `length` bytes for all of them. */
export function createSplicedGzip(
  pieces: readonly Buffer[],
  length: number,
): (filling: Buffer) => readonly Buffer[] {
  // In no page: so nothing after a gap refers to what was in it.
  const gap = Buffer.alloc(length);
  let before = Buffer.alloc(0);
  const deflated = pieces.map((piece) => {
    const bytes = deflateRawSync(piece, {
      level: constants.Z_BEST_COMPRESSION,
      finishFlush: constants.Z_SYNC_FLUSH,
      ...(before.length > 0 && { dictionary: before }),
    });
    before = Buffer.concat([before, piece, gap]);
    return bytes;
  });
  const size = Buffer.alloc(4);
  size.writeUInt32LE((before.length - length) >>> 0);
  const stored = Buffer.from([0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]);
  return (filling) => {
    const block = Buffer.concat([stored, filling]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(checksum(pieces, filling));
    return [gzipHead, ...between(deflated, block), lastBlock, sum, size];
  };
}

function checksum(pieces: readonly Buffer[], filling: Buffer): number {
  // zlib starts over when it gets no bytes at all.
  const some = between(pieces, filling).filter(({ length }) => length > 0);
  return some.reduce((sum, piece) => crc32(piece, sum), 0);
}

/** `pieces` with `filling` between each two of them. */
export function between(pieces: readonly Buffer[], filling: Buffer): readonly Buffer[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [filling, piece]));
}
