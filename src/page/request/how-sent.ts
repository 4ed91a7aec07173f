/** How a span of the request came to look as it does, in a sentence, with the rules behind it. */
import type { Assumptions } from '../../core/assumptions.ts';
import type { BuiltRequest } from '../../core/build-request.ts';
import { percentEncode } from '../../core/template/percent-encoding.ts';
import { decodeRuns } from '../../core/xml/source-text.ts';
import type { RequestPlace, SourceOrigin } from '../../language/request-spans.ts';

/** `typed`: text of the template itself. */
export type SpanKind = 'parameter' | 'call' | 'unknown' | 'typed' | 'media';

export interface HowSent {
  readonly encoding: string;
  readonly rules: readonly string[];
}

export function howSent(
  built: BuiltRequest,
  at: RequestPlace,
  origin: SourceOrigin,
  kind: SpanKind,
  value: string | null,
  sent: string,
): HowSent {
  if (kind === 'media') return { encoding: 'The bytes of the file, as they are.', rules: [] };
  if (origin.kind === 'literal') return typedText(built, at, origin.range, sent);
  if (origin.masked)
    return { encoding: 'The URL isn’t https: asterisks are sent in its place.', rules: ['TPL-6'] };
  if (kind === 'unknown') return { encoding: whatIsWrong(built, origin), rules: [] };
  const { encoding, rule } = encodedAt(built, at, value ?? sent, sent, origin.secret === true);
  return { encoding, rules: [rule] };
}

function whatIsWrong({ diagnostics, inputs }: BuiltRequest, { range }: SourceOrigin): string {
  const said = diagnostics.find(
    (one) =>
      unknownRules.has(one.rule) &&
      one.range !== undefined &&
      range.start <= one.range.start &&
      one.range.end <= range.end,
  );
  if (said) return said.message;
  return inputs.assumptions['unknown-parameter'] === 'keep'
    ? 'Unknown: sent literally.'
    : 'Unknown: sent empty.';
}

const unknownRules: ReadonlySet<string> = new Set(['TPL-3', 'TPL-5', 'TPL-12']);

function encodedAt(
  { inputs }: BuiltRequest,
  at: RequestPlace,
  value: string,
  sent: string,
  isSecret: boolean,
): { readonly encoding: string; readonly rule: string } {
  const isSame = value === sent;
  switch (at.kind) {
    case 'host':
      return { rule: 'TPL-9', encoding: 'Put in as it is: nothing is encoded in the host.' };
    case 'target':
      return {
        rule: 'TPL-8',
        encoding: inUrl(inputs.assumptions['url-encoding'], value, isSecret ? null : sent),
      };
    case 'header':
    case 'header-name':
      return {
        rule: 'TPL-11',
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the three that would end the line or the head
        encoding: /[\r\n\u0000]/.test(value)
          ? 'Put in as it is, in UTF-8; each line break and NUL is sent as a space.'
          : 'Put in as it is, in UTF-8.',
      };
    case 'part-name':
      return {
        rule: 'MP-6',
        encoding: isSame ? 'Put in as it is, in UTF-8.' : 'Put in with what can’t stand in a name escaped.',
      };
    case 'part':
    case 'media':
      return { rule: 'TPL-10', encoding: 'Put in as it is, in UTF-8: nothing is encoded in a part.' };
  }
}

/** Of a password nothing is said that would tell which characters it has. */
function inUrl(encoding: Assumptions['url-encoding'], value: string, sent: string | null): string {
  if (encoding === 'none')
    return sent === null || value === sent
      ? 'Put in as it is.'
      : 'Put in as it is; the URL parser encoded it.';
  if (sent === null) return 'Percent-encoded for the URL.';
  const encoded = percentEncode(value);
  if (encoded === value) return 'Percent-encoded for the URL, which changes nothing here.';
  return encoding === 'form' && encoded.includes('%20')
    ? 'Percent-encoded for the URL; a space in the query is +.'
    : 'Percent-encoded for the URL.';
}

function typedText(
  { inputs }: BuiltRequest,
  at: RequestPlace,
  range: { readonly start: number; readonly end: number },
  sent: string,
): HowSent {
  const written = inputs.xml.slice(range.start, range.end);
  const rules = typedRules[at.kind];
  if (written === sent) return { encoding: 'Sent as it is typed.', rules };
  const read = decodeRuns(inputs.xml, [{ kind: 'text', ...range }], range).text;
  if (read === sent) return { encoding: 'Sent as XML has it: &amp; stands for &.', rules };
  if (at.kind === 'part' || at.kind === 'part-name')
    return { encoding: 'Form-decoded: + is sent as a space, %HH as that byte.', rules };
  if (at.kind === 'target' || at.kind === 'host')
    return { encoding: 'Written by the URL parser as a URL has it.', rules };
  return { encoding: 'Sent as it is read from the XML.', rules };
}

const typedRules = {
  host: ['URL-1'],
  target: ['URL-2'],
  'header-name': ['HDR-2'],
  header: ['HDR-2'],
  'part-name': ['MP-2', 'MP-6'],
  part: ['MP-2'],
  media: ['MP-3'],
} satisfies Record<RequestPlace['kind'], readonly string[]>;
