/** A verdict for people and for programs. */
import type { Reason, Verdict } from '../../core/response/verdict.ts';

/** As `judge --format json` prints it, which leaves out what is undefined. */
export function verdictJson({ success, mediaUrl, shown, generic, path, reasons }: Verdict) {
  return {
    success,
    mediaUrl,
    shown,
    generic,
    path,
    reasons: reasons.map(({ rule, text }) => ({ rule, text })),
  };
}

/** With `--no-advice`: what made the verdict is left. */
export function withoutAdvice(verdict: Verdict): Verdict {
  return { ...verdict, reasons: verdict.reasons.filter(({ tone }) => tone !== 'advice') };
}

const marks = { pass: '+', fail: '-', advice: '! advice' } as const;

/** The verdict in its first line, then why, a reason a line; `lenient` for people alone. */
export function verdictLines(verdict: Verdict, lenient: readonly Reason[] = []): readonly string[] {
  const { success, mediaUrl, shown, generic, path, reasons } = verdict;
  const lines = success
    ? ['Upload succeeded', `  media_url: ${mediaUrl ?? ''}`]
    : ['Upload failed', `  The user reads: ${shown ?? ''}${generic ? ' (the generic text)' : ''}`];
  if (path !== undefined) lines.push(`  found at ${path}`);
  for (const { rule, text, tone } of [...reasons, ...lenient]) lines.push(`  ${marks[tone]} ${rule} ${text}`);
  return lines;
}
