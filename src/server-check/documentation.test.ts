import { expect, it } from 'vitest';
import type { ScenarioDefinition } from './definition.ts';
import { defaultLimits } from './run-check.ts';
import { type ScenarioGroup, scenarioGroups } from './scenario.ts';
import { allScenarios } from './scenarios/all-scenarios.ts';

/** Written anew by `npm run unit -- -u src/server-check`. */
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

function documentation(): string {
  return `# Check a server

Will your server take everything that the app will send, and will its errors reach the user in words?
\`check-server\` asks it, in a few seconds:

\`\`\`
npm run --silent cli -- check-server account.xml --param to=+420777123456 --param description=Hello
\`\`\`

It sends what the Account XML makes the app send, with one thing changed at a time, judges each reply as the app would
(\`explain RES-1\`), and gets the file from \`media_url\` once more to see whether it is the same, byte for byte. Use an
account and a recipient that are there for tests: your server will take the uploads for real ones.

- \`--list\` lists the scenarios below, with a FILE what each would do; nothing is sent.
- \`--scenario NAME\`, as often as you like, runs these alone; the name of a group runs its usual ones. \`--all\` runs
  those too that are marked *asked for* below.
- \`--media FILE\` adds your own photo or clip to the made ones (\`own-file\`).
- \`--format json\` prints the report, for programs. \`--report-json\`, \`--report-html\` and \`--report-junit\` write it to
  a file; JUnit takes several checks, a suite each. In all of them secrets are masked.

## Before, while, after

What will be sent is said first: how many uploads and requests, how many bytes, how long at the most. Then they go out one
after the other, \`together\` alone sends two at once. A check ends after ${defaultLimits.seconds} s (\`--time SECONDS\`) or ${defaultLimits.requests} requests,
and at once with Ctrl+C; what was not sent by then is *not run*. A server that answers 429, or 503 with \`Retry-After\`, is
waited for (30 s at the most) and asked once more; if it still says 429, the check leaves it alone. A server that
can’t be reached twice in a row is not called again.

\`media_url\` is fetched as a recipient would: without a login, following two redirects at most. It is not fetched where it
names a host in your own network though the server is a public one. Of what stands there nothing is kept but its head.

| | outcome | means |
|---|---|---|
| ✓ | passed | as expected |
| ! | warning | as expected, but read why: a server that takes uploads from anybody, for one |
| ✗ | failed | the app’s user would not get what they should |
| – | skipped | can’t be asked of this configuration or this server; the reason is said |
| · | not run | the check ended before it |

| exit status | |
|---|---|
| 0 | nothing failed, everything was run |
| 1 | something failed, was not run, or nothing could be asked |
| 2 | bad usage; nothing was sent |
| 3 | the server can’t be reached |

Of several files each is a check of its own, and the largest status counts.

## The scenarios

Names stay the same over versions. Sizes are as servers count: 1 MB is 1 048 576 bytes. A server on your own computer is
being tried there: a \`media_url\` of the same computer is then what is to be expected, and \`media-url-https\` and
\`media-url-reachable\` are skipped. What must be refused is skipped where the server takes nothing at all.

${groups.map(section).join('\n')}
## Against the demo server

With the demo server of the playground all pass, with its [failing scenarios](failing-servers.md) the right ones fail. It
refuses [values for tests](failing-servers.md#values-for-tests), which \`wrong-credentials\` and \`wrong-recipient\` send.
`;
}
