import { expect, test } from 'vitest';
import { refusedValues } from './refused-values.ts';
import {
  type DemoScenario,
  type DemoScenarioOption,
  demoCredentials,
  demoScenarioGroups,
  demoScenarios,
} from './scenarios.ts';

test('every scenario has a name of its own that needs no escaping in a URL', () => {
  const names = demoScenarios.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z\d-]+$/);
});

test('what an option presets is within its bounds, and no option is called as one of every scenario', () => {
  for (const option of demoScenarios.flatMap(({ options }) => options)) {
    expect(option.name).not.toMatch(/^(scenario|reply)$/);
    if (option.kind === 'number') {
      expect(option.preset).toBeGreaterThanOrEqual(option.least);
      expect(option.preset).toBeLessThanOrEqual(option.most);
    }
  }
});

test('every group has scenarios, and each stands with its own', () => {
  const groups = demoScenarios.map(({ group }) => group);
  expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual(demoScenarioGroups);
});

/** Written anew by `npm run unit -- src/demo -u`. */
test('the documentation holds the table as it is', async () => {
  await expect(documentation()).toMatchFileSnapshot('../../docs/failing-servers.md');
});

function documentation(): string {
  return `# How a server can fail

The demo media server misbehaves on request, so that you can see what the app's user would see, and try
how your own client or proxy takes it. Write the scenario into the URL, for example
\`http://localhost:PORT/demo/upload?scenario=reset&at=3000\`, or choose one in the page, by the button that
begins with “Demo server:”. That edits \`genericMediaUploadUrl\`, and gives your own URL back when you choose
“Your own URL” or undo it; nothing is sent unless you tick “Send at once” there. F9 goes to the next one.

The part of each URL that matters here stands behind \`/demo/upload?\`. Other names in the query are left alone.
Ordinary replies are in XML, or in JSON with \`reply=json\`, and by what arrived: a file that could be read gives
success and a \`media_url\` that opens it for ten minutes; no file, an empty one, or a body that can't be read gives 400 with
a message that says what is missing. \`status=402\` and other statuses from 200 to 599 give the error form whatever arrived. An unknown scenario, or an option out of bounds, is
answered with 400 and says so.

${demoScenarioGroups.map(section).join('\n')}
## Credentials

\`digest\` and \`basic\` take the user \`${demoCredentials.username}\` with the password
\`${demoCredentials.password}\`. In the page, choosing one of them sets
\`genericMediaUploadAuthUsername\` and \`genericMediaUploadAuthPassword\` too; over http you then see that Basic
is not answered, over https (a playground behind TLS) that it is. The server judges a Digest by RFC 7616 to the letter, and says in its message
what is wrong; it keeps no count of nonces, so an answer that is used twice is taken twice.

## Values for tests

These the demo server refuses whatever else arrives, as a payment service has card numbers for tests: to see what
the app shows, and for \`check-server\`. They count in ordinary replies, where a file would have given success.

| value | where | status | message |
|---|---|---|---|
${refusedValues.map(({ value, where, status, message }) => `| \`${value}\` | ${where} | ${status} | ${message} |`).join('\n')}

## Limits

Connections that misbehave are closed after ten minutes, \`endless\` gives up after 256 MiB, and 200 of them may be
open at once; the next one is answered with 503. \`GET /demo/last\` tells what arrived last, of a broken upload
as well.

What a web server can't do from behind its own address is not here: names that do not exist, ports that
refuse, certificates that do not verify, servers that demand a client certificate (\`tls-client-certificate\`), that
speak HTTP/2 only (\`tls-http2-only\`) or TLS where the URL says http (\`tls-expected\`). Each has a code and words of its own.
`;
}

function section(group: string): string {
  const rows = demoScenarios.filter((one) => one.group === group).map(row);
  return `## ${group}\n\n| scenario | what it does | options |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function row({ name, title, does, options }: DemoScenario): string {
  return `| \`scenario=${name}\` | **${title}.** ${does} | ${options.map(option).join('<br>')} |`;
}

function option(one: DemoScenarioOption): string {
  switch (one.kind) {
    case 'number':
      return `\`${one.name}=${one.preset}\`: ${one.means} (${one.least} to ${one.most})`;
    case 'choice':
      return `\`${one.name}=${one.choices[0]}\`: ${one.means}; or ${one.choices.slice(1).join(', ')}`;
  }
}
