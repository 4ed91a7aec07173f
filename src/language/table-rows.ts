/** Which rows of the measured table speak of a request. */
import type { BuiltRequest } from '../core/build-request.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { traitsOf } from './measured-traits.ts';
import type { VariantId } from './server-table.ts';

/** What is out of the ordinary first; how names are written, which holds for every request, last. */
export function rowsFor(built: BuiltRequest): readonly VariantId[] {
  const plan = built.request;
  if (!plan) return [];
  const { inputs, diagnostics } = built;
  const hasFile = plan.parts.some((part) => part.isFile);
  const quoted = hasOnlyQuotedNames(plan);
  const rows: readonly (readonly [VariantId, boolean])[] = [
    ['blank-line', hasFile && inputs.assumptions['file-part-blank-line'] === 'literal'],
    ['boundary-in-value', diagnostics.some(({ rule }) => rule === 'MP-9')],
    ['quote-and-backslash', hasFile && plan.fileName.includes('\\')],
    ['quote', hasFile && plan.fileName.includes('"') && !plan.fileName.includes('\\')],
    ...traitsOf(plan, inputs.xml).map(({ variant }) => [variant, true] as const),
    ['utf8-file-name', hasFile && /[^\0-\x7f]/.test(plan.fileName)],
    ['empty-file', hasFile && inputs.media.size === 0],
    ['put-quoted', plan.method === 'PUT' && quoted],
    ['put-bare', plan.method === 'PUT' && !quoted],
    ['spaced-file-name', hasFile && !quoted && /[^!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(plan.fileName)],
    ['ten-mebibytes', hasFile && inputs.media.size >= 10 * 1024 * 1024],
    ['empty-value', hasEmptyValue(plan)],
    ['bare-names', plan.method === 'POST' && !quoted],
    ['quoted-names', plan.method === 'POST' && quoted],
  ];
  return rows.flatMap(([id, holds]) => (holds ? [id] : []));
}

const quote = 0x22;

/** Whether each part's name starts with a quote on the wire (MP-6). */
export function hasOnlyQuotedNames(plan: RequestPlan): boolean {
  const seen = new Set<number>();
  return plan.body.every((segment) => {
    if (segment.kind !== 'bytes' || segment.role !== 'part-name' || segment.part === null) return true;
    const isFirst = !seen.has(segment.part);
    seen.add(segment.part);
    return !isFirst || segment.bytes[0] === quote;
  });
}

function hasEmptyValue(plan: RequestPlan): boolean {
  const lengths = plan.parts.map((part) => (part.isFile ? Number.POSITIVE_INFINITY : 0));
  for (const segment of plan.body) {
    if (segment.kind !== 'bytes' || segment.role !== 'value' || segment.part === null) continue;
    lengths[segment.part] = (lengths[segment.part] ?? 0) + segment.bytes.length;
  }
  return lengths.some((length) => length === 0);
}
