/**
 * A request as every export writes it (`exported-request-of.ts` makes it). A secret may stand in it as the
 * name of a variable; then its value is nowhere in here, so that no format can write it by mistake.
 */

import { concatenate } from '../core/request/bytes.ts';
import type { BodySegment, RequestPlan } from '../core/request/plan.ts';

/** What stands for a secret: a variable of the environment that holds it as it is sent. */
export interface Variable {
  readonly variable: string;
}

export interface UsedVariable {
  readonly name: string;
  /** Where it stands, for people: `the URL, percent-encoded`, `header X-Token`, `part 2`. */
  readonly places: readonly string[];
}

export type TextPiece = string | Variable;
export type BytePiece = Uint8Array<ArrayBuffer> | Variable;

export interface ExportedHeader {
  readonly name: string;
  readonly value: readonly TextPiece[];
}

/** As `BodySegment`, with variables. */
export type ExportedSegment =
  | {
      readonly role: Extract<BodySegment, { kind: 'bytes' }>['role'];
      readonly part: number | null;
      readonly pieces: readonly BytePiece[];
    }
  | { readonly role: 'media'; readonly part: number };

export interface ExportedPart {
  /** Decoded for reading. */
  readonly name: string;
  readonly isFile: boolean;
}

export interface ExportedRequest {
  readonly method: RequestPlan['method'];
  readonly secure: boolean;
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** Scheme and host: `https://media.example:8443`. */
  readonly origin: string;
  readonly target: readonly TextPiece[];
  readonly headers: readonly ExportedHeader[];
  readonly segments: readonly ExportedSegment[];
  readonly parts: readonly ExportedPart[];
  /** Every variable, in the order in which they first stand in it. */
  readonly variables: readonly UsedVariable[];
  readonly boundary: string;
  readonly mediaType: string;
  readonly fileName: string;
  /** Bytes of the media, wherever it stands in the body; null where it stands nowhere. */
  readonly mediaSize: number | null;
  readonly timeoutSeconds: number;
}

/** The body in as few pieces as it has. */
export function bodyPieces({
  segments,
}: Pick<ExportedRequest, 'segments'>): readonly (BytePiece | 'media')[] {
  const pieces: (BytePiece | 'media')[] = [];
  let pending: Uint8Array[] = [];
  const flush = () => {
    if (pending.length > 0) pieces.push(concatenate(pending));
    pending = [];
  };
  for (const segment of segments) {
    for (const piece of segment.role === 'media' ? (['media'] as const) : segment.pieces) {
      if (piece instanceof Uint8Array) pending.push(piece);
      else {
        flush();
        pieces.push(piece);
      }
    }
  }
  flush();
  return pieces.filter((piece) => !(piece instanceof Uint8Array && piece.length === 0));
}

/** Whether the length of the body depends on a variable. */
export function hasBodyVariable(request: Pick<ExportedRequest, 'segments'>): boolean {
  return bodyPieces(request).some((piece) => isVariable(piece));
}

export function isVariable(piece: string | object): piece is Variable {
  return typeof piece === 'object' && 'variable' in piece;
}

export const isContentLength = ({ name }: ExportedHeader) => name.toLowerCase() === 'content-length';

/** Bytes of the body without its variables. */
export function literalLength(request: Pick<ExportedRequest, 'segments' | 'mediaSize'>): number {
  return bodyPieces(request).reduce((sum, piece) => {
    if (piece === 'media') return sum + (request.mediaSize ?? 0);
    return sum + (isVariable(piece) ? 0 : piece.length);
  }, 0);
}
