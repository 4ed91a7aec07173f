/** What the copy buttons give: the exact text, line ends and secrets included; media is named only. */

import { headText } from '../../core/request/bytes.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { formatBytes } from '../components/format.ts';

export function copyableHeaders(plan: RequestPlan): string {
  const head = headText(plan);
  return head.slice(head.indexOf('\r\n') + 2, -2);
}

export function copyableBody(plan: RequestPlan): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return plan.body
    .map((segment) =>
      segment.kind === 'bytes'
        ? decoder.decode(segment.bytes)
        : `[${plan.fileName}, ${formatBytes(segment.size)}]`,
    )
    .join('');
}
