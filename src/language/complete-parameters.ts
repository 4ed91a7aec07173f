/** Parameters to put into a template: the document's own nodes first (TPL-1 to TPL-3). */

import { serviceKeys } from '../core/account/service-keys.ts';
import type { ReadDocument } from '../core/build-request.ts';
import { isSecretName } from '../core/secrets/secret-names.ts';
import { dots } from '../core/source/secret-masking.ts';
import {
  accountNodeOf,
  type CatalogueParameter,
  isCatalogueParameter,
  isParameterName,
  mediaContent,
  parameterCatalogue,
} from '../core/template/parameter-catalogue.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';
import { isContainer, nodeNames } from './account-at.ts';
import { type CompletionItem, withCursor } from './completions.ts';
import { explainNode } from './node-catalogue.ts';
import { isChosen } from './read-document.ts';

/** More nodes than a person scrolls through are left out until more is typed. */
const maxNodes = 200;

export interface OfferedParameters {
  readonly items: readonly CompletionItem[];
  readonly incomplete: boolean;
}

export interface ParameterQuestion {
  readonly document: ReadDocument;
  readonly account: XmlElement;
  /** What the user set, by name. */
  readonly own: Readonly<Record<string, string>>;
  /** From the `%` to the cursor; empty where nothing is typed yet. */
  readonly typed: string;
  /** Whether the media itself may stand here (MP-3). */
  readonly mediaContent: boolean;
}

export function offerParameters(question: ParameterQuestion): OfferedParameters {
  const nodes = nodeParameters(question);
  const offered = parameterCatalogue
    .filter(({ name }) => name !== mediaContent || question.mediaContent)
    .map((parameter) => ({ scope: parameter.scope, item: fromCatalogue(parameter, question.own) }));
  const items = [
    ...nodes.items,
    ...offered.filter(({ scope }) => scope === 'service').map(({ item }) => item),
    sha1,
    ...offered.filter(({ scope }) => scope === 'global').map(({ item }) => item),
    ...ownParameters(question.own),
  ];
  return { items, incomplete: nodes.incomplete };
}

function nodeParameters({ document, account, own, typed }: ParameterQuestion): OfferedParameters {
  const looksLike = typedName(typed);
  const names: string[] = [];
  let incomplete = false;
  for (const name of nodeNames(document, account)) {
    if (serviceKeys.includes(name) || name === 'rewriting') continue;
    if (!holdsInOrder(name.toLowerCase(), looksLike)) continue;
    if (names.length === maxNodes) {
      incomplete = true;
      break;
    }
    names.push(name);
  }
  const values = isChosen(document.account, account) ? document.account : null;
  const items = names.flatMap((name): CompletionItem[] => {
    const node = values?.nodes.get(name);
    if (node && isContainer(node)) return [];
    const parameter = `account[${name}]`;
    const value = Object.hasOwn(own, parameter) ? own[parameter] : values?.value(name)?.text;
    return [
      {
        label: `%${parameter}%`,
        insert: `%${parameter}%`,
        kind: 'parameter',
        detail: value === undefined ? '' : shownValue(name, value),
        documentation: [
          explainNode(name) ?? `The value of this account's <${name}>.`,
          'documented, TPL-2',
        ].join('\n'),
      },
    ];
  });
  return { items, incomplete };
}

/** What was typed of a node's name: all of it where it is not `account[` yet. */
function typedName(typed: string): string {
  const name = /^%account\[(.*)$/.exec(typed)?.[1] ?? /^%(.*)$/.exec(typed)?.[1] ?? '';
  const bare = name.replace(/\].*$/, '').toLowerCase();
  return 'account['.startsWith(bare) ? '' : bare;
}

/** As editors match: the characters in this order, others between them. */
function holdsInOrder(name: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function fromCatalogue(
  { name, standing, description, scope }: CatalogueParameter,
  own: Readonly<Record<string, string>>,
): CompletionItem {
  const rule = name === mediaContent ? 'MP-3' : 'TPL-1';
  const caution =
    name === 'description' ? ['In a header it is not ASCII in most languages: a part is safer.'] : [];
  return {
    label: `%${name}%`,
    insert: `%${name}%`,
    kind: 'parameter',
    detail: Object.hasOwn(own, name)
      ? shownValue(name, own[name] ?? '')
      : scope === 'service'
        ? 'of this upload'
        : 'of the app',
    documentation: [description, ...caution, `${standing}, ${rule}`].join('\n'),
  };
}

const sha1: CompletionItem = {
  label: '%sha1(…)%',
  ...withCursor('%sha1(|)%'),
  filter: '%sha1()%',
  kind: 'function',
  detail: 'hash of a text',
  documentation:
    'The lower-case hex SHA-1 of what stands in it, as in %sha1(%account[password]%)%. The real password counts, with https and without.\ndocumented, TPL-3',
  goesOn: true,
};

/** Those that the service knows have their place above. */
function ownParameters(own: Readonly<Record<string, string>>): readonly CompletionItem[] {
  return Object.keys(own)
    .filter(
      (name) => isParameterName(name) && !isCatalogueParameter(name) && accountNodeOf(name) === undefined,
    )
    .map((name) => ({
      label: `%${name}%`,
      insert: `%${name}%`,
      kind: 'parameter',
      detail: shownValue(name, own[name] ?? ''),
      documentation: 'A parameter of your own, set beside the test upload.\ndocumented, TPL-1',
    }));
}

function shownValue(name: string, value: string): string {
  if (value === '') return 'empty';
  if (isSecretName(name)) return dots;
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
