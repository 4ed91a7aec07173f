import type { Fix } from '../source/diagnostics.ts';
import { isUnbroken, type SourceText, sourceRange } from './source-text.ts';

/**
 * Writes `text` in place of a value's characters from `start` to `end`; none where a comment or the
 * mark of a CDATA section stands among them. `text` is XML already.
 */
export function sourceFix(
  value: SourceText,
  { start, end }: { readonly start: number; readonly end: number },
  title: string,
  text: string,
): Fix | undefined {
  if (!isUnbroken(value, start, end)) return undefined;
  return { title, edits: [{ range: sourceRange(value, start, end), text }] };
}
