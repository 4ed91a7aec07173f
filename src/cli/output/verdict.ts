/** A verdict for people and for programs. */
import type { Verdict } from '../../core/response/verdict.ts';

/** As `judge --format json` prints it. */
export interface VerdictJson {
  readonly success: boolean;
  readonly mediaUrl?: string;
  /** What the user of the app reads; null on success. */
  readonly shown: string | null;
  readonly generic: boolean;
  readonly path?: string;
  readonly reasons: readonly { readonly rule: string; readonly text: string }[];
}

export function verdictJson(verdict: Verdict): VerdictJson {
  const { success, mediaUrl, shown, generic, path, reasons } = verdict;
  return {
    success,
    ...(mediaUrl === undefined ? {} : { mediaUrl }),
    shown,
    generic,
    ...(path === undefined ? {} : { path }),
    reasons: reasons.map(({ rule, text }) => ({ rule, text })),
  };
}

/** With `--no-advice`: what made the verdict is left. */
export function withoutAdvice(verdict: Verdict): Verdict {
  return { ...verdict, reasons: verdict.reasons.filter(({ tone }) => tone !== 'advice') };
}

const marks = { pass: '+', fail: '-', advice: '! advice' } as const;

/** The verdict in its first line, then why, a reason a line. */
export function verdictLines({
  success,
  mediaUrl,
  shown,
  generic,
  path,
  reasons,
}: Verdict): readonly string[] {
  const lines = success
    ? ['Upload succeeded', `  media_url: ${mediaUrl ?? ''}`]
    : ['Upload failed', `  The user reads: ${shown ?? ''}${generic ? ' (the generic text)' : ''}`];
  if (path !== undefined) lines.push(`  found at ${path}`);
  for (const { rule, text, tone } of reasons) lines.push(`  ${marks[tone]} ${rule} ${text}`);
  return lines;
}
