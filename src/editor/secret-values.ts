/**
 * Where a document holds passwords, so that the editor can hide them from onlookers. A view,
 * not a reading of the account: it looks at the text alone and errs on the side of hiding.
 */
import type { Range } from '../core/diagnostics.ts';

const secretElement =
  /<([^\s<>/!?]*(?:passw|pwd|secret|token|apikey|api_key)[^\s<>/]*)(?:\s[^<>]*)?>(<!\[CDATA\[[\s\S]*?\]\]>|[^<]*)<\//gi;

/** A template that only refers to a password holds none. */
const onlyReferences = /^(?:\s|%[^%\s]+%)*$/;

/** Whether a value may be shown to onlookers though its name speaks of a secret. */
export function holdsNoSecret(value: string): boolean {
  return onlyReferences.test(value);
}

export function secretRanges(text: string): Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(secretElement)) {
    const content = match[2] ?? '';
    if (holdsNoSecret(content)) continue;
    const value = content.trim();
    const start = match.index + match[0].length - '</'.length - content.length + content.indexOf(value);
    ranges.push({ start, end: start + value.length });
  }
  return ranges;
}
