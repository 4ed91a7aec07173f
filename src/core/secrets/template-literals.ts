/** What of a template is typed: parameters bring in values, which are no secret of the template. */
import type { Range } from '../source/diagnostics.ts';
import { lastAtOrBefore } from '../source/last-at-or-before.ts';
import { parseTemplate, type TemplateToken } from '../template/template-tokens.ts';

export interface Literal extends Range {
  /** An argument of `%sha1(…)%`. */
  readonly isHashed: boolean;
}

export class TemplateLiterals {
  readonly all: readonly Literal[];
  private readonly text: string;

  constructor(text: string, isExpanded = false) {
    this.text = text;
    this.all =
      !isExpanded && text.includes('%')
        ? literalsOf(parseTemplate(text, () => false))
        : [{ start: 0, end: text.length, isHashed: false }];
  }

  /** The typed parts of a value, without the white space at its ends; none where it is parameters alone. */
  within(start: number, end: number): readonly Range[] {
    const value = trimmed(this.text, start, end);
    const typed = this.overlapping(value);
    const isWhole = typed.length === 1 && typed[0]?.start === value.start && typed[0].end === value.end;
    // What stands between two parameters, such as a colon, tells nothing.
    return isWhole
      ? typed
      : typed.filter((part) => /[\p{L}\p{N}]/u.test(this.text.slice(part.start, part.end)));
  }

  private overlapping({ start, end }: Range): readonly Range[] {
    const found: Range[] = [];
    const first = lastAtOrBefore(this.all.length, (index) => this.all[index]?.start ?? 0, start);
    for (let index = Math.max(0, first); index < this.all.length; index++) {
      const literal = this.all[index];
      if (literal === undefined || literal.start >= end) break;
      const part = trimmed(this.text, Math.max(start, literal.start), Math.min(end, literal.end));
      if (part.end > part.start) found.push(part);
    }
    return found;
  }
}

function literalsOf(tokens: readonly TemplateToken[]): readonly Literal[] {
  const found: Literal[] = [];
  // Calls may be nested a thousand deep: no recursion.
  const open = [{ tokens, next: 0 }];
  for (;;) {
    const frame = open.at(-1);
    if (frame === undefined) return found;
    const token = frame.tokens[frame.next++];
    if (token === undefined) open.pop();
    else if (token.kind === 'call') open.push({ tokens: token.argument, next: 0 });
    else if (token.kind === 'literal')
      found.push({ start: token.start, end: token.end, isHashed: open.length > 1 });
  }
}

export function trimmed(text: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
