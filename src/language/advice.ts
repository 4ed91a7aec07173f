/**
 * Advice on a request from how servers are known to behave, each with the rationale it stands on. It is
 * no fault: the contract has no rule against any of it, but each concerns one.
 */
import type { BuiltRequest } from '../core/build-request.ts';
import { type Advice, ruleOfAdvice } from './advices.ts';
import { adviseOnBody } from './advise-on-body.ts';
import { adviseOnHead } from './advise-on-head.ts';
import { adviseOnSecrecy } from './advise-on-secrecy.ts';
import { adviseOnSizes } from './advise-on-sizes.ts';

/** Warnings first; nothing where no request can be built. */
export function adviseOn(built: BuiltRequest): readonly Advice[] {
  const plan = built.request;
  if (!plan) return [];
  const drafts = [
    ...adviseOnHead(built, plan),
    ...adviseOnBody(built, plan),
    ...adviseOnSecrecy(built, plan),
    ...adviseOnSizes(built, plan),
  ];
  const advice = drafts.map((draft) => ({ ...draft, rule: ruleOfAdvice(draft.id) }));
  return [
    ...advice.filter(({ severity }) => severity === 'warning'),
    ...advice.filter(({ severity }) => severity === 'info'),
  ];
}
