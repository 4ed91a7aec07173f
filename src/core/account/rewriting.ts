/** Number rewriting: the account's own rules shape the recipient (REW-1 to REW-4). */
import type { Diagnostic, Range } from '../diagnostics.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import type { Account } from './read-account.ts';
import { applyAction, type Matched } from './rewriting-actions.ts';
import { testCondition } from './rewriting-conditions.ts';

export interface RewritingStep {
  /** 1-based. */
  readonly rule: number;
  readonly held: boolean;
  /** Why it held or did not, for people. */
  readonly why: string;
  /** The address behind this rule. */
  readonly address: string;
  /** Whether the rules behind this one were still looked at. */
  readonly goesOn: boolean;
  readonly range: Range;
}

export interface Rewriting {
  readonly from: string;
  readonly to: string;
  /** One a rule that was looked at, in order (REW-4). */
  readonly steps: readonly RewritingStep[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Null where the account has no rules. */
export function rewriteNumber(account: Account, address: string): Rewriting | null {
  const node = account.nodes.get('rewriting');
  const rules = node?.children.filter((child) => child.name === 'rule') ?? [];
  if (rules.length === 0) return null;
  const diagnostics: Diagnostic[] = [];
  const steps: RewritingStep[] = [];
  let current = address;
  let over = false;
  rules.forEach((rule, index) => {
    // What is odd about a rule is said even where an earlier one ended the rewriting.
    const step = runRule(rule, index + 1, current, diagnostics);
    if (over) return;
    steps.push(step);
    current = step.address;
    over = !step.goesOn;
  });
  return { from: address, to: current, steps, diagnostics };
}

function runRule(
  rule: XmlElement,
  number: number,
  address: string,
  diagnostics: Diagnostic[],
): RewritingStep {
  const conditions = listed(rule, 'conditions', 'condition');
  const actions = listed(rule, 'actions', 'action');
  const base = { rule: number, range: rule.startTag };
  const tested = conditions.map((condition) => testCondition(condition, address, diagnostics));
  const failed = tested.find((result) => !result.held);
  const textMatch = tested.find((result) => result.text !== undefined)?.text;
  let matched: Matched = { address, at: failed ? undefined : textMatch };
  let goesOn = false;
  const hasTextCondition = tested.some((result) => result.isText);
  for (const action of actions) {
    const applied = applyAction(action, matched, hasTextCondition, diagnostics);
    matched = applied.matched;
    goesOn ||= applied.continues;
  }
  if (failed) return { ...base, held: false, why: failed.why, address, goesOn: true };
  const why =
    conditions.length === 0 ? 'It has no conditions.' : tested.map((result) => result.why).join(' ');
  return { ...base, held: true, why, address: matched.address, goesOn };
}

function listed(rule: XmlElement, list: string, item: string): readonly XmlElement[] {
  return rule.children
    .filter((child) => child.name === list)
    .flatMap((child) => child.children.filter((grandchild) => grandchild.name === item));
}
