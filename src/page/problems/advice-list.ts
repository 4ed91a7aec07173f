/** Advice as a list to show, with the places it is about. */

import type { BuiltRequest } from '../../core/build-request.ts';
import { type Fix, type Position, positionLookup } from '../../core/source/diagnostics.ts';
import { adviseOn } from '../../language/advice.ts';
import type { Advice } from '../../language/advices.ts';

export interface AdviceEntry {
  readonly id: string;
  readonly severity: Advice['severity'];
  readonly message: string;
  readonly ground: string;
  readonly fix: Fix | null;
  /** Null where it is about no place in the Account XML. */
  readonly place: { readonly start: Position; readonly end: Position } | null;
  /** Whether the measured table has a row that shows it. */
  readonly isMeasured: boolean;
}

export function listAdvice(built: BuiltRequest): readonly AdviceEntry[] {
  const positionOf = positionLookup(built.inputs.xml);
  return adviseOn(built).map(({ id, severity, message, ground, fix, range, variant }) => ({
    id,
    severity,
    message,
    ground,
    fix: fix ?? null,
    place: range ? { start: positionOf(range.start), end: positionOf(range.end) } : null,
    isMeasured: variant !== undefined,
  }));
}
