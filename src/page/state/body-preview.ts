/**
 * The body as it is read on screen: text as on the wire, the media folded into one item. Text
 * that is too much for a page is cut, and how much is cut is said; the byte view has it all.
 */

import type { BodySegment, RequestPlan } from '../../core/request/plan.ts';
import type { Origin } from '../../core/source/provenance.ts';

export type Role = Extract<BodySegment, { kind: 'bytes' }>['role'];

export type BodyItem =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly origin: Origin;
      readonly role: Role;
      /** Index into the plan's body. */
      readonly segment: number;
      /** Characters of this segment that are left out behind `text`. */
      readonly hidden: number;
    }
  | { readonly kind: 'media'; readonly size: number; readonly segment: number }
  /** Everything behind this place is left out. */
  | { readonly kind: 'rest'; readonly bytes: number };

export interface PreviewLimits {
  /** Characters of one segment, and of all together. */
  readonly segment: number;
  readonly total: number;
}

const defaultLimits: PreviewLimits = { segment: 20_000, total: 120_000 };

export function previewBody(plan: RequestPlan, limits: PreviewLimits = defaultLimits): BodyItem[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const items: BodyItem[] = [];
  let left = limits.total;
  let bytesShown = 0;
  for (const [index, segment] of plan.body.entries()) {
    if (left <= 0) {
      items.push({ kind: 'rest', bytes: plan.bodyLength - bytesShown });
      break;
    }
    if (segment.kind === 'media') {
      items.push({ kind: 'media', size: segment.size, segment: index });
      bytesShown += segment.size;
      continue;
    }
    bytesShown += segment.bytes.length;
    const whole = decoder.decode(segment.bytes);
    const text = cutText(whole, Math.min(limits.segment, left));
    left -= text.length;
    const { origin, role } = segment;
    // A parameter that is empty has its mark; other empty segments have nothing to show.
    const isShown = whole !== '' || origin.kind === 'parameter';
    const hidden = whole.length - text.length;
    if (isShown) items.push({ kind: 'text', text, origin, role, segment: index, hidden });
  }
  return items;
}

/** Never cuts a surrogate pair in two. */
function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

export interface PartShare {
  readonly name: string;
  readonly isFile: boolean;
  /** Bytes of the part with its delimiter and headers. */
  readonly bytes: number;
  /** Whose colour it takes: the first parameter in its value, or none. */
  readonly parameter: string | null;
}

/** How the body's length is made up, part by part; the closing delimiter is left out. */
export function shareOfParts(plan: RequestPlan): PartShare[] {
  const bytes = new Array<number>(plan.parts.length).fill(0);
  const parameters = new Array<string | null>(plan.parts.length).fill(null);
  for (const segment of plan.body) {
    if (segment.part === null) continue;
    bytes[segment.part] =
      (bytes[segment.part] ?? 0) + (segment.kind === 'media' ? segment.size : segment.bytes.length);
    if (segment.kind === 'bytes' && segment.role === 'value' && segment.origin.kind === 'parameter') {
      parameters[segment.part] ??= segment.origin.parameter;
    }
  }
  return plan.parts.map((part, index) => ({
    ...part,
    bytes: bytes[index] ?? 0,
    parameter: parameters[index] ?? null,
  }));
}
