/** Parts of the multipart data to put in, with the `&` between them as its place needs it (MP-1). */
import { splitSlice } from '../core/template/split-template.ts';
import { parseTemplate } from '../core/template/template-tokens.ts';
import {
  type CompletionItem,
  type Completions,
  noCompletions,
  presentDetail,
  presentLast,
  withCursor,
} from './completions.ts';
import type { ValueAt } from './value-at.ts';

const skeletons: readonly (readonly [name: string, value: string, what: string])[] = [
  ['file', '%media_content%', 'The photo or clip itself, with its file name and type.\ndocumented, MP-3'],
  ['from', '%account[username]%', 'Who sends it.\ndocumented, TPL-2'],
  ['to', '%to%', 'Who it goes to, after number rewriting.\ndocumented, TPL-1'],
  ['description', '%description%', 'The text typed beside the media, in UTF-8.\ndocumented, TPL-1'],
  ['size', '%media_size%', 'The size of the media in bytes.\ndocumented, TPL-1'],
  ['type', '%content_type%', 'The media type of the file part.\ndocumented, TPL-1'],
  [
    'hash',
    '%sha1(%account[password]%)%',
    'Proves the password without sending it: lower-case hex SHA-1.\ndocumented, TPL-3',
  ],
  ['installid', '%installid%', 'Distinguishes installations of the app.\ndocumented, TPL-1'],
  ['locale', '%locale%', 'The chosen locale, for a message in the right language.\ninferred, TPL-1'],
];

/** The part that the cursor is in, judged on the text before it. */
export interface PartAt {
  readonly start: number;
  /** What is typed of it, without the white space in front. */
  readonly typed: string;
  /** Whether the cursor is in its value, after the `=`. */
  readonly inValue: boolean;
  /** Whether it could end here: nothing half-typed stands before the cursor. */
  readonly isFinished: boolean;
}

export function partAt(text: string, at: number, isKnown: (name: string) => boolean): PartAt {
  const before = text.slice(0, at);
  const tokens = parseTemplate(before, isKnown);
  const pieces = splitSlice(before, { tokens, start: 0, end: at, separator: '' }, /&/g);
  const piece = pieces.at(-1) ?? pieces[0];
  const white = /^[ \t\r\n]*/.exec(before.slice(piece.start))?.[0].length ?? 0;
  const typed = before.slice(piece.start + white);
  const last = piece.tokens.at(-1);
  const [, value] = splitSlice(before, piece, /=/g, 1);
  const endsInParameter = last !== undefined && last.kind !== 'literal';
  return {
    start: piece.start + white,
    typed,
    inValue: value !== undefined,
    isFinished: typed !== '' && (endsInParameter || /[ \t\r\n]$/.test(typed)),
  };
}

export function completeParts(value: ValueAt, isKnown: (name: string) => boolean): Completions {
  const { text, at, inCdata } = value;
  const part = partAt(text, at, isKnown);
  if (part.inValue ? !part.isFinished : !/^[A-Za-z0-9_.-]*$/.test(part.typed)) return noCompletions;
  const after = /^[A-Za-z0-9_.-]*/.exec(text.slice(at))?.[0] ?? '';
  const rest = text.slice(at + after.length).trimStart();
  // In the name of a part that is there already there is nothing to put in.
  if (!part.inValue && (after !== '' || rest.startsWith('='))) return noCompletions;
  const and = inCdata ? '&' : '&amp;';
  const raw = rawAmpersand(value, part);
  const start = part.inValue ? at : raw ? part.start - 1 : part.start;
  const replace = value.rangeOf(start, at);
  if (!replace) return noCompletions;
  const leading = part.inValue || raw ? and : '';
  const trailing = text.slice(at).trimStart() === '' || rest.startsWith('&') ? '' : and;
  const names = new Set(partNames(text, isKnown));
  const items = skeletons.map(([name, put, documentation]): CompletionItem => {
    const isPresent = names.has(name);
    return {
      label: `${name}=${put}`,
      ...withCursor(`${leading}${name}=${put}|${trailing}`),
      kind: 'part',
      detail: isPresent ? presentDetail : 'a part',
      documentation,
      filter: raw ? `&${name}` : `${name}=${put}`,
      ...(isPresent && { present: true as const }),
    };
  });
  return { replace, items: presentLast(items), incomplete: false };
}

/** A `&` that was typed as it is, where XML wants `&amp;`, is written right with the part. */
function rawAmpersand(value: ValueAt, part: PartAt): boolean {
  if (value.inCdata || part.inValue || value.text[part.start - 1] !== '&') return false;
  const range = value.rangeOf(part.start - 1, part.start);
  return range !== null && range.end - range.start === 1;
}

/** Names of the parts as typed, without their parameters expanded. */
function partNames(text: string, isKnown: (name: string) => boolean): readonly string[] {
  const whole = { tokens: parseTemplate(text, isKnown), start: 0, end: text.length, separator: '' };
  return splitSlice(text, whole, /&/g).map((piece) => {
    const [name, value] = splitSlice(text, piece, /=/g, 1);
    return value === undefined ? '' : text.slice(name.start, name.end).trim();
  });
}
