/** The actions of a rewriting rule (REW-3). Actions that act on calls leave the address alone. */
import { distance } from 'fastest-levenshtein';
import type { Diagnostic } from '../diagnostics.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import { attribute, type Stretch } from './rewriting-conditions.ts';

/** The address, and where in it the stretch stands that the first text condition matched. */
export interface Matched {
  readonly address: string;
  readonly at: Stretch | undefined;
}

/** Actions come one after the other, each on what the one before left. */
export function applyAction(
  action: XmlElement,
  matched: Matched,
  hasTextCondition: boolean,
  diagnostics: Diagnostic[],
): { readonly matched: Matched; readonly continues: boolean } {
  const type = attribute(action, 'type') ?? '';
  const param = attribute(action, 'param') ?? '';
  switch (type) {
    case 'replace':
      if (!hasTextCondition) {
        const message =
          'replace does nothing here: the rule has no condition on text that says what to replace.';
        diagnostics.push({ rule: 'REW-3', severity: 'warning', message, range: action.startTag });
      }
      return { matched: replace(matched, param), continues: false };
    case 'prepend':
      return {
        matched: { address: param + matched.address, at: shift(matched.at, param.length) },
        continues: false,
      };
    case 'append':
      return { matched: { address: matched.address + param, at: matched.at }, continues: false };
    case 'continue':
      return { matched, continues: true };
    default:
      warnOfNearMiss(action, type, diagnostics);
      return { matched, continues: false };
  }
}

const addressActions = ['replace', 'prepend', 'append', 'continue'];

/** Names of actions on calls are many; what is all but one of the four that act on the address is none of them. */
function warnOfNearMiss(action: XmlElement, type: string, diagnostics: Diagnostic[]): void {
  const near = addressActions.find((name) => isNear(type, name));
  const typed = action.attributes.find(({ name }) => name === 'type');
  if (near === undefined || typed === undefined) return;
  diagnostics.push({
    rule: 'REW-3',
    severity: 'warning',
    message: `The action "${type}" leaves the address alone: did you mean ${near}?`,
    range: action.startTag,
    fix: { title: `Write ${near}`, edits: [{ range: typed.valueRange, text: near }] },
  });
}

function isNear(type: string, name: string): boolean {
  return Math.abs(type.length - name.length) <= 2 && distance(type.toLowerCase(), name) <= 2;
}

function replace({ address, at }: Matched, param: string): Matched {
  if (!at) return { address, at };
  if (at.isFront) return { address: param + address, at };
  const replaced = address.slice(0, at.start) + param + address.slice(at.end);
  return { address: replaced, at: { start: at.start, end: at.start + param.length } };
}

function shift(at: Stretch | undefined, by: number): Stretch | undefined {
  return at && !at.isFront ? { start: at.start + by, end: at.end + by } : at;
}
