/** Scheme and host as the request shows them, in pieces of the URL template. */

import type { RequestPlan } from '../../core/request/plan.ts';
import type { Origin } from '../../core/source/provenance.ts';

export interface HostPiece {
  readonly text: string;
  readonly origin: Origin;
  /** Index into `urlPieces`. */
  readonly piece: number;
}

/** Null where the URL parser wrote the host in another way than the template: then nothing matches up. */
export function hostPieces(plan: RequestPlan): readonly HostPiece[] | null {
  const shown = plan.url.slice(0, plan.url.length - plan.target.length);
  const pieces: HostPiece[] = [];
  let at = 0;
  for (const [piece, { text, origin }] of plan.urlPieces.entries()) {
    if (at >= shown.length) break;
    const part = text.slice(0, shown.length - at);
    if (part !== shown.slice(at, at + part.length)) return null;
    pieces.push({ text: part, origin, piece });
    at += part.length;
  }
  return at === shown.length ? pieces : null;
}
