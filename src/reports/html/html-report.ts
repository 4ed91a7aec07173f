/**
 * A report as one HTML page without a script, for mail, an archive, a printer. It carries a policy of its own that
 * allows nothing but its one style sheet, names no other address, and everything in it is text.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { tryParseUrl } from '../../core/try-parse-url.ts';
import type { CheckReport } from '../../server-check/report.ts';
import type { ReportComparison } from '../compare-reports.ts';
import { headline } from '../outcomes.ts';
import { comparisonSection } from './comparison-section.ts';
import { diagnosisSection } from './diagnosis-section.ts';
import { html, Markup } from './markup.ts';
import { overview } from './overview.ts';
import { scenariosSection } from './scenarios-section.ts';
import { style } from './style.ts';

export interface HtmlReportChoices {
  /** With an earlier check of the same server. */
  readonly comparison?: ReportComparison;
}

export function htmlReport(report: CheckReport, { comparison }: HtmlReportChoices = {}): string {
  const host = tryParseUrl(report.url)?.host;
  const title = `${headline(report)}${host ? `: ${host}` : ''}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="referrer" content="no-referrer" />
<meta name="robots" content="noindex" />
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
${overview(report)}
${report.diagnosis && diagnosisSection(report.diagnosis, report.results)}
${comparison ? comparisonSection(comparison) : null}
${scenariosSection(report.results)}
</main>
<footer>
<p>Written by ${report.product}. Passwords and other secrets were masked when the check was recorded.</p>
</footer>
</body>
</html>
`;
  return page.html;
}

const hash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(style))));
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
