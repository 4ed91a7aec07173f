/** A request target, cut at its segments and its query: joined again, it is the same to the letter. */
import { textOf } from '../capture/byte-text.ts';

export type TargetPiece = { readonly kind: 'text'; readonly raw: string } | QueryPiece;

export interface QueryPiece {
  readonly kind: 'path' | 'query';
  readonly id: string;
  /** Of a query; empty for a segment. */
  readonly name: string;
  readonly raw: string;
  /** Percent-decoded. */
  readonly value: string;
}

const mostPieces = 200;

export function splitTarget(target: string): readonly TargetPiece[] {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const pieces: TargetPiece[] = [];
  const text = (raw: string) => raw !== '' && pieces.push({ kind: 'text', raw });
  for (const [index, segment] of path.split('/').entries()) {
    if (index > 0) text('/');
    if (segment === '' || index >= mostPieces) text(segment);
    else pieces.push({ kind: 'path', id: `path:${index}`, name: '', raw: segment, value: decode(segment) });
  }
  if (mark < 0) return pieces;
  text('?');
  for (const [index, pair] of target
    .slice(mark + 1)
    .split('&')
    .entries()) {
    if (index > 0) text('&');
    const at = pair.indexOf('=');
    if (at < 0 || index >= mostPieces) {
      text(pair);
      continue;
    }
    text(pair.slice(0, at + 1));
    const raw = pair.slice(at + 1);
    pieces.push({
      kind: 'query',
      id: `query:${index}`,
      name: decode(pair.slice(0, at)),
      raw,
      value: decode(raw),
    });
  }
  return pieces;
}

function decode(text: string): string {
  const bytes: number[] = [];
  for (const byte of new TextEncoder().encode(text)) bytes.push(byte);
  const decoded: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === 0x25 ? String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
      decoded.push(Number.parseInt(hex, 16));
      at += 2;
    } else decoded.push(bytes[at] ?? 0);
  }
  return textOf(Uint8Array.from(decoded));
}
