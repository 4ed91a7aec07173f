/** Bytes of a planned request: a view of the plan, the same for preview and sending. */
import { utf8 } from '../template/percent-encoding.ts';
import type { PlannedHeader, RequestPlan } from './plan.ts';

interface Head extends Pick<RequestPlan, 'method' | 'target'> {
  readonly headers: readonly Pick<PlannedHeader, 'name' | 'value'>[];
}

/** The head to its empty line, as text; sent as UTF-8. */
export function headText(plan: Head): string {
  const lines = plan.headers.map(({ name, value }) => `${name}: ${value}\r\n`);
  return `${plan.method} ${plan.target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

export function headBytes(plan: Head): Uint8Array<ArrayBuffer> {
  return utf8(headText(plan));
}

/**
 * The body as the chunks to send one after the other: bytes, or the media. Neighbouring
 * bytes are joined, so that a body is a few chunks however many segments it has.
 */
export function bodyChunks(plan: Pick<RequestPlan, 'body'>): readonly (Uint8Array<ArrayBuffer> | 'media')[] {
  const chunks: (Uint8Array<ArrayBuffer> | 'media')[] = [];
  let pending: Uint8Array[] = [];
  const flush = () => {
    if (pending.length > 0) chunks.push(concatenate(pending));
    pending = [];
  };
  for (const segment of plan.body) {
    if (segment.kind === 'bytes') pending.push(segment.bytes);
    else {
      flush();
      chunks.push('media');
    }
  }
  flush();
  return chunks;
}

export function concatenate(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
