/** How the account's rules shaped the recipient (REW-4), as JSON for programs. */
import type { Rewriting, RewritingStep } from '../../core/account/rewriting.ts';
import { type Place, placeLookup } from '../../language/findings/places.ts';

/** One a rule that was looked at, in order, with the place of its start tag; none without rules. */
export type RewritingJson = readonly (Omit<RewritingStep, 'range'> & Place)[];

export function rewritingJson(rewriting: Rewriting | null, xml: string): RewritingJson {
  const place = placeLookup(xml);
  return rewriting?.steps.map(({ range, ...step }) => ({ ...step, ...place(range) })) ?? [];
}
