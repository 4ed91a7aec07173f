/** What a check comes to, before all else: one line, what was checked, totals. */
import type { CheckReport, Outcome } from '../../server-check/report.ts';
import { endTexts, headline, outcomeNames, outcomes, type Totals, totalsOf } from '../outcomes.ts';
import { html, type Markup } from './markup.ts';
import { dateText, durationText } from './times.ts';

export function overview(report: CheckReport): Markup {
  const { method, url, startedAt, milliseconds, file, results, end } = report;
  const totals = totalsOf(report);
  const requests = results.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  const ended = endTexts[end];
  return html`<header>
<p class="kicker">Media Upload Playground: server check</p>
<h1>${headline(report)}</h1>
<p class="target"><code>${method} ${url}</code></p>
${ended === null ? null : html`<p class="notice">${ended}</p>`}
<dl class="facts">
<div><dt>Checked</dt><dd>${dateText(startedAt)}</dd></div>
<div><dt>Duration</dt><dd>${durationText(milliseconds)}</dd></div>
<div><dt>Requests</dt><dd>${requests}</dd></div>
${file === '' ? null : html`<div><dt>Account XML</dt><dd>${file}</dd></div>`}
</dl>
</header>
<section aria-labelledby="totals">
<h2 id="totals" class="hidden">Totals</h2>
${bar(totals)}
<ul class="totals">
${outcomes.filter((outcome) => isAlwaysTold(outcome) || totals[outcome] > 0).map((outcome) => total(outcome, totals[outcome]))}
</ul>
</section>`;
}

/** That nothing failed is worth saying; that nothing was skipped is not. */
const isAlwaysTold = (outcome: Outcome) => ['failed', 'warning', 'passed'].includes(outcome);

function total(outcome: Outcome, count: number): Markup {
  return html`<li class="${outcome}${count === 0 ? ' none' : ''}"><b>${count}</b> ${outcomeNames[outcome]}</li>
`;
}

/** For hosts whose own policy refuses every sheet, as Jenkins does. */
const plainFills = {
  failed: '#d0434f',
  warning: '#dd9a2b',
  passed: '#2f9d63',
  observed: '#7f9cc4',
  skipped: '#c6cbd4',
  'not-run': '#c6cbd4',
} as const satisfies Record<Outcome, string>;

/** Widths are attributes of an SVG: a style of their own the page's policy would not allow. */
function bar(totals: Totals): Markup {
  const all = Math.max(
    1,
    outcomes.reduce((sum, outcome) => sum + totals[outcome], 0),
  );
  let at = 0;
  const pieces = outcomes.map((outcome) => {
    const x = at;
    at += totals[outcome];
    return html`<rect class="${outcome}" fill="${plainFills[outcome]}" x="${x}" y="0" width="${totals[outcome]}" height="1"/>`;
  });
  return html`<svg class="bar" width="100%" height="8" viewBox="0 0 ${all} 1" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}
