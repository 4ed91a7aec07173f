/** Whether two plans make one request: a person may change the preview behind an upload. */
import { headBytes } from '../../core/request/bytes.ts';
import type { BodySegment, RequestPlan } from '../../core/request/plan.ts';
import { compareBytes } from '../../upload/receipt-comparison.ts';

/** The media itself is not in a plan: whoever asks knows whether it is still the same. */
export function isSameRequest(one: RequestPlan, other: RequestPlan | null): boolean {
  if (other === null) return false;
  if (one === other) return true;
  return (
    one.url === other.url &&
    isEqual(headBytes(one), headBytes(other)) &&
    one.body.length === other.body.length &&
    one.body.every((segment, index) => isSameSegment(segment, other.body[index]))
  );
}

function isSameSegment(one: BodySegment, other: BodySegment | undefined): boolean {
  if (one.kind === 'media') return other?.kind === 'media' && one.size === other.size;
  return other?.kind === 'bytes' && isEqual(one.bytes, other.bytes);
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return compareBytes(one, other).kind === 'equal';
}
