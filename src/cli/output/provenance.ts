/** Where each span of a request came from (contract, section 8), as JSON for programs. */

import type { RequestPlan } from '../../core/request/plan.ts';
import type { Range } from '../../core/source/diagnostics.ts';
import type { Origin, Piece } from '../../core/source/provenance.ts';
import { type Place, placeLookup } from '../../language/findings/places.ts';

/**
 * A span of the request, the end exclusive: of `target` or of a header's value in UTF-16 units,
 * of the body in bytes. Spans that are the app's own words are left out.
 */
export interface ProvenanceJson extends Place {
  readonly in: 'target' | 'header' | 'body';
  /** Index into `request.headers`. */
  readonly header?: number;
  readonly start: number;
  readonly end: number;
  readonly node: string;
  /** Absent for text typed in the template. */
  readonly parameter?: string;
  /** Where the parameter's value itself stands, where that is in the document. */
  readonly value?: Place;
  /** Asterisks stand there instead of the value (TPL-6). */
  readonly masked?: true;
}

type Span = Pick<ProvenanceJson, 'in' | 'header' | 'start' | 'end'>;

export function provenanceJson(plan: RequestPlan, xml: string): ProvenanceJson[] {
  const place = placeLookup(xml);
  return [...targetSpans(plan), ...headerSpans(plan), ...bodySpans(plan)].flatMap(([span, origin]) =>
    describe(span, origin, place),
  );
}

function targetSpans(plan: RequestPlan): [Span, Origin][] {
  return textSpans(plan.targetPieces, { in: 'target' });
}

function headerSpans(plan: RequestPlan): [Span, Origin][] {
  return plan.headers.flatMap((header, index) => textSpans(header.pieces, { in: 'header', header: index }));
}

function textSpans(pieces: readonly Piece[], where: Pick<Span, 'in' | 'header'>): [Span, Origin][] {
  let end = 0;
  return pieces.map((piece) => {
    const start = end;
    end += piece.text.length;
    return [{ ...where, start, end }, piece.origin];
  });
}

function bodySpans(plan: RequestPlan): [Span, Origin][] {
  let end = 0;
  return plan.body.flatMap((segment): [Span, Origin][] => {
    const start = end;
    end += segment.kind === 'media' ? segment.size : segment.bytes.length;
    return segment.kind === 'media' ? [] : [[{ in: 'body', start, end }, segment.origin]];
  });
}

function describe(span: Span, origin: Origin, place: (range: Range) => Place): ProvenanceJson[] {
  if (origin.kind === 'client') return [];
  const written = { ...span, node: origin.node, ...place(origin.range) };
  if (origin.kind === 'literal') return [written];
  const { parameter, valueRange, masked } = origin;
  const value = valueRange && { value: place(valueRange) };
  return [{ ...written, parameter, ...value, ...(masked && { masked }) }];
}
