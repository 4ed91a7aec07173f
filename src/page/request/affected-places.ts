/** Which assumptions affect which part of the request, so that they are named right there. */
import { type Assumption, type AssumptionId, assumptionOf } from '../../core/assumptions.ts';
import type { TouchedAssumption } from '../../core/build-request.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import type { Range } from '../../core/source/diagnostics.ts';
import { lastAtOrBefore } from '../../core/source/last-at-or-before.ts';
import type { Origin } from '../../core/source/provenance.ts';

export type Place = Assumption['place'];

export function assumptionsByPlace(
  plan: RequestPlan,
  affecting: readonly TouchedAssumption[],
): Readonly<Record<Place, readonly AssumptionId[]>> {
  const origins: Readonly<Record<Place, readonly Origin[]>> = {
    url: [...plan.urlPieces, ...plan.targetPieces].map((piece) => piece.origin),
    headers: plan.headers.flatMap((header) => [header.origin, ...header.pieces.map((piece) => piece.origin)]),
    body: plan.body.flatMap((segment) => (segment.kind === 'bytes' ? [segment.origin] : [])),
  };
  const found: Record<Place, AssumptionId[]> = { url: [], headers: [], body: [] };
  for (const { id, ranges } of affecting) {
    const meets = meeting(ranges);
    const places = (['url', 'headers', 'body'] as const).filter((place) => origins[place].some(meets));
    for (const place of places.length > 0 ? places : [assumptionOf(id).place]) found[place].push(id);
  }
  return found;
}

/** Whether an origin shares a character with one of the ranges; quick for thousands of both. */
function meeting(ranges: readonly Range[]): (origin: Origin) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return (origin) => {
    if (origin.kind === 'client') return false;
    // The last range that begins before the origin's end also ends the latest of those.
    const near = merged[lastAtOrBefore(merged.length, (at) => merged[at]?.start ?? 0, origin.range.end - 1)];
    return near !== undefined && near.start < origin.range.end && near.end > origin.range.start;
  };
}
