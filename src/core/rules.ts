/** Every rule of the contract, once: diagnostics, reference, tooltips and `explain RULE` read it. */
import { accountRules } from './rules/account-rules.ts';
import { requestRules } from './rules/request-rules.ts';
import { responseRules } from './rules/response-rules.ts';
import type { Rule } from './rules/rule.ts';
import { templateRules } from './rules/template-rules.ts';

/** In the order of the contract: document, parameters, request, reply. */
export const rules: readonly Rule[] = [...accountRules, ...templateRules, ...requestRules, ...responseRules];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** In any letter case; undefined for an id that the contract does not have. */
export function findRule(id: string): Rule | undefined {
  return byId.get(id.toUpperCase());
}
