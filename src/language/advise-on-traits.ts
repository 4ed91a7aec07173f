import type { BuiltRequest } from '../core/build-request.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import type { AdviceDraft, AdviceId } from './advices.ts';
import { traitsOf } from './measured-traits.ts';
import {
  faultsOf,
  measuredServers,
  measuredVariant,
  outcomeMeanings,
  serversWrong,
  type VariantId,
} from './server-table.ts';

type Text = Pick<AdviceDraft, 'id' | 'severity' | 'message'>;

const advice = (id: AdviceId, severity: Text['severity'], message: string): Text => ({
  id,
  severity,
  message,
});

const plainNames = 'Use letters, digits, _ and -: such names are right everywhere.';

const texts: { readonly [Variant in VariantId]?: Text } = {
  'value-not-utf8': advice(
    'value-not-utf8',
    'warning',
    'These bytes are no UTF-8, though the Content-Type says charset=utf-8: most servers replace them, drop them or refuse the request. Write the letter itself, or its UTF-8 escapes (%C3%A9 for é).',
  ),
  'value-bom': advice(
    'value-bom',
    'info',
    'This value begins with the invisible character U+FEFF: some servers drop it, so what arrives is not what was sent. Remove it.',
  ),
  'part-name-empty': advice(
    'part-name-empty',
    'warning',
    `This part has no name: many servers lose it or refuse the request. ${plainNames}`,
  ),
  'part-name-quote': advice(
    'part-name-quote',
    'warning',
    `This part name has a double quote: many servers lose the field. ${plainNames}`,
  ),
  'part-name-brackets': advice(
    'part-name-brackets',
    'warning',
    `This part name has a space or square brackets: PHP turns a space into _ and reads [ ] as nesting, as some others do. Measured was a name with both. ${plainNames}`,
  ),
  'part-name-dot': advice(
    'part-name-dot',
    'info',
    `This part name has a dot: PHP turns it into _. ${plainNames}`,
  ),
  'part-name-letters': advice(
    'part-name-letters',
    'info',
    `This part name has letters beyond ASCII, sent as UTF-8: busboy and multer read them as latin-1. ${plainNames}`,
  ),
  'part-name-twice': advice(
    'part-name-twice',
    'warning',
    'A part of this name stands before: PHP and Rack keep only the last of them. Give each its own name.',
  ),
  'part-name-charset': advice(
    'part-name-charset',
    'warning',
    'A part named _charset_ has a meaning of its own (RFC 7578, section 4.6), and a server may refuse the request. Choose another name.',
  ),
  'apostrophe-file-name': advice(
    'file-name-apostrophe',
    'warning',
    "The file name has an apostrophe and is written without quotes: Python's email parser then takes the file for a text field. Rename the file, or read it with another parser.",
  ),
  'percent-file-name': advice(
    'file-name-percent',
    'info',
    'The file name has %22 or %25 in it: some servers decode that to " or %. Do not rely on the name.',
  ),
  'path-file-name': advice(
    'file-name-path',
    'info',
    'The file name has a / in it: some servers keep only what follows the last one. Do not rely on the name.',
  ),
  'line-break-file-name': advice(
    'file-name-line-break',
    'info',
    'The file name has a line break, sent as %0D%0A or %0A: most servers keep those characters as they are. Do not rely on the name.',
  ),
  'special-boundary': advice(
    'special-boundary',
    'info',
    'The boundary has characters other than letters, digits, _ and -: some servers refuse the request. Measured was one boundary of 70 characters with many such ones; which of them matter is unknown.',
  ),
};

/** Part names, file names and values, each at its place, with the servers that go wrong. */
export function adviseOnTraits({ inputs }: BuiltRequest, plan: RequestPlan): readonly AdviceDraft[] {
  const file = plan.parts.find((part) => part.isFile);
  return traitsOf(plan, inputs.xml).flatMap(({ variant, range }): AdviceDraft[] => {
    const text = texts[variant];
    if (!text) return [];
    const place = range ?? (text.id.startsWith('file-name') ? file?.range : undefined);
    return [{ ...text, rationale: rationaleOf(variant), ...(place && { range: place }), variant }];
  });
}

/** More names than these are not read: a few stand for them. */
const mostNames = 8;
const examples = 5;

function rationaleOf(variant: VariantId): string {
  const faults = faultsOf(variant);
  const names = faults.flatMap(([, servers]) => servers);
  const how = faults
    .map(([outcome, servers]) => `${outcomeMeanings[outcome]}: ${servers.join(', ')}`)
    .join('; ');
  const which = names.length <= mostNames ? how : `such as ${names.slice(0, examples).join(', ')}`;
  const isQuoted = measuredVariant(variant).quoted;
  const blind = isQuoted ? '' : ` ${serversWrong('bare-names').join(' and ')} can't read bare names at all.`;
  return `Measured with ${isQuoted ? 'all names quoted' : 'bare names'}: wrong on ${names.length} of ${measuredServers.length} servers (${which}).${blind}`;
}
