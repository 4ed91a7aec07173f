/** What became better and worse since an earlier check. */
import type { OutcomeChange, ReportComparison } from '../compare-reports.ts';
import { outcomeNames } from '../outcomes.ts';
import { html, type Markup } from './markup.ts';
import { scenarioId } from './scenario-id.ts';
import { dateText } from './times.ts';

export function comparisonSection(comparison: ReportComparison): Markup {
  const { earlier, isSameTarget, better, worse, added, gone, same } = comparison;
  const lists = [
    changeList('Worse', worse),
    changeList('Better', better),
    changeList('Only in this check', added),
    changeList('Only in the earlier check', gone),
  ];
  return html`<section aria-labelledby="comparison">
<h2 id="comparison">Compared with ${dateText(earlier)}</h2>
${isSameTarget ? null : html`<p class="notice">The earlier check was of another method or URL.</p>`}
${lists}
<p class="muted">Same result: ${same}</p>
</section>`;
}

function changeList(title: string, changes: readonly OutcomeChange[]): Markup | null {
  if (changes.length === 0) return null;
  return html`<h3>${title}</h3>
<ul class="changes">${changes.map(
    ({ name, title: scenario, from, to }) =>
      html`<li>${to === 'not-run' ? scenario : html`<a href="#${scenarioId(name)}">${scenario}</a>`} <span class="muted">${outcomeNames[from]} → ${outcomeNames[to]}</span></li>`,
  )}</ul>
`;
}
