/** A table of the scenarios; each row opens what was sent and answered. */
import type { Outcome, ScenarioResult } from '../../server-check/report.ts';
import { scenarioGroups } from '../../server-check/scenario.ts';
import { allScenarios } from '../../server-check/scenarios/all-scenarios.ts';
import { outcomeNames } from '../outcomes.ts';
import { exchangeView } from './exchange-view.ts';
import { html, type Markup } from './markup.ts';
import { reasonList } from './reason-list.ts';
import { scenarioId } from './scenario-id.ts';
import { durationText } from './times.ts';

export function scenariosSection(results: readonly ScenarioResult[]): Markup {
  return html`<section aria-labelledby="scenarios">
<h2 id="scenarios">Scenarios</h2>
${results.length === 0 ? html`<p class="muted">No scenario was chosen.</p>` : tableView(results)}
</section>`;
}

function tableView(results: readonly ScenarioResult[]): Markup {
  const groups = [...new Set(results.map(({ group }) => group))];
  return html`<table>
<thead><tr><th scope="col">Result</th><th scope="col">Scenario</th><th scope="col">Rule</th><th scope="col">Duration</th></tr></thead>
${groups.map(
  (group) => html`<tbody>
<tr class="group"><th scope="rowgroup" colspan="4">${scenarioGroups[group]}</th></tr>
${results.filter((result) => result.group === group).map(rowView)}
</tbody>
`,
)}
</table>`;
}

function rowView(result: ScenarioResult): Markup {
  const { name, title, rule, outcome, milliseconds, exchanges } = result;
  return html`<tr id="${scenarioId(name)}">
<td><span class="pill ${outcome}">${outcomeNames[outcome]}</span></td>
<td>${exchanges.length === 0 ? html`<p class="title">${title}</p>${why(result)}` : details(result)}</td>
<td class="rule">${rule}</td>
<td class="time">${exchanges.length === 0 ? null : durationText(milliseconds)}</td>
</tr>
`;
}

/** The first reason stands in the row; the others come when it opens. */
function details(result: ScenarioResult): Markup {
  const { title, reasons, exchanges } = result;
  const others = isTelling(result.outcome) ? reasons.slice(1) : reasons;
  return html`<details>
<summary><span class="title">${title}</span> ${why(result)}</summary>
${meaning(result)}
${reasonList(others)}
${exchanges.map(exchangeView)}
</details>`;
}

/** As the matrix has it; nothing of a scenario that it no longer has. */
function meaning({ name, outcome }: ScenarioResult): Markup | null {
  const scenario = allScenarios.find((one) => one.name === name);
  if (!scenario) return null;
  const failure = outcome === 'failed' ? html` A failure means: ${scenario.failure}` : null;
  return html`<p class="meaning">Expected: ${scenario.expected}${failure}</p>`;
}

const isTelling = (outcome: Outcome) => outcome !== 'passed';

function why({ outcome, reasons: [first] }: ScenarioResult): Markup | null {
  return first && isTelling(outcome) ? html`<span class="why">${first.text}</span>` : null;
}
