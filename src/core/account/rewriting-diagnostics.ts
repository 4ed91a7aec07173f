/** What is odd about rewriting rules, each at its place, whether a rule is looked at or not (REW-2, REW-3, REW-5). */
import type { Diagnostic, Fix, Range } from '../source/diagnostics.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import type { Account } from './read-account.ts';
import { rename } from './rename.ts';
import { attribute, isNumberMissing, isTextCondition } from './rewriting-conditions.ts';
import {
  addressActionNames,
  callActionNames,
  conditionNames,
  nearName,
  networkConditionNames,
} from './rewriting-names.ts';

export function rewritingDiagnostics(account: Account): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const node = account.nodes.get('rewriting');
  for (const child of node?.children ?? []) {
    if (child.name === 'rule') checkRule(child, found);
    else checkStray(child, found, unwrapped(child));
  }
  for (const child of account.element.children) {
    if (child.name === 'rule' || nearName(child.name, ['rewriting', 'rules']) !== undefined)
      if (child.name !== 'rewriting') checkOutside(child, node, found);
  }
  return found;
}

/** A child of the account that holds rules, or is one. */
function checkOutside(child: XmlElement, rewriting: XmlElement | undefined, found: Diagnostic[]): void {
  const rules = child.name === 'rule' ? [child] : child.children.filter(({ name }) => name === 'rule');
  // With a <rewriting> beside it a rename would make two of them.
  const isMeant = child.name !== 'rule' && rewriting === undefined;
  const fix = isMeant ? { fix: rename(child, 'rewriting') } : {};
  for (const rule of rules) if (looksLikeRule(rule)) found.push({ ...misplacedRule(rule), ...fix });
}

function looksLikeRule({ children }: XmlElement): boolean {
  return children.some(({ name }) => name === 'actions' || name === 'conditions');
}

/** Not a rule, where rules are expected: a misspelt one, or something around rules. */
function checkStray(element: XmlElement, found: Diagnostic[], fix: Fix | undefined): void {
  if (looksLikeRule(element)) {
    const isNear = nearName(element.name, ['rule']) !== undefined;
    const meant = isNear ? rename(element, 'rule') : undefined;
    warn(found, `<${element.name}> is no <rule>: it is not looked at.`, element.nameRange, meant);
    return;
  }
  for (const rule of rulesWithin(element)) found.push({ ...misplacedRule(rule), ...(fix && { fix }) });
}

/** All rules below an element, without recursion: a document may be a million tags deep. */
function rulesWithin(element: XmlElement): readonly XmlElement[] {
  const rules: XmlElement[] = [];
  const open = [...element.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.name === 'rule') rules.push(next);
    for (const child of [...next.children].reverse()) open.push(child);
  }
  return rules;
}

function misplacedRule(rule: XmlElement): Diagnostic {
  const message = 'This rule does not stand directly in <rewriting>, so it is not looked at. Put it there.';
  return { rule: 'REW-5', severity: 'warning', message, range: rule.startTag };
}

/** Takes the tags of something around rules away; none where they hold more than a name. */
function unwrapped(element: XmlElement): Fix | undefined {
  const { startTag, endTag, attributes, children, name } = element;
  const isWrapper = children.length > 0 && children.every((child) => child.name === 'rule');
  if (!endTag || attributes.length > 0 || !isWrapper) return undefined;
  const edits = [startTag, endTag].map((range) => ({ range, text: '' }));
  return { title: `Remove the <${name}> around the rules`, edits };
}

function checkRule(rule: XmlElement, found: Diagnostic[]): void {
  const conditions: XmlElement[] = [];
  const actions: XmlElement[] = [];
  for (const list of rule.children) {
    switch (list.name) {
      case 'conditions':
        conditions.push(...itemsOf(list, 'condition', found));
        break;
      case 'actions':
        actions.push(...itemsOf(list, 'action', found));
        break;
      case 'condition':
      case 'action': {
        const message = `This <${list.name}> stands directly in <rule> and does not count: put it in <${list.name}s>.`;
        warn(found, message, list.startTag, enclosed(list));
        break;
      }
      case 'rule':
        found.push(misplacedRule(list));
        break;
      default:
        checkName(list, ['conditions', 'actions'], found);
    }
    for (const nested of rulesWithin(list)) found.push(misplacedRule(nested));
  }
  for (const condition of conditions) checkCondition(condition, found);
  const hasText = conditions.some(isTextCondition);
  for (const action of actions) checkAction(action, hasText, found);
  if (actions.length > 0 || rule.children.some(holdsMisplacedActions)) return;
  const ends = 'where it holds, it changes nothing and ends the rewriting';
  warn(found, `This rule has no actions: ${ends}.`, rule.startTag);
}

