/**
 * Compressed replies (RES-7): the app asks for no compression, but whoever reads such a
 * reply unpacks it, so the verdict is of what was packed. What a server sent is not to be
 * trusted: it is unpacked in small steps up to a limit, and judged as it came where it can't be.
 */
import { type FlateStreamHandler, Gunzip, Inflate, Unzlib } from 'fflate';
import { quote } from './reasons.ts';

/** Bytes. A reply that unpacks to more is not unpacked. */
export const maxUnpackedBytes = 64 * 1024 * 1024;
/** Bytes handed over at once: deflate packs at most 1032 to one, so 4 MiB come at a time. */
const step = 4096;
/** Codings that are undone: more are not used on purpose, and each costs as much as the body is long. */
export const maxCodings = 2;
/** Of a gzip body. Each costs a window of 32 KiB, and a member may be as short as 20 bytes. */
const maxMembers = 1000;
/** Steps without a sign of life: so long is no gzip head, and fflate copies it anew with every step. */
const maxSilence = 16;
/** Bytes: a head of 10, 8 after the data. */
const shortestGzip = 18;

export interface UnpackedBody {
  readonly bytes: Uint8Array;
  /** The codings that stand in Content-Encoding, without `identity`. */
  readonly codings: readonly string[];
  /** Why `bytes` are as they came; null where all codings were undone. */
  readonly problem: string | null;
}

/** `contentEncoding` are the header's values; the last coding was applied last (RFC 9110, section 8.4). */
export function unpack(
  body: Uint8Array,
  contentEncoding: readonly string[],
  limit = maxUnpackedBytes,
): UnpackedBody {
  const codings = contentEncoding
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (body.length === 0) return { bytes: body, codings, problem: null };
  if (codings.length > maxCodings) {
    const problem = `it was packed ${codings.length} times over, and at most ${maxCodings} codings are undone here`;
    return { bytes: body, codings, problem };
  }
  let bytes = body;
  for (const coding of codings.toReversed()) {
    const unpacked = undo(coding, bytes, limit);
    if (typeof unpacked === 'string') return { bytes: body, codings, problem: unpacked };
    bytes = unpacked;
  }
  return { bytes, codings, problem: null };
}

/** What fflate's three streams have in common. */
interface Stream {
  ondata: FlateStreamHandler;
  push(chunk: Uint8Array, final: boolean): void;
}

function undo(coding: string, bytes: Uint8Array, limit: number): Uint8Array | string {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return isGzip(bytes) ? gunzip(bytes, limit) : 'it is not gzip';
    case 'deflate':
      // Both are about: the zlib format, as RFC 9110 says, and bare deflate.
      return inflate(isZlib(bytes) ? new Unzlib() : new Inflate(), bytes, new Output(limit));
    default:
      return `"${quote(coding)}" can't be unpacked here`;
  }
}

/** `1F 8B`, deflate (RFC 1952). */
export function isGzip([first, second, method]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b && method === 8;
}

/** fflate skips the length after the data (RFC 1952, section 2.3.1): by it we know whether all came. */
function gunzip(packed: Uint8Array, limit: number): Uint8Array | string {
  if (packed.length < shortestGzip) return 'it ends too early';
  const stream = new Gunzip();
  const output = new Output(limit);
  let memberStart = 0;
  let members = 1;
  stream.onmember = () => {
    memberStart = output.size;
    members += 1;
    // Nothing else ends it.
    if (members > maxMembers) throw new RangeError();
  };
  const bytes = inflate(stream, packed, output);
  if (members > maxMembers) return `it is made of more than ${maxMembers} gzip members`;
  const [first = 0, second = 0, third = 0, fourth = 0] = packed.subarray(-4);
  const stated = first + second * 2 ** 8 + third * 2 ** 16 + fourth * 2 ** 24;
  return typeof bytes === 'string' || stated === output.size - memberStart ? bytes : 'it ends too early';
}

function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

class Output {
  private readonly chunks: Uint8Array[] = [];
  size = 0;
  /** Bytes. */
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(chunk: Uint8Array): void {
    if (chunk.length > 0) this.chunks.push(chunk);
    this.size += chunk.length;
  }

  joined(): Uint8Array {
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const chunk of this.chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}

function inflate(stream: Stream, packed: Uint8Array, output: Output): Uint8Array | string {
  let ended = false;
  let silence = 0;
  stream.ondata = (chunk, final) => {
    output.add(chunk);
    ended = final;
    silence = 0;
  };
  try {
    for (let at = 0; at < packed.length; at += step) {
      silence += 1;
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (silence > maxSilence) return `its head is longer than ${(maxSilence * step) / 1024} KiB`;
      if (output.size > output.limit) return `it would be more than ${output.limit / 1024 / 1024} MiB`;
    }
  } catch {
    return 'it is damaged';
  }
  return ended ? output.joined() : 'it ends too early';
}
