/**
 * Editing one key of an Account XML (ACC-6): its bytes change and no others. The answer is a list
 * of edits of the text, so that an editor can make them part of its own history.
 */
import type { TextEdit } from '../source/diagnostics.ts';
import { forbiddenCharacters, isXmlSpace, nameEnd } from '../xml/characters.ts';
import { insertChild } from './insert-child.ts';
import { valueInEffect } from './localised-value.ts';
import { type Account, type AccountChoice, readAccount } from './read-account.ts';
import { replaceOwnText } from './replace-own-text.ts';
import { withItsLine } from './whole-line.ts';

export type EditOutcome =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** Nothing is changed; `reason` is for people. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Sets a key to a value; an empty one empties it. A key that is not there becomes the last child. */
export function setKey(text: string, choice: AccountChoice, key: string, value: string): EditOutcome {
  const { account, diagnostics } = readAccount(text, choice);
  if (!account)
    return refuse(diagnostics.find((one) => one.severity === 'error')?.message ?? 'There is no account.');
  const reason = whyNot(key, value);
  if (reason !== null) return refuse(reason);
  const wanted = readsAs(value);
  if ((account.value(key)?.text ?? '') === wanted) return { kind: 'edits', edits: [] };
  for (const whole of [false, true]) {
    const edits = editsFor(text, account, choice, key, wanted, whole);
    const readBack = readAccount(applyEdits(text, edits), choice).account?.value(key)?.text;
    if (readBack === wanted) return { kind: 'edits', edits };
  }
  return refuse(`<${key}> can't be edited here: the document is not well-formed around it. Fix that first.`);
}

/** Why no document can have this key with this value; null where it can. */
export function whyNot(key: string, value: string): string | null {
  if (key === '' || nameEnd(key, 0) !== key.length) return `"${key}" is no name of an XML element.`;
  const forbidden = value.matchAll(forbiddenCharacters).next().value;
  return forbidden
    ? `XML can't hold the character U+${codeOf(forbidden[0])}: remove it from the value.`
    : null;
}

/** Takes every node of that name, each with its line where it stands alone on it. */
export function removeKey(text: string, choice: AccountChoice, key: string): EditOutcome {
  const { account, diagnostics } = readAccount(text, choice);
  if (!account)
    return refuse(diagnostics.find((one) => one.severity === 'error')?.message ?? 'There is no account.');
  const nodes = account.element.children.filter((child) => child.name === key);
  return { kind: 'edits', edits: nodes.map((node) => ({ range: withItsLine(text, node), text: '' })) };
}

/** Makes edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    result += text.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return result + text.slice(at);
}

/** The document's own line end: that of its first line. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The node in effect is edited (ACC-4): of a localised one the text that is read (ACC-3). */
export function editsFor(
  text: string,
  account: Account,
  choice: AccountChoice,
  key: string,
  value: string,
  whole: boolean,
): readonly TextEdit[] {
  const lineEnd = lineEndOf(text);
  const node = account.nodes.get(key);
  if (!node) return [insertChild(text, account.element, key, value, lineEnd)];
  const inEffect = valueInEffect(text, node, choice.locale).element;
  return inEffect
    ? replaceOwnText(text, inEffect, value, lineEnd, whole)
    : [insertChild(text, node, 'value', value, lineEnd)];
}

/** What a value that is set reads back as: line breaks are LF, outer white space is no part of it (ACC-2). */
export function readsAs(value: string): string {
  return trim(value.replaceAll('\r\n', '\n'));
}

function trim(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isXmlSpace(value.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(value.charCodeAt(end - 1))) end--;
  return value.slice(start, end);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function refuse(reason: string): EditOutcome {
  return { kind: 'refused', reason };
}
