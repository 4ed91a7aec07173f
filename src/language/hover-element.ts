/** What a node of the Account XML is, what it says now, and where it goes. */

import { type KeyEntry, keyEntry } from '../core/account/key-catalogue.ts';
import { callActionNames, networkConditionNames } from '../core/account/rewriting-names.ts';
import type { BuiltRequest } from '../core/build-request.ts';
import { isSecretName } from '../core/secrets/secret-names.ts';
import type { Range } from '../core/source/diagnostics.ts';
import { dots } from '../core/source/secret-masking.ts';
import { ownText } from '../core/xml/read-xml.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';
import { accountPath, isContainer } from './account-at.ts';
import { affectedRows } from './affected-rows.ts';
import type { Hover, HoverRow } from './hovers.ts';
import { explainNode } from './node-catalogue.ts';
import { isChosen } from './read-document.ts';
import { actionTypes, conditionTypes } from './rewriting-structures.ts';
import { factsAbout } from './service-facts.ts';

/** `path` ends with what holds the element; `range` is what the answer is about. */
export function hoverElement(
  text: string,
  element: XmlElement,
  path: readonly XmlElement[],
  range: Range,
  built: BuiltRequest,
): Hover | null {
  const inside = accountPath(path);
  if (!inside) return hoverRoot(element, path, range);
  if (inside.node) return hoverStructure(element, inside.node, range);
  const { name } = element;
  const entry = keyEntry(name);
  const account = isChosen(built.document.account, inside.account) ? built.document.account : null;
  const inEffect = account?.nodes.get(name);
  const value = account?.value(name)?.text ?? ownText(text, element).text.trim();
  const idle =
    inEffect && inEffect.range.start !== element.range.start
      ? [`This one does not count: another <${name}> of this account does (ACC-4).`]
      : [];
  if (entry) return { range, title: name, ...explainKey(entry, value, idle) };
  const known = explainNode(name) ?? "A node of the provider's own. Any node may be used in templates.";
  const shown: HoverRow[] = isContainer(element) ? [] : [{ label: 'Value', value: shownValue(name, value) }];
  const affected = inEffect ? affectedRows(built, inEffect.range, 'value') : [];
  const asParameter: HoverRow[] = isContainer(element)
    ? []
    : [{ label: 'As a parameter', value: `%account[${name}]%` }];
  return {
    range,
    title: name,
    paragraphs: [known, ...factsAbout(name), ...idle],
    rows: [...shown, ...asParameter, ...affected],
  };
}

function explainKey(
  entry: KeyEntry,
  value: string,
  idle: readonly string[],
): { readonly paragraphs: readonly string[]; readonly rows: readonly HoverRow[] } {
  return {
    paragraphs: [`${entry.title}.`, ...entry.paragraphs, ...idle],
    rows: [
      { label: 'Value', value: value === '' ? 'empty: the default counts' : shownValue(entry.name, value) },
      { label: 'Default', value: entry.byDefault },
      { label: 'Standing', value: `${entry.standing}${entry.rationale ? `. ${entry.rationale}` : ''}` },
      { label: 'Rules', value: entry.rules.join(', ') },
    ],
  };
}

function hoverRoot(element: XmlElement, path: readonly XmlElement[], range: Range): Hover | null {
  if (path.length > 1 || (path[0] && path[0].name !== 'accounts')) return null;
  const what =
    element.name === 'account'
      ? 'An account. Its nodes are its children; the keys of media upload are among them.'
      : element.name === 'accounts' && path.length === 0
        ? 'Several accounts; one of them is chosen, the first by default.'
        : null;
  if (what === null) return null;
  const standing = element.name === 'account' ? 'documented (ACC-1)' : 'seen in the wild (ACC-1)';
  return { range, title: element.name, paragraphs: [what], rows: [{ label: 'Standing', value: standing }] };
}

const structures: Readonly<Record<string, string>> = {
  rule: 'The first rule that holds ends the rewriting, unless one of its actions is continue (REW-1).',
  conditions: 'All of them must hold; without any the rule holds (REW-1).',
  actions:
    'They are done one after the other: in the order of the document, or by type. Which one is an assumption, rewriting-order (REW-3).',
};

function hoverStructure(element: XmlElement, node: XmlElement, range: Range): Hover | null {
  const { name } = element;
  const say = (title: string, text: string): Hover => ({ range, title, paragraphs: [text], rows: [] });
  if (name === 'value' && node.children.some((child) => child.range.start === element.range.start))
    return say('value', `A value of <${node.name}> for one locale, or for all others (ACC-3).`);
  if (node.name !== 'rewriting') return null;
  const structure = Object.hasOwn(structures, name) ? structures[name] : undefined;
  if (structure) return say(name, structure);
  if (name !== 'condition' && name !== 'action') return null;
  const type = element.attributes.find((attribute) => attribute.name === 'type')?.value ?? '';
  const types = name === 'condition' ? conditionTypes : actionTypes;
  const known = types.find((entry) => entry.type === type);
  const otherwise =
    name === 'condition'
      ? networkConditionNames.includes(type)
        ? 'It is about the network, which is unknown here: it does not hold (REW-2).'
        : 'This condition is unknown here: it does not hold (REW-5).'
      : callActionNames.includes(type)
        ? 'This action is about calls: it leaves the number alone (REW-3).'
        : 'This action is unknown: it leaves the number alone (REW-5).';
  return say(type === '' ? name : type, known?.what ?? otherwise);
}

/** More of a value than this is not shown. */
const maxShown = 200;

export function shownValue(name: string, value: string): string {
  if (value === '') return 'empty';
  if (isSecretName(name)) return dots;
  return value.length > maxShown ? `${value.slice(0, maxShown)}…` : value;
}
