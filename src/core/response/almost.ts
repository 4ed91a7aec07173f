/** What a body without the field almost holds; it never changes the verdict (RES-9). */
import type { BodyKind } from './content-kind.ts';
import { findInsideString } from './inside-string.ts';
import { advice, quote, quotePath } from './reasons.ts';
import type { Reason } from './verdict.ts';
import { pointOutPage } from './web-page.ts';
import { findWrapped, type WrappedText } from './wrapped-text.ts';

const rule = 'RES-9';
const names = { xml: 'XML', json: 'JSON' } as const;
/** Characters: a longer reply is no small mistake, and a client may give up on it (RES-7). */
const longestSearched = 1024 * 1024;

export interface SearchedBody {
  readonly text: string;
  /** As what it was read; null where it parses as neither. */
  readonly kind: BodyKind | null;
  readonly status: number;
  /** The Server header. */
  readonly server: string | undefined;
}

export function pointOutAlmost(
  { text, kind, status, server }: SearchedBody,
  name: string,
): readonly Reason[] {
  const page = () => (kind === 'json' ? [] : pointOutPage(text, status, server));
  if (text.length > longestSearched) return page();
  // A JSON string alone is read as JSON only where it is declared (RES-4).
  const outer = kind ?? (text.trimStart().startsWith('"') ? 'json' : null);
  const inside = outer && findInsideString(text, outer, name);
  if (inside) {
    const { path, kind: inner, field } = inside;
    const where = outer === 'json' ? 'the string' : 'the text of';
    const said = `${where} ${quotePath(path)} holds ${names[inner]} of its own, with ${name} at ${quotePath(field.path)}: it was serialised twice. Send that ${names[inner]} itself as the body.`;
    return [advice(rule, `${said.charAt(0).toUpperCase()}${said.slice(1)}`)];
  }
  const wrapped = kind === 'json' ? null : findWrapped(text, name);
  return wrapped ? [advice(rule, explainWrapped(text, wrapped, name))] : page();
}

function explainWrapped(text: string, { kind, start, end, field }: WrappedText, name: string): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const around = [
    ...(before === '' ? [] : [`before it stands ${shown(before)}`]),
    ...(after.trim() === '' ? [] : [`after it comes ${shown(after)}`]),
  ].join(', and ');
  return `The body holds sound ${names[kind]} with ${name} at ${quotePath(field.path)}, but ${around}. ${cause(before, after)}`;
}

function shown(text: string): string {
  if (text.replaceAll('\uFEFF', '').trim() !== '') return `"${quote(text.trim())}"`;
  return text.includes('\uFEFF') ? 'a second byte order mark (U+FEFF)' : 'white space';
}

function cause(before: string, after: string): string {
  const start = before.trim();
  if (start === '' && after.trim() === '') {
    return before.includes('\uFEFF')
      ? "Save the program's files without a byte order mark."
      : 'An XML declaration must come first of all: remove what stands before it.';
  }
  if (/^\)\]\}'?,?$/.test(start) || /^(?:while|for) ?\([\s\d;]{0,9}\) ?;?$/.test(start))
    return 'That is a prefix against inclusion as a script: leave it out for the app.';
  if (/^(?:\/\*\*\/)? ?[\w$.]{1,99} ?(?:&& ?[\w$.]{1,99} ?)?\($/.test(start) && /^\);?$/.test(after.trim()))
    return 'That is a JSONP callback: answer with the bare JSON.';
  if (/(?:Warning|Notice|Deprecated|Fatal error|Parse error)(?:<\/b>)?:/.test(start + after))
    return 'That is a message of PHP: fix its cause, and set display_errors to Off so that messages go to the log.';
  return 'Send nothing but that, often debug output is left in.';
}
