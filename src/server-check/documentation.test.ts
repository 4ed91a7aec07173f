import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ScenarioDefinition } from './definition.ts';
import { defaultLimits } from './run-check.ts';
import { type ScenarioGroup, scenarioGroups } from './scenario.ts';
import { allScenarios } from './scenarios/all-scenarios.ts';

/** Written anew by `npm run unit -- src/server-check -u`. */
it('the documentation holds the scenarios as they are', async () => {
  await expect(documentation()).toMatchFileSnapshot('../../docs/check-server.md');
});

const groups = Object.entries(scenarioGroups) as [ScenarioGroup, string][];

function row({ name, title, why, request, expected, failure, rule, onlyAsked }: ScenarioDefinition): string {
  const cells = [
    `\`${name}\`${onlyAsked ? ' (asked for)' : ''}`,
    `**${title}.** ${why}`,
    request,
    expected,
    failure,
    rule,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |`;
}

function section([group, title]: readonly [ScenarioGroup, string]): string {
  const rows = allScenarios.filter((one) => one.group === group).map(row);
  return `### ${title}: \`${group}\`

| scenario | why | what is sent | expected | else | rule |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** The page as it is, with the tables as they should be: they stand in the section of the scenarios. */
function documentation(): string {
  const page = readFileSync(new URL('../../docs/check-server.md', import.meta.url), 'utf8');
  const start = page.indexOf('\n### ', page.indexOf('\n## The scenarios\n')) + 1;
  const end = page.indexOf('\n## ', start) + 1;
  return `${page.slice(0, start) + groups.map(section).join('\n')}\n${page.slice(end)}`;
}

it.each([
  `within ${defaultLimits.seconds} s (\`--time SECONDS\`) or ${defaultLimits.requests} requests`,
])('the documentation says %s', (text) => {
  const page = readFileSync(new URL('../../docs/check-server.md', import.meta.url), 'utf8');
  expect(page.replaceAll(/\s+/g, ' ')).toContain(text);
});
