/** What is probably wrong with the server, how sure that is, and the change that helps. */
import type {
  Confidence,
  DiagnosedCause,
  Diagnosis,
  Remedy,
  ScenarioResult,
} from '../../server-check/report.ts';
import { html, lines, type Markup } from './markup.ts';
import { scenarioId } from './scenario-id.ts';

type Results = readonly ScenarioResult[];

export function diagnosisSection({ causes, readers, next }: Diagnosis, results: Results): Markup {
  return html`<section aria-labelledby="diagnosis">
<h2 id="diagnosis">Diagnosis</h2>
${causes.length === 0 ? html`<p class="muted">Nothing points to a cause.</p>` : null}
${causes.map((cause) => causeView(cause, results))}
${
  readers.length === 0
    ? null
    : html`<p><strong>What may read the uploads:</strong> ${readers.map(({ title }) => title).join(', ')}</p>`
}
${next === null ? null : html`<p class="notice">To tell more: ${next.text}</p>`}
</section>`;
}

const confidences = {
  high: 'Confidence: high',
  medium: 'Confidence: medium',
  low: 'Confidence: low',
} as const satisfies Record<Confidence, string>;

function causeView({ title, confidence, evidence, explains, remedies }: DiagnosedCause, results: Results) {
  return html`<article class="cause">
<h3>${title} <span class="tag ${confidence}">${confidences[confidence]}</span></h3>
${evidence.length === 0 ? null : html`<ul>${evidence.map((text) => html`<li>${text}</li>`)}</ul>`}
${remedies.map(remedyView)}
${explains.length === 0 ? null : html`<p class="muted">Explains: ${explained(explains, results)}</p>`}
</article>
`;
}

/** Links within the page alone. */
function explained(names: readonly string[], results: Results): readonly Markup[] {
  return names.map((name, index) => {
    const result = results.find((one) => one.name === name);
    const separator = index === 0 ? '' : ', ';
    return result
      ? html`${separator}<a href="#${scenarioId(name)}">${result.title}</a>`
      : html`${separator}${name}`;
  });
}

function remedyView(remedy: Remedy): Markup {
  switch (remedy.kind) {
    case 'account-xml':
      return remedyMarkup(remedy.text, 'Account XML', [`${remedy.key}: ${remedy.value}`]);
    case 'lines':
      return remedyMarkup(remedy.text, remedy.where, remedy.lines.split(/\r?\n/));
    case 'advice':
      return remedyMarkup(remedy.text, null, []);
  }
}

function remedyMarkup(text: string, where: string | null, exact: readonly string[]): Markup {
  return html`<div class="remedy">
<p>${text}</p>
${where === null ? null : html`<figure><figcaption>${where}</figcaption><pre><code>${lines(exact)}</code></pre></figure>`}
</div>
`;
}
