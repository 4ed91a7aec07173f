import { methodKey } from '../core/account/service-keys.ts';
import type { BuiltRequest } from '../core/build-request.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { sourceFix } from '../core/xml/source-fix.ts';
import { sourceRange } from '../core/xml/source-text.ts';
import type { AdviceDraft } from './advices.ts';
import { measuredServers, serversWrong } from './server-table.ts';
import { rowsFor } from './table-rows.ts';

/** The method and the headers. */
export function adviseOnHead(built: BuiltRequest, plan: RequestPlan): readonly AdviceDraft[] {
  return [...onMethod(built), ...onDescription(plan)];
}

function onMethod(built: BuiltRequest): readonly AdviceDraft[] {
  const variant = rowsFor(built).find((row) => row === 'put-bare' || row === 'put-quoted');
  const value = built.document.account?.setValue(methodKey);
  if (!variant || !value) return [];
  const whole = { start: 0, end: value.text.length };
  const fix = sourceFix(value, whole, 'Write POST', 'POST');
  return [
    {
      id: 'put-not-parsed',
      severity: 'warning',
      message:
        'PHP and Django parse nothing of a PUT for you: $_POST, $_FILES and request.FILES stay empty, and the body is in php://input or request.body. POST is the safe choice.',
      rationale: `Measured on ${measuredServers.length} servers; wrong on ${serversWrong(variant).join(', ')}.`,
      range: sourceRange(value, whole.start, whole.end),
      ...(fix && { fix }),
      variant,
    },
  ];
}

function onDescription(plan: RequestPlan): readonly AdviceDraft[] {
  for (const { name, pieces } of plan.headers) {
    for (const { origin } of pieces) {
      if (origin.kind !== 'parameter' || origin.parameter !== 'description') continue;
      return [
        {
          id: 'description-in-header',
          severity: 'warning',
          message: `%description% is in the header ${name}: what people type is rarely ASCII, servers read its bytes each in their own way, and its line breaks become spaces. Send it as a part.`,
          rationale: 'A header value has no charset of its own (RFC 9110, section 5.5); line breaks: TPL-11.',
          range: origin.range,
        },
      ];
    }
  }
  return [];
}
