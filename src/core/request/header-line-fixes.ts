/** Fixes of custom header lines (HDR-4, HDR-5): how a line is fixed, and how it is removed. */
import type { Fix } from '../source/diagnostics.ts';
import type { TemplateSlice } from '../template/split-template.ts';
import type { Template } from '../template/template.ts';
import { sourceFix } from '../xml/source-fix.ts';

/** Names that don't start a sentence: only after these a colon is certainly missing. */
const surelyHeader =
  /^((?:x-[0-9a-z-]+)|authorization|user-agent|cache-control|accept(?:-[a-z]+)?|referer|cookie)([ \t]*=[ \t]*|[ \t]+)(?=\S)/i;

/** Puts a colon after the name of a line that has none. */
export function colonFix(template: Template, line: TemplateSlice): Fix | undefined {
  const match = surelyHeader.exec(template.value.text.slice(line.start, line.end));
  const [, name = '', between = ''] = match ?? [];
  if (!match) return undefined;
  const start = line.start + name.length;
  return sourceFix(template.value, { start, end: start + between.length }, 'Write the colon', ': ');
}

/** Removes the white space between a name and its colon. */
export function spaceFix(template: Template, name: TemplateSlice): Fix | undefined {
  const start = name.start + template.value.text.slice(name.start, name.end).trimEnd().length;
  return sourceFix(template.value, { start, end: name.end }, 'Remove the space', '');
}

/** Removes a line with one of its line breaks, typed or real; indentation goes with it. */
export function removalOfLine(
  template: Template,
  lines: readonly TemplateSlice[],
  index: number,
): Fix | undefined {
  const { text } = template.value;
  const [line, before, next] = [lines[index], lines[index - 1], lines[index + 1]];
  if (!line) return undefined;
  if (before) return sourceFix(template.value, { start: before.end, end: line.end }, 'Remove this line', '');
  // The next line takes the indentation of the first one.
  const indentation = next ? (/^[ \t]*/.exec(text.slice(next.start))?.[0].length ?? 0) : 0;
  const end = next ? next.start + indentation : line.end;
  return sourceFix(template.value, { start: line.start, end }, 'Remove this line', '');
}
