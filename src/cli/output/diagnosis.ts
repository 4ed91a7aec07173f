/** The diagnosis of a check, as lines. What is likeliest wrong comes first, with the line that fixes it. */
import type { DiagnosedCause, Diagnosis, Remedy } from '../../server-check/report.ts';

export function diagnosisLines({ causes, next }: Diagnosis): readonly string[] {
  return [
    ...causes.flatMap(causeLines),
    ...(next === null ? [] : [`What would tell more: --scenario ${next.scenario}`, `  ${next.text}`]),
  ];
}

/** Names of scenarios in a line. */
const mostNames = 6;

function causeLines({ title, confidence, evidence, explains, remedies }: DiagnosedCause): readonly string[] {
  const names = explains.slice(0, mostNames).join(', ');
  const more = explains.length > mostNames ? ` and ${explains.length - mostNames} more` : '';
  return [
    `${title}. Confidence: ${confidence}.`,
    ...evidence.map((text) => `  ${text}`),
    ...(explains.length === 0 ? [] : [`  Explains: ${names}${more}`]),
    ...remedies.flatMap((remedy) => remedyLines(remedy).map((line) => `  ${line}`)),
  ];
}

function remedyLines(remedy: Remedy): readonly string[] {
  switch (remedy.kind) {
    case 'account-xml':
      return [`→ ${remedy.text} In the Account XML: ${remedy.key}=${remedy.value}`];
    case 'lines':
      return [`→ ${remedy.text} (${remedy.where})`, ...remedy.lines.split('\n').map((line) => `    ${line}`)];
    case 'advice':
      return [`→ ${remedy.text}`];
  }
}
