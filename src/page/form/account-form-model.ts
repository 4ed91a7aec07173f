/** What a form can show of an Account XML: the keys of the service, or why it can show none. */
import { type Account, type AccountChoice, readAccount } from '../../core/account/read-account.ts';
import { serviceKeys } from '../../core/account/service-keys.ts';
import type { Diagnostic, Range } from '../../core/source/diagnostics.ts';
import { isParameterName } from '../../core/template/parameter-catalogue.ts';
import type { SourceText } from '../../core/xml/source-text.ts';

export type KeyState =
  | { readonly kind: 'absent' }
  /** `text` is the value as it is read (ACC-2), `lead` the line break and indentation before it. */
  | { readonly kind: 'text'; readonly text: string; readonly lead: string }
  /** Several values for several languages (ACC-3); `text` is the one in effect. */
  | { readonly kind: 'localised'; readonly count: number; readonly text: string; readonly range: Range };

export type AccountForm =
  /** `nodes`: the first ones that hold something, for `%account[…]%`. */
  | { readonly kind: 'keys'; readonly keys: ReadonlyMap<string, KeyState>; readonly nodes: readonly string[] }
  /** The document holds no account, or is not well-formed: editing it could do harm. */
  | { readonly kind: 'unreadable'; readonly faults: readonly Diagnostic[] };

export function readForm(xml: string, choice: AccountChoice): AccountForm {
  const { account, diagnostics } = readAccount(xml, choice);
  const errors = diagnostics.filter((one) => one.severity === 'error');
  const malformed = errors.filter((one) => one.rule === 'ACC-5');
  if (account === null || malformed.length > 0)
    return { kind: 'unreadable', faults: malformed.length > 0 ? malformed : errors };
  const keys = new Map<string, KeyState>();
  for (const key of serviceKeys) {
    const node = account.nodes.get(key);
    const value = account.value(key);
    if (node === undefined || value === undefined) {
      keys.set(key, { kind: 'absent' });
      continue;
    }
    const values = node.children.filter((child) => child.name === 'value');
    if (values.length > 1)
      keys.set(key, { kind: 'localised', count: values.length, text: value.text, range: node.nameRange });
    else keys.set(key, { kind: 'text', text: value.text, lead: leadOf(xml, value) });
  }
  return { kind: 'keys', keys, nodes: nodesWithValue(account) };
}

/** Beyond these, in a document of thousands, a name has to be typed. */
const nodeLimit = 100;

function nodesWithValue(account: Account): readonly string[] {
  const found: string[] = [];
  for (const name of account.nodes.keys()) {
    if (found.length >= nodeLimit) break;
    if (serviceKeys.includes(name) || !isParameterName(`account[${name}]`)) continue;
    if (account.setValue(name)) found.push(name);
  }
  return found;
}

/** The line break and white space before a value that starts a line of its own; else nothing. */
function leadOf(xml: string, value: SourceText): string {
  const start = value.runs[0]?.source.start ?? value.place.start;
  const found = /(?:\r\n|\r|\n)([ \t]*)$/.exec(xml.slice(Math.max(0, start - 1000), start));
  return found ? `\n${found[1] ?? ''}` : '';
}
