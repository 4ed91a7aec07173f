/** For tests only: a document with its cursor marked as `|`, and the request built from it. */

import type { BuiltRequest } from '../core/build-request.ts';
import type { TextEdit } from '../core/source/diagnostics.ts';
import { completeAt } from '../language/completion.ts';
import type { CompletionItem } from '../language/completions.ts';
import { buildFor, type ShortRequest } from './build-for-test.ts';

export interface Marked {
  readonly text: string;
  readonly offset: number;
  readonly built: BuiltRequest;
}

export function marked(xml: string, short: Omit<ShortRequest, 'xml'> = {}): Marked {
  const offset = xml.indexOf('|');
  const text = xml.slice(0, offset) + xml.slice(offset + 1);
  return { text, offset, built: buildFor({ params: { to: '+420777123456' }, ...short, xml: text }) };
}

/** Labels of what is offered at `|`. */
export function offered(xml: string, short: Omit<ShortRequest, 'xml'> = {}): readonly string[] {
  const { text, offset, built } = marked(xml, short);
  return completeAt(text, offset, built).items.map(({ label }) => label);
}

/** Labels of what a list that opens by itself offers at `|`. */
export function offeredUnasked(xml: string): readonly string[] {
  const { text, offset, built } = marked(xml);
  return completeAt(text, offset, built, 'typed').items.map(({ label }) => label);
}

export function offer(xml: string, label: string, short: Omit<ShortRequest, 'xml'> = {}): CompletionItem {
  const { text, offset, built } = marked(xml, short);
  const item = completeAt(text, offset, built).items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`${label} is not offered`);
  return item;
}

/** The document with what is offered under a label put in, and `|` where the cursor goes. */
export function taken(xml: string, label: string, short: Omit<ShortRequest, 'xml'> = {}): string {
  const { text, offset, built } = marked(xml, short);
  const { replace, items } = completeAt(text, offset, built);
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`${label} is not offered; ${items.map((other) => other.label).join(' ')}`);
  const cursor = item.cursor ?? item.insert.length;
  const insert = `${item.insert.slice(0, cursor)}|${item.insert.slice(cursor)}`;
  return withEdits(text, [{ range: replace, text: insert }, ...(item.also ?? [])]);
}

export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const backwards = edits.toSorted((a, b) => b.range.start - a.range.start);
  return backwards.reduce(
    (result, { range, text: put }) => result.slice(0, range.start) + put + result.slice(range.end),
    text,
  );
}
