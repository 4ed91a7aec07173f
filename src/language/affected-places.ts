/** Between the Account XML and the request, both ways: what a place affects, and where a span came from. */

import type { BuiltRequest } from '../core/build-request.ts';
import type { Range } from '../core/source/diagnostics.ts';
import { type RequestSpan, type SourceOrigin, spansOf } from './request-spans.ts';

export interface AffectedPlace extends RequestSpan {
  /** `typed`: by what is written there. `value`: by the value of a node, through a parameter. */
  readonly by: 'typed' | 'value';
}

/** Every place of the request that a range of the Account XML affects; a cursor touches both its sides. */
export function affectedPlaces(built: BuiltRequest, range: Range): readonly AffectedPlace[] {
  if (!built.request) return [];
  const throughValues = built.parameters
    .filter(({ source }) => source.kind === 'node' && touches(source.range, range))
    .flatMap(({ occurrences }) => occurrences);
  return spansOf(built.request, built.inputs.xml).flatMap((span): AffectedPlace[] => {
    if (touches(span.origin.range, range)) return [{ ...span, by: 'typed' }];
    const isByValue =
      span.origin.kind === 'parameter' && throughValues.some((place) => within(place, span.origin.range));
    return isByValue ? [{ ...span, by: 'value' }] : [];
  });
}

export interface Source {
  /** The node whose template it was. */
  readonly node: string;
  /** What to select: the typed text, or the parameter with its percent signs. */
  readonly range: Range;
  /** `%to%`; absent for typed text. */
  readonly parameter?: string;
  /** Where the value stands, for a parameter that names a node. */
  readonly valueRange?: Range;
  /** For people: where it came from, and why it looks as it does. */
  readonly text: string;
}

/** Where a span came from. */
export function sourceOf(origin: SourceOrigin): Source {
  const { node, range } = origin;
  if (origin.kind === 'literal') return { node, range, text: `typed in <${node}>` };
  const parameter = `%${origin.parameter}%`;
  const masked = origin.masked ? '; asterisks, as the URL is not https (TPL-6)' : '';
  return {
    node,
    range,
    parameter,
    ...(origin.valueRange && { valueRange: origin.valueRange }),
    text: `${parameter} in <${node}>${masked}`,
  };
}

export interface SourceEntry extends RequestSpan {
  readonly source: Source;
}

/** The list "where this came from": every span of the request that the Account XML brought in, in order. */
export function whereFrom(built: BuiltRequest): readonly SourceEntry[] {
  if (!built.request) return [];
  return spansOf(built.request, built.inputs.xml).map((span) => ({ ...span, source: sourceOf(span.origin) }));
}

/** An empty range is a cursor: it touches what ends or starts there. */
export function touches(one: Range, other: Range): boolean {
  if (one.start === one.end || other.start === other.end)
    return one.start <= other.end && other.start <= one.end;
  return one.start < other.end && other.start < one.end;
}

function within(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
