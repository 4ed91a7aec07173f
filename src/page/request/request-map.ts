/**
 * The whole request as one run of bytes, head and body, in segments of one origin each. The byte
 * view reads windows of it; media is read from its file on demand.
 */

import type { RequestPlan } from '../../core/request/plan.ts';
import { lastAtOrBefore } from '../../core/source/last-at-or-before.ts';
import { client, type Origin } from '../../core/source/provenance.ts';
import { bodyPlace, headerNamePlace, headerPlace, type PlaceKey, targetPlace } from './request-sources.ts';

export interface Segment {
  /** Offset in the request, in bytes. */
  readonly start: number;
  readonly length: number;
  readonly origin: Origin;
  /** It leads from the bytes to their source; null where they are the app's own. */
  readonly place: PlaceKey | null;
  /** Null: the media, from its first byte on. */
  readonly bytes: Uint8Array | null;
}

export interface RequestMap {
  readonly segments: readonly Segment[];
  readonly headLength: number;
  readonly length: number;
}

export function mapRequest(plan: RequestPlan): RequestMap {
  const encoder = new TextEncoder();
  const segments: Segment[] = [];
  let at = 0;
  const add = (bytes: Uint8Array | null, length: number, origin: Origin, place: PlaceKey | null) => {
    if (length === 0) return;
    segments.push({ start: at, length, origin, place, bytes });
    at += length;
  };
  const write = (text: string, origin: Origin, place: PlaceKey | null) => {
    const bytes = encoder.encode(text);
    add(bytes, bytes.length, origin, origin.kind === 'client' ? null : place);
  };

  write(`${plan.method} `, client, null);
  for (const [index, piece] of plan.targetPieces.entries()) {
    write(piece.text, piece.origin, targetPlace(index));
  }
  write(' HTTP/1.1\r\n', client, null);
  for (const [index, header] of plan.headers.entries()) {
    write(`${header.name}: `, header.origin, headerNamePlace(index));
    for (const [piece, { text, origin }] of header.pieces.entries()) {
      write(text, origin, headerPlace(index, piece));
    }
    write('\r\n', client, null);
  }
  write('\r\n', client, null);
  const headLength = at;
  for (const [index, segment] of plan.body.entries()) {
    if (segment.kind === 'media') add(null, segment.size, client, bodyPlace(index));
    else {
      const place = segment.origin.kind === 'client' ? null : bodyPlace(index);
      add(segment.bytes, segment.bytes.length, segment.origin, place);
    }
  }
  return { segments, headLength, length: at };
}

/** Index of the segment that holds the byte at `offset`. */
export function segmentAt(map: RequestMap, offset: number): number {
  const { segments } = map;
  return lastAtOrBefore(segments.length, (at) => segments[at]?.start ?? 0, offset);
}

/** Reads media bytes; may give fewer than asked for where the file has shrunk. */
export type ReadMedia = (start: number, end: number) => Promise<Uint8Array>;

/** The bytes from `start` to `end` (exclusive), cut at the request's end. Rejects as `readMedia` does. */
export async function readWindow(
  map: RequestMap,
  start: number,
  end: number,
  readMedia: ReadMedia,
): Promise<Uint8Array> {
  const last = Math.min(end, map.length);
  const window = new Uint8Array(Math.max(0, last - start));
  for (let index = segmentAt(map, start); index < map.segments.length; index += 1) {
    const segment = map.segments[index];
    if (segment === undefined || segment.start >= last) break;
    const from = Math.max(start, segment.start) - segment.start;
    const to = Math.min(last, segment.start + segment.length) - segment.start;
    if (to <= from) continue;
    const bytes = segment.bytes ? segment.bytes.subarray(from, to) : await readMedia(from, to);
    window.set(bytes, segment.start + from - start);
  }
  return window;
}
