/** What the card says of one span of the request: its value, how it was encoded, where it came from. */
import type { AssumptionId } from '../../core/assumptions.ts';
import type { BuiltRequest, UsedParameter, ValueSource } from '../../core/build-request.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { positionLookup, type Range } from '../../core/source/diagnostics.ts';
import { isHiddenOnScreen } from '../../core/source/secret-masking.ts';
import { accountNodeOf, recipient, recipientAlias } from '../../core/template/parameter-catalogue.ts';
import type { RequestPlace, SourceOrigin } from '../../language/request-spans.ts';
import { hostPieces } from './host-pieces.ts';
import { type HowSent, howSent, type SpanKind } from './how-sent.ts';
import { type PlaceKey, type RequestSource, sourcesOf } from './request-sources.ts';

export interface SpanFacts extends HowSent {
  /** `part to`, `header X-Media-Size`. */
  readonly label: string;
  readonly kind: SpanKind;
  /** As in `Origin.parameter`; null where there is none. */
  readonly parameter: string | null;
  /** Before it was encoded; null where it has no other form than the one that is sent. */
  readonly value: string | null;
  readonly sent: string;
  /** A password: neither may be shown to onlookers (asterisks of TPL-6 may). */
  readonly hides: { readonly value: boolean; readonly sent: boolean };
  /** In words, where the value comes from; null where it is what is typed in the template. */
  readonly from: string | null;
  /** The key whose template holds it, and the line. */
  readonly node: string;
  readonly line: number;
  /** What to show in the XML. */
  readonly range: Range;
  /** Null: it is no text. */
  readonly edit: EditPlace | null;
  readonly rules: readonly string[];
  readonly assumptions: readonly AssumptionId[];
}

/** Where the value can be changed. */
export type EditPlace =
  | { readonly kind: 'field'; readonly parameter: string }
  | { readonly kind: 'xml'; readonly range: Range };

/** Null where the place is in the request no more. */
export function spanFacts(built: BuiltRequest, place: PlaceKey): SpanFacts | null {
  const source = sourcesOf(built).get(place);
  const plan = built.request;
  if (!source || !plan) return null;
  const { at, origin, label, range, parameter } = source;
  const kind = kindOf(built, source);
  const used = kind === 'parameter' ? built.parameters.find(({ name }) => name === parameter) : undefined;
  const sent = sentAt(plan, at, source);
  const value = used?.value ?? null;
  const how = howSent(built, at, origin, kind, value, sent);
  const isSecret = origin.kind === 'parameter' && origin.secret === true;
  return {
    ...how,
    label,
    kind,
    parameter,
    value,
    sent,
    hides: { value: isSecret, sent: isHiddenOnScreen(origin) && sent !== '' },
    from: used ? whereFrom(built, used) : null,
    node: origin.node,
    line: lineOf(built, range),
    range,
    edit: kind === 'media' ? null : editPlace(used, range),
    rules: [...ownRules(built, origin, kind), ...how.rules],
    assumptions: assumptionsAt(built, at, origin),
  };
}

function kindOf({ unknown }: BuiltRequest, { at, origin }: RequestSource): SpanKind {
  if (at.kind === 'media') return 'media';
  if (origin.kind === 'literal') return 'typed';
  if (unknown.some(({ name }) => name === origin.parameter)) return 'unknown';
  return origin.parameter.includes('(') ? 'call' : 'parameter';
}

/** Bytes of a part's value that are decoded to be shown. */
const maxBytes = 2000;

function sentAt(plan: RequestPlan, at: RequestPlace, source: RequestSource): string {
  switch (at.kind) {
    case 'host':
      return hostPieces(plan)?.find(({ piece }) => piece === at.piece)?.text ?? source.text;
    case 'target':
      return plan.targetPieces[at.piece]?.text ?? '';
    case 'header-name':
      return plan.headers[at.header]?.name ?? '';
    case 'header':
      return plan.headers[at.header]?.pieces[at.piece]?.text ?? '';
    case 'part-name':
    case 'part': {
      const segment = plan.body[at.segment];
      if (segment?.kind !== 'bytes') return '';
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(segment.bytes.subarray(0, maxBytes));
    }
    case 'media':
      return plan.fileName;
  }
}

function whereFrom(built: BuiltRequest, { name, source }: UsedParameter): string {
  const text = sourceText(built, name, source);
  const { rewriting } = built;
  if (name !== recipient || !rewriting || rewriting.from === rewriting.to) return text;
  return `${text}: number rewriting made it of ${rewriting.from}`;
}

function sourceText(built: BuiltRequest, name: string, source: ValueSource): string {
  switch (source.kind) {
    case 'user':
      return `the field “${name}”, set by you`;
    case 'node':
      return `<${accountNodeOf(name) ?? name}>, line\u00A0${lineOf(built, source.range)}`;
    case 'media':
      return 'the media';
    case 'locale':
      return 'the chosen locale';
    case 'unset':
      return accountNodeOf(name) === undefined ? 'not set, so it is empty' : 'no such node, so it is empty';
  }
}

function editPlace(used: UsedParameter | undefined, range: Range): EditPlace {
  if (!used) return { kind: 'xml', range };
  const { name, source } = used;
  if (source.kind === 'node') return { kind: 'xml', range: source.range };
  // A node that is missing is missing in the XML.
  if (source.kind === 'unset' && accountNodeOf(name) !== undefined) return { kind: 'xml', range };
  return { kind: 'field', parameter: name };
}

function ownRules(built: BuiltRequest, origin: SourceOrigin, kind: SpanKind): readonly string[] {
  switch (kind) {
    case 'media':
      return ['MP-3', 'MP-8'];
    case 'typed':
      return [];
    case 'unknown':
      return [origin.kind === 'parameter' && origin.parameter.includes('(') ? 'TPL-3' : 'TPL-5'];
    case 'call':
      return ['TPL-3'];
    case 'parameter': {
      if (origin.kind !== 'parameter') return [];
      const { parameter, range } = origin;
      const written = built.inputs.xml.slice(range.start, range.end);
      const isRewritten = parameter === recipient && built.rewriting !== null;
      return [
        accountNodeOf(parameter) === undefined ? 'TPL-1' : 'TPL-2',
        ...(parameter === recipient && written.includes(recipientAlias) ? ['TPL-7'] : []),
        ...(isRewritten ? ['REW-4'] : []),
      ];
    }
  }
}

/** Those that touch a whole part say something of its name, or of its file, and nothing of its value. */
const onlyAt: Partial<Record<AssumptionId, RequestPlace['kind']>> = {
  'part-names': 'part-name',
  'file-part-blank-line': 'media',
};

function assumptionsAt({ touched }: BuiltRequest, at: RequestPlace, { range }: SourceOrigin): AssumptionId[] {
  return touched
    .filter(({ id }) => (onlyAt[id] ?? at.kind) === at.kind)
    .filter(({ ranges }) => ranges.some(({ start, end }) => start < range.end && range.start < end))
    .map(({ id }) => id);
}

function lineOf({ inputs }: BuiltRequest, { start }: Range): number {
  return positionLookup(inputs.xml)(start).line;
}
