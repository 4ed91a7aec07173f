/** Splitting a template at its literal text: inside a parameter or call nothing separates (TPL-3, MP-1). */
import type { TemplateToken } from './template-tokens.ts';

export interface TemplateSlice {
  readonly tokens: readonly TemplateToken[];
  /** Offsets in the template's text. */
  readonly start: number;
  readonly end: number;
  /** The text that separated it from the slice before; empty for the first. */
  readonly separator: string;
}

/** Cuts `slice` at every match of `separator` (a global pattern) in literal text, `most` times at the most. */
export function splitSlice(
  text: string,
  slice: TemplateSlice,
  separator: RegExp,
  most = Number.POSITIVE_INFINITY,
): readonly [TemplateSlice, ...TemplateSlice[]] {
  const done: TemplateSlice[] = [];
  let tokens: TemplateToken[] = [];
  let start = slice.start;
  let before = slice.separator;
  for (const token of slice.tokens) {
    if (token.kind !== 'literal') {
      tokens.push(token);
      continue;
    }
    let from = token.start;
    for (const match of text.slice(token.start, token.end).matchAll(separator)) {
      if (done.length >= most) break;
      const at = token.start + match.index;
      if (at > from) tokens.push({ kind: 'literal', start: from, end: at });
      done.push({ tokens, start, end: at, separator: before });
      before = match[0];
      tokens = [];
      from = at + match[0].length;
      start = from;
    }
    if (token.end > from) tokens.push({ kind: 'literal', start: from, end: token.end });
  }
  const last = { tokens, start, end: slice.end, separator: before };
  const [first, ...rest] = [...done, last];
  return [first ?? last, ...rest];
}

const space = /[ \t\r\n]/;

/** Without the space, tab, CR and LF typed at its ends; what a value brings is no concern of the template. */
export function trimSlice(text: string, slice: TemplateSlice): TemplateSlice {
  return trimEnd(text, trimStart(text, slice));
}

export function trimStart(text: string, slice: TemplateSlice): TemplateSlice {
  const [first, ...rest] = slice.tokens;
  if (first?.kind !== 'literal') return slice;
  let start = first.start;
  while (start < first.end && space.test(text[start] ?? '')) start++;
  if (start === first.start) return slice;
  const kept: TemplateToken[] = start < first.end ? [{ kind: 'literal', start, end: first.end }] : [];
  return { ...slice, tokens: [...kept, ...rest], start };
}

function trimEnd(text: string, slice: TemplateSlice): TemplateSlice {
  const last = slice.tokens.at(-1);
  if (last?.kind !== 'literal') return slice;
  let end = last.end;
  while (end > last.start && space.test(text[end - 1] ?? '')) end--;
  if (end === last.end) return slice;
  const kept: TemplateToken[] = end > last.start ? [{ kind: 'literal', start: last.start, end }] : [];
  return { ...slice, tokens: [...slice.tokens.slice(0, -1), ...kept], end };
}
