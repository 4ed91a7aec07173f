/** The actions of a rewriting rule (REW-3). Actions that act on calls leave the address alone. */
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
    default:
      return { matched, continues: type === 'continue' };
  }
}

function replace({ address, at }: Matched, param: string): Matched {
  if (!at) return { address, at };
  const replaced = address.slice(0, at.start) + param + address.slice(at.end);
  return { address: replaced, at: { start: at.start, end: at.start + param.length } };
}

function shift(at: Stretch | undefined, by: number): Stretch | undefined {
  return at && { start: at.start + by, end: at.end + by };
}
