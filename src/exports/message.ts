/**
 * The message itself, as it is sent. A secret that is left out stands in it as `$NAME`; Content-Length is
 * then that of what stands here, so that it is a whole message, and tells nobody how long the secret is.
 */
import { concatenate, headBytes } from '../core/request/bytes.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import {
  bodyPieces,
  type ExportedRequest,
  isContentLength,
  isVariable,
  literalLength,
  type TextPiece,
} from './exported-request.ts';

export const placeholder = (name: string) => `$${name}`;

/** The same request without variables: their names stand in it instead. */
export function withPlaceholders(request: ExportedRequest): ExportedRequest {
  if (request.variables.length === 0) return request;
  const texts = (pieces: readonly TextPiece[]) => [textOf(pieces)];
  const segments = request.segments.map((segment) =>
    segment.role === 'media'
      ? segment
      : {
          ...segment,
          pieces: segment.pieces.map((piece) =>
            isVariable(piece) ? utf8(placeholder(piece.variable)) : piece,
          ),
        },
  );
  const length = String(literalLength({ segments, mediaSize: request.mediaSize }));
  return {
    ...request,
    target: texts(request.target),
    headers: request.headers.map((header) => ({
      name: header.name,
      value: isContentLength(header) ? [length] : texts(header.value),
    })),
    segments,
    variables: [],
  };
}

export function textOf(pieces: readonly TextPiece[]): string {
  return pieces.map((piece) => (isVariable(piece) ? placeholder(piece.variable) : piece)).join('');
}

export function urlOf({ origin, target }: ExportedRequest): string {
  return origin + textOf(target);
}

export type Chunk = Uint8Array<ArrayBuffer> | 'media';

/** Head and body, one chunk after the other. */
export function messageChunks(request: ExportedRequest): readonly Chunk[] {
  const shown = withPlaceholders(request);
  const head = headBytes({
    method: shown.method,
    target: textOf(shown.target),
    headers: shown.headers.map(({ name, value }) => ({ name, value: textOf(value) })),
  });
  return [head, ...bodyChunks(request)];
}

export function bodyChunks(request: ExportedRequest): readonly Chunk[] {
  return bodyPieces(withPlaceholders(request)).flatMap((piece) =>
    piece !== 'media' && isVariable(piece) ? [] : [piece],
  );
}

export function withMedia(chunks: readonly Chunk[], media: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatenate(chunks.map((chunk) => (chunk === 'media' ? media : chunk)));
}
