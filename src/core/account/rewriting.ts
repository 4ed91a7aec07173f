/** Number rewriting: the account's own rules shape the recipient (REW-1 to REW-4). */
import type { Assumptions } from '../assumptions.ts';
import type { Range } from '../source/diagnostics.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import type { Account } from './read-account.ts';
import { addressActions, applyAction, inOrder, type Matched } from './rewriting-actions.ts';
import { testCondition } from './rewriting-conditions.ts';

export interface RewritingStep {
  /** 1-based. */
  readonly rule: number;
  readonly held: boolean;
  /** Why it held or did not, for people. */
  readonly why: string;
  /** The address after this rule. */
  readonly address: string;
  /** Whether the rules after this one were still applied. */
  readonly goesOn: boolean;
  readonly range: Range;
}

export interface Rewriting {
  readonly from: string;
  readonly to: string;
  /** One a rule that was looked at, in order (REW-4). */
  readonly steps: readonly RewritingStep[];
  /** Where the order of a rule's actions made a difference to `to` (REW-3); mostly nowhere. */
  readonly orderRanges: readonly Range[];
}

type Order = Assumptions['rewriting-order'];

/** Null where the account has no rules. */
export function rewriteNumber(account: Account, address: string, order: Order): Rewriting | null {
  const node = account.nodes.get('rewriting');
  const rules = node?.children.filter((child) => child.name === 'rule').map(readRule) ?? [];
  if (rules.length === 0) return null;
  const steps = run(rules, address, order);
  const to = steps.at(-1)?.address ?? address;
  const other = run(rules, address, order === 'document' ? 'type' : 'document').at(-1)?.address;
  return { from: address, to, steps, orderRanges: other === to ? [] : rangesOfOrder(rules, steps) };
}

interface Rule {
  readonly element: XmlElement;
  readonly conditions: readonly XmlElement[];
  readonly actions: readonly XmlElement[];
}

function readRule(element: XmlElement): Rule {
  return {
    element,
    conditions: listed(element, 'conditions', 'condition'),
    actions: listed(element, 'actions', 'action'),
  };
}

function listed(rule: XmlElement, list: string, item: string): readonly XmlElement[] {
  return rule.children
    .filter((child) => child.name === list)
    .flatMap((child) => child.children.filter((grandchild) => grandchild.name === item));
}

function run(rules: readonly Rule[], address: string, order: Order): readonly RewritingStep[] {
  const steps: RewritingStep[] = [];
  for (const [index, rule] of rules.entries()) {
    const step = runRule(rule, index + 1, steps.at(-1)?.address ?? address, order);
    steps.push(step);
    if (!step.goesOn) break;
  }
  return steps;
}

function runRule(rule: Rule, number: number, address: string, order: Order): RewritingStep {
  const base = { rule: number, range: rule.element.startTag };
  const tested = rule.conditions.map((condition) => testCondition(condition, address));
  const failed = tested.find((result) => !result.held);
  if (failed) return { ...base, held: false, why: failed.why, address, goesOn: true };
  const actions = addressActions(rule.actions);
  const before: Matched = { address, at: tested.find((result) => result.text !== undefined)?.text };
  const after = inOrder(actions, order).reduce((matched, action) => applyAction(action, matched), before);
  const why = tested.length === 0 ? 'It has no conditions.' : tested.map((result) => result.why).join(' ');
  const goesOn = actions.some((action) => action.type === 'continue');
  return { ...base, held: true, why, address: after.address, goesOn };
}

/** The actions of each rule that held and would come out otherwise in the other order. */
function rangesOfOrder(rules: readonly Rule[], steps: readonly RewritingStep[]): readonly Range[] {
  return steps.flatMap(({ held }, index): Range[] => {
    const actions = held ? (rules[index]?.actions ?? []) : [];
    const types = addressActions(actions);
    const sorted = inOrder(types, 'type');
    const [first, last] = [actions[0], actions.at(-1)];
    if (!first || !last || types.every((action, at) => action === sorted[at])) return [];
    return [{ start: first.range.start, end: last.range.end }];
  });
}
