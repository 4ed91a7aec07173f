/** In which forms a report can be saved. */
import { tryParseUrl } from '../../core/try-parse-url.ts';
import type { CheckReport } from '../../server-check/report.ts';

export const reportForms = {
  html: { title: 'HTML', ending: 'html', tip: 'One page without scripts, to read, mail and print' },
  json: { title: 'JSON', ending: 'json', tip: 'All of it, for programs' },
  junit: { title: 'JUnit', ending: 'xml', tip: 'For continuous integration: a case for each scenario' },
} as const;

export type ReportForm = keyof typeof reportForms;

/** `check-media.example-2026-11-27.html` */
export function fileNameOf(
  form: ReportForm,
  { url, startedAt }: Pick<CheckReport, 'url' | 'startedAt'>,
): string {
  const host =
    tryParseUrl(url)
      ?.hostname.replaceAll(/[^\w.-]+/g, '-')
      .replaceAll(/^-|-$/g, '') ?? 'server';
  const day = new Date(startedAt).toISOString().slice(0, 10);
  return `check-${host}-${day}.${reportForms[form].ending}`;
}
