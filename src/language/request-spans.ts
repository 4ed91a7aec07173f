/** The request as spans that each have a source in the Account XML: what click-through goes by. */
import { multipartDataKey } from '../core/account/service-keys.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import type { Range } from '../core/source/diagnostics.ts';
import type { Origin } from '../core/source/provenance.ts';
import { dots, isHiddenOnScreen } from '../core/source/secret-masking.ts';
import { mediaContent } from '../core/template/parameter-catalogue.ts';

/** Where in a request; indices into the plan's own lists. */
export type RequestPlace =
  /** Scheme and host: an index into `urlPieces`. */
  | { readonly kind: 'host'; readonly piece: number }
  /** Path and query: an index into `targetPieces`. */
  | { readonly kind: 'target'; readonly piece: number }
  | { readonly kind: 'header-name'; readonly header: number }
  | { readonly kind: 'header'; readonly header: number; readonly piece: number }
  | { readonly kind: 'part-name' | 'part'; readonly part: number; readonly segment: number }
  | { readonly kind: 'media'; readonly part: number; readonly segment: number };

export type SourceOrigin = Exclude<Origin, { kind: 'client' }>;

export interface RequestSpan {
  readonly place: RequestPlace;
  /** For people: `URL`, `header X-Media-Size`, `part from`. */
  readonly label: string;
  /** What stands there, shortened; dots for a password. */
  readonly text: string;
  readonly origin: SourceOrigin;
}

/** In the order in which they are sent; `xml` is the Account XML that the plan was made from. */
export function spansOf(plan: RequestPlan, xml: string): readonly RequestSpan[] {
  const spans = [...narrowed(urlSpans(plan), xml), ...headerSpans(plan), ...bodySpans(plan, xml)];
  return spans.map((one) => ({ ...one, text: shown(one.text, one.origin) }));
}

/** A place as people call it. */
export function labelOf(plan: RequestPlan, place: RequestPlace): string {
  switch (place.kind) {
    case 'host':
      return 'URL, host';
    case 'target':
      return 'URL';
    case 'header-name':
      return 'header name';
    case 'header':
      return `header ${plan.headers[place.header]?.name ?? ''}`;
    case 'part-name':
      return 'part name';
    case 'part':
    case 'media':
      return `part ${plan.parts[place.part]?.name ?? ''}`;
  }
}

function span(plan: RequestPlan, place: RequestPlace, text: string, origin: Origin): RequestSpan[] {
  if (origin.kind === 'client') return [];
  return [{ place, label: labelOf(plan, place), text, origin }];
}

function urlSpans(plan: RequestPlan): RequestSpan[] {
  const written = plan.urlPieces.map((piece) => piece.text).join('');
  const hostEnd = /^[^/?#]*:\/\/[^/?#\\]*/.exec(written)?.[0].length ?? 0;
  let at = 0;
  const hosts = plan.urlPieces.flatMap((piece, index) => {
    const text = piece.text.slice(0, Math.max(0, hostEnd - at));
    at += piece.text.length;
    return text === '' ? [] : span(plan, { kind: 'host', piece: index }, text, piece.origin);
  });
  const targets = plan.targetPieces.flatMap((piece, index) =>
    span(plan, { kind: 'target', piece: index }, piece.text, piece.origin),
  );
  return [...hosts, ...targets];
}

/**
 * Text typed in one go is one literal, though host, path and query each show a part of it: each
 * is led to its own characters, where they stand in the document as they are sent.
 */
function narrowed(spans: readonly RequestSpan[], xml: string): readonly RequestSpan[] {
  let from = 0;
  return spans.map((one) => {
    const { origin, text } = one;
    if (origin.kind !== 'literal') return one;
    const { start, end } = origin.range;
    const source = xml.slice(start, end);
    const search = Math.max(0, from - start);
    for (const written of [text, text.replaceAll('&', '&amp;')]) {
      const at = source.indexOf(written, search);
      if (at < 0 || text === '') continue;
      from = start + at + written.length;
      return { ...one, origin: { ...origin, range: { start: start + at, end: from } } };
    }
    return one;
  });
}

function headerSpans(plan: RequestPlan): RequestSpan[] {
  return plan.headers.flatMap((header, index) => [
    ...span(plan, { kind: 'header-name', header: index }, header.name, header.origin),
    ...header.pieces.flatMap((piece, at) =>
      span(plan, { kind: 'header', header: index, piece: at }, piece.text, piece.origin),
    ),
  ]);
}

/** Longer values are cut before they are decoded: a span is shown, not read. */
const maxBytes = 400;

function bodySpans(plan: RequestPlan, xml: string): RequestSpan[] {
  const decoder = new TextDecoder();
  return plan.body.flatMap((segment, index) => {
    if (segment.kind === 'media') {
      const range = mediaRange(plan, segment.part, xml);
      if (!range) return [];
      const origin: Origin = { kind: 'literal', node: multipartDataKey, range };
      return span(plan, { kind: 'media', part: segment.part, segment: index }, plan.fileName, origin);
    }
    if (segment.part === null || (segment.role !== 'value' && segment.role !== 'part-name')) return [];
    const kind = segment.role === 'value' ? 'part' : 'part-name';
    const text = decoder.decode(segment.bytes.subarray(0, maxBytes));
    return span(plan, { kind, part: segment.part, segment: index }, text, segment.origin);
  });
}

/** `%media_content%` in a file part; what follows its name where it is written differently. */
function mediaRange(plan: RequestPlan, part: number, xml: string): Range | null {
  const range = plan.parts[part]?.range;
  if (!range) return null;
  let start = range.start;
  for (const segment of plan.body) {
    if (segment.kind !== 'bytes' || segment.part !== part || segment.origin.kind === 'client') continue;
    start = Math.max(start, segment.origin.range.end);
  }
  start = Math.min(start, range.end);
  const written = `%${mediaContent}%`;
  const at = xml.slice(start, range.end).indexOf(written);
  return at < 0 ? { start, end: range.end } : { start: start + at, end: start + at + written.length };
}

/** Characters of a text that are shown of a span. */
const maxShown = 80;

function shown(text: string, origin: SourceOrigin): string {
  if (isHiddenOnScreen(origin) && text !== '') return dots;
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
