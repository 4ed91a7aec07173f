import type { Diagnostic, Range } from './source/diagnostics.ts';
import { lastAtOrBefore } from './source/last-at-or-before.ts';

/** One mistake is reported once: that a URL's parser encodes the braces of `${to}` is no news beside TPL-12. */
export function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const reported = diagnostics
    .flatMap(({ rule, range }): Range[] => (rule === 'TPL-12' && range ? [range] : []))
    .toSorted((a, b) => a.start - b.start);
  if (reported.length === 0) return diagnostics;
  return diagnostics.filter(({ rule, range }) => {
    if (!range || rule !== 'URL-2') return true;
    const near =
      reported[lastAtOrBefore(reported.length, (index) => reported[index]?.start ?? 0, range.start)];
    return near === undefined || range.start < near.start || range.end > near.end;
  });
}
