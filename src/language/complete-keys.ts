/** Elements to start: the keys of the service, other nodes, and the rules of number rewriting. */
import { escapeText } from '../core/account/escape-text.ts';
import { keyCatalogue } from '../core/account/key-catalogue.ts';
import type { ReadDocument } from '../core/build-request.ts';
import type { Range, TextEdit } from '../core/source/diagnostics.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';
import { accountPath, isContainer, nodeNames } from './account-at.ts';
import {
  type CompletionItem,
  type Completions,
  noCompletions,
  presentDetail,
  presentLast,
  withCursor,
} from './completions.ts';
import { isOpen } from './locate.ts';
import { commonNodes, explainNode } from './node-catalogue.ts';
import { indentationAt, rewritingStructures } from './rewriting-structures.ts';
import type { Startable } from './startable.ts';

export interface StartQuestion {
  readonly text: string;
  readonly document: ReadDocument;
  /** What is being typed: from `<`, or a bare word. */
  readonly replace: Range;
  /** The element whose start tag it is, where the tag is finished. */
  readonly element: XmlElement | null;
}

/** `path` ends with the element that the new one would be a child of. */
export function completeElement(path: readonly XmlElement[], question: StartQuestion): Completions {
  const holder = holderOf(path);
  const { document, element, replace, text } = question;
  const rename = element && !isOpen(element) ? renameOf(element) : null;
  // A condition or action is offered with its type, which is no name to take.
  const startables = startablesIn(holder, text, document, replace.start).filter(
    ({ name }) => rename === null || !name.includes(' '),
  );
  if (startables.length === 0) return noCompletions;
  const present = presentIn(holder, document, element);
  const typedMark = text[replace.start] === '<' ? '<' : '';
  const end = element && isOpen(element) ? element.startTag.end : replace.end;
  const items = startables.map((startable): CompletionItem => {
    const { name, documentation, detail, kind, marked = `<${name}>|</${name}>`, repeats } = startable;
    const isPresent = present.has(name) && !repeats;
    const base = {
      label: name,
      kind,
      documentation,
      detail: isPresent ? presentDetail : detail,
      filter: typedMark + name,
      ...(isPresent && { present: true as const }),
    };
    if (rename) return { ...base, insert: typedMark + name, also: rename(name) };
    return { ...base, ...withCursor(marked), goesOn: true };
  });
  return { replace: { start: replace.start, end }, items: presentLast(items), incomplete: false };
}

/** An element without its end tag ends where the next one starts (ACC-5): its parent holds that one. */
function holderOf(path: readonly XmlElement[]): readonly XmlElement[] {
  let depth = path.length;
  for (
    let last = path[depth - 1];
    last && depth > 1 && isOpen(last) && !isContainer(last);
    last = path[depth - 1]
  )
    depth--;
  return path.slice(0, depth);
}

function startablesIn(
  path: readonly XmlElement[],
  text: string,
  document: ReadDocument,
  at: number,
): readonly Startable[] {
  const last = path.at(-1);
  if (last === undefined) return document.root === null ? [accountSkeleton(text)] : [];
  if (last.name === 'accounts') return path.length === 1 ? [accountSkeleton(text)] : [];
  if (last.name === 'account') return accountPath(path)?.node === null ? accountChildren : [];
  const structures = rewritingStructures(last.name, text, indentationAt(text, at));
  if (structures.length > 0) return structures;
  return accountPath(path)?.node === last ? [localisedValue] : [];
}

const accountChildren: readonly Startable[] = [
  ...keyCatalogue.map(
    (entry): Startable => ({
      name: entry.name,
      kind: 'key',
      detail: entry.title,
      documentation: [
        ...entry.paragraphs,
        `Default: ${entry.byDefault}`,
        `Example: ${escapeText(entry.example, '', '\n')}`,
        `${entry.standing}, ${entry.rules.join(', ')}`,
      ].join('\n'),
    }),
  ),
  ...commonNodes.map(
    (name): Startable => ({
      name,
      kind: 'node',
      detail: 'another node',
      documentation: explainNode(name) ?? '',
    }),
  ),
];

const localisedValue: Startable = {
  name: 'value',
  kind: 'structure',
  detail: 'a value for one locale',
  documentation:
    'The value whose lang is the chosen locale counts, else the one without lang.\ndocumented, ACC-3',
  marked: '<value lang="|"></value>',
  repeats: true,
};

function accountSkeleton(text: string): Startable {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    name: 'account',
    kind: 'structure',
    detail: 'an account',
    documentation:
      'The root of an Account XML, or one account among several in <accounts>.\ndocumented, ACC-1',
    marked: `<account>${lineEnd}  |${lineEnd}</account>`,
    repeats: true,
  };
}

function presentIn(
  path: readonly XmlElement[],
  document: ReadDocument,
  except: XmlElement | null,
): ReadonlySet<string> {
  const found = accountPath(path);
  if (!found || found.node) return new Set();
  const names = nodeNames(document, found.account);
  return except ? new Set([...names].filter((name) => name !== except.name)) : names;
}

/** A finished element keeps its end tag in step with its start tag. */
function renameOf(element: XmlElement): (name: string) => readonly TextEdit[] {
  const { endTag, name: old } = element;
  return (name) =>
    endTag ? [{ range: { start: endTag.start + 2, end: endTag.start + 2 + old.length }, text: name }] : [];
}