/** Actions that are there but not read: what is said of that says enough. */
function holdsMisplacedActions(list: XmlElement): boolean {
  if (list.name === 'actions')
    return list.children.some(({ name }) => nearName(name, ['action']) !== undefined);
  return list.name === 'action' || nearName(list.name, ['conditions', 'actions']) === 'actions';
}

function itemsOf(list: XmlElement, name: string, found: Diagnostic[]): readonly XmlElement[] {
  return list.children.filter((child) => {
    if (child.name !== name) checkName(child, [name], found);
    return child.name === name;
  });
}

/** An element of a near name: what it holds does not count. */
function checkName(element: XmlElement, expected: readonly string[], found: Diagnostic[]): void {
  const meant = nearName(element.name, expected);
  if (meant === undefined) return;
  const message = `<${element.name}> is unknown here and does not count. Did you mean <${meant}>?`;
  warn(found, message, element.nameRange, rename(element, meant));
}

/** Puts the list around an item. */
function enclosed({ name, range, selfClosing, endTag }: XmlElement): Fix | undefined {
  if (!selfClosing && !endTag) return undefined;
  const list = `${name}s`;
  return {
    title: `Put it in <${list}>`,
    edits: [
      { range: { start: range.start, end: range.start }, text: `<${list}>` },
      { range: { start: range.end, end: range.end }, text: `</${list}>` },
    ],
  };
}

function checkCondition(condition: XmlElement, found: Diagnostic[]): void {
  const type = attribute(condition, 'type') ?? '';
  if (isNumberMissing(condition)) {
    const param = attribute(condition, 'param') ?? '';
    const message = `${type} needs a number, not "${shortened(param)}": this condition never holds.`;
    found.push({ rule: 'REW-2', severity: 'warning', message, range: condition.startTag });
  } else if (networkConditionNames.includes(type)) {
    const message = `The condition "${type}" is about the network, which is unknown here: it does not hold.`;
    found.push({ rule: 'REW-2', severity: 'warning', message, range: condition.startTag });
  } else if (!conditionNames.includes(type)) {
    const fate = 'so it does not hold';
    checkType(condition, [...conditionNames, ...networkConditionNames], fate, found);
  }
}

function checkAction(action: XmlElement, hasText: boolean, found: Diagnostic[]): void {
  const type = attribute(action, 'type') ?? '';
  if (type === 'replace' && !hasText) {
    const message = 'replace does nothing here: the rule has no condition on text that says what to replace.';
    found.push({ rule: 'REW-3', severity: 'warning', message, range: action.startTag });
  }
  const known = [...addressActionNames, ...callActionNames];
  if (!known.includes(type)) checkType(action, known, 'so it leaves the address alone', found);
}

/** REW-5: an unknown type. */
function checkType(element: XmlElement, known: readonly string[], fate: string, found: Diagnostic[]): void {
  const typed = element.attributes.find(({ name }) => name === 'type');
  if (typed === undefined) {
    warn(found, `This ${element.name} has no type, ${fate}.`, element.startTag);
    return;
  }
  const meant = nearName(typed.value, known);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  const message = `The ${element.name} "${shortened(typed.value)}" is unknown, ${fate}.${hint}`;
  const edits = meant === undefined ? [] : [{ range: typed.valueRange, text: meant }];
  const fix = meant === undefined ? undefined : { title: `Write ${meant}`, edits };
  warn(found, message, element.startTag, fix);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function warn(found: Diagnostic[], message: string, range: Range, fix?: Fix): void {
  found.push({ rule: 'REW-5', severity: 'warning', message, range, ...(fix && { fix }) });
}
