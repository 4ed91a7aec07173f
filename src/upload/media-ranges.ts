/** Where the media is in a body. */
import type { RequestPlan } from '../core/request/plan.ts';

/** `end` is exclusive. */
export interface MediaRange {
  readonly start: number;
  readonly end: number;
}

/** In their order; more than one where a template has the media twice. */
export function mediaRanges(plan: RequestPlan): readonly MediaRange[] {
  let at = 0;
  return plan.body.flatMap((segment) => {
    const start = at;
    at += segment.kind === 'media' ? segment.size : segment.bytes.length;
    return segment.kind === 'media' ? [{ start, end: at }] : [];
  });
}
