/** Fixes that let the media be sent (MP-4). */
import { lineEndOf } from '../account/edit-account.ts';
import { insertChild } from '../account/insert-child.ts';
import type { Account } from '../account/read-account.ts';
import { multipartDataKey } from '../account/service-keys.ts';
import type { Fix } from '../source/diagnostics.ts';
import type { Expander } from '../template/expander.ts';
import { mediaContent } from '../template/parameter-catalogue.ts';
import type { Template } from '../template/template.ts';
import { sourceFix } from '../xml/source-fix.ts';

const filePart = `file=%${mediaContent}%`;

/** Adds the file part after the last part, with the `&` as its place needs it. */
export function filePartFix(expander: Expander, template: Template): Fix | undefined {
  const { text } = template.value;
  const place = { start: text.length, end: text.length };
  const and = isInCdata(expander, template, expander.range(template, place).start) ? '&' : '&amp;';
  const separator = text.endsWith('&') ? '' : and;
  return sourceFix(template.value, place, 'Add the file part', `${separator}${filePart}`);
}

/** Puts the key in where the account has none; a node that is there but empty is left to its author. */
export function multipartDataFix(text: string, account: Account): Fix | undefined {
  if (account.nodes.has(multipartDataKey) || !account.element.endTag) return undefined;
  const edit = insertChild(text, account.element, multipartDataKey, filePart, lineEndOf(text));
  return { title: `Add <${multipartDataKey}>`, edits: [edit] };
}

/** In the node's own text or that of one of its localised values (ACC-3). */
export function isInCdata(expander: Expander, template: Template, offset: number): boolean {
  const node = expander.node(template.node);
  return [node, ...(node?.children ?? [])].some((element) =>
    element?.texts.some(({ kind, start, end }) => kind === 'cdata' && start <= offset && offset <= end),
  );
}
