import type { Diagnostic, Range } from './diagnostics.ts';
import { lastAtOrBefore } from './last-at-or-before.ts';

/** What the characters of a mistake look like to a URL's reader. */
const echoes: readonly string[] = ['URL-2', 'URL-4'];

/** One mistake is told once: of the braces of `${to}` nothing more is said than what was meant (TPL-12). */
export function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = diagnostics
    .flatMap(({ rule, range }): Range[] => (rule === 'TPL-12' && range ? [range] : []))
    .toSorted((a, b) => a.start - b.start);
  if (told.length === 0) return diagnostics;
  return diagnostics.filter(({ rule, range }) => {
    if (!range || !echoes.includes(rule)) return true;
    const near = told[lastAtOrBefore(told.length, (index) => told[index]?.start ?? 0, range.start)];
    return near === undefined || range.start < near.start || range.end > near.end;
  });
}
