/** What the likely readers were measured to get wrong in the very requests that failed. */
import {
  isOutcomeLost,
  measuredServers,
  measuredVariant,
  measuredVariants,
  outcomeMeanings,
} from '../../language/server-table.ts';
import type { Remedy } from '../../server-check/report.ts';
import { type Facts, likelyReaders } from '../facts.ts';
import { failures } from './form.ts';

export interface MeasuredFault {
  readonly scenario: string;
  /** As evidence. */
  readonly text: string;
}

/** `causes/form.ts` tells these, by what was tried. */
const ownCauses: ReadonlySet<string> = new Set(['bare-names', 'put-bare', 'put-quoted']);

/** Those that every likely reader has. */
export function measuredFaults(facts: Facts): readonly MeasuredFault[] {
  const readers = likelyReaders(facts);
  if (readers.length === 0) return [];
  const bare = measuredVariant('bare-names').outcomes;
  // One that reads no bare names says nothing about what else is in a request with such.
  const isBlind = readers.some(({ server }) => isOutcomeLost(bare[measuredServers.indexOf(server)] ?? '·'));
  return failures(facts).flatMap((scenario) => {
    const rows = facts.evidence.result(scenario)?.variants ?? [];
    const row = measuredVariants.find(
      ({ id, outcomes, quoted }) =>
        rows.includes(id) &&
        !ownCauses.has(id) &&
        (quoted || !isBlind) &&
        readers.every(({ server }) => isOutcomeLost(outcomes[measuredServers.indexOf(server)] ?? '·')),
    );
    const [first] = readers;
    if (row === undefined || first === undefined) return [];
    const outcome = row.outcomes[measuredServers.indexOf(first.server)] ?? '·';
    return [{ scenario, text: `${scenario}: “${row.title}” was measured: ${outcomeMeanings[outcome]}.` }];
  });
}

const python: Remedy = {
  kind: 'lines',
  text: 'Python’s email and cgi modules are no form parsers. Use one:',
  where: 'the handler (pip install werkzeug)',
  lines: 'from werkzeug.formparser import parse_form_data\nstream, form, files = parse_form_data(environ)',
};

const node: Remedy = {
  kind: 'lines',
  text: 'The formData() of fetch refuses what browsers never write. Parse with busboy:',
  where: 'the handler',
  lines: "const form = busboy({ headers: request.headers, defParamCharset: 'utf8' });",
};

/** Another parser, where one is known that reads it. */
export function parserRemedies(facts: Facts): readonly Remedy[] {
  const ids = likelyReaders(facts).map(({ server }) => server.id);
  if (ids.some((id) => id === 'pyemail' || id === 'pycgi')) return [python];
  if (ids.some((id) => id === 'undici' || id === 'hono')) return [node];
  return [
    {
      kind: 'advice',
      text: 'A newer version or another parser may read it; the table of 26 servers shows which do.',
    },
  ];
}
