/** Where each place of the request came from, and which places a range of the Account XML affects. */

import type { BuiltRequest } from '../../core/build-request.ts';
import type { Range } from '../../core/source/diagnostics.ts';
import { affectedPlaces, whereFrom } from '../../language/affected-places.ts';
import type { RequestPlace, SourceOrigin } from '../../language/request-spans.ts';

export interface RequestSource {
  /** The place, as the request shown names it: `PlaceKey`. */
  readonly place: PlaceKey;
  /** The same by the plan's own lists. */
  readonly at: RequestPlace;
  readonly origin: SourceOrigin;
  /** For people: `URL`, `header X-Media-Size`, `part from`. */
  readonly label: string;
  /** What stands there, shortened; dots where it is a password. */
  readonly text: string;
  /** For people: `%to% in <genericMediaUploadUrl>`. */
  readonly from: string;
  /** The parameter that brought it in; null where it is typed. */
  readonly parameter: string | null;
  /** Its source in the Account XML. */
  readonly range: Range;
}

export type PlaceKey = string;

export const hostPlace = (piece: number): PlaceKey => `host-${piece}`;
export const targetPlace = (piece: number): PlaceKey => `target-${piece}`;
export const headerNamePlace = (header: number): PlaceKey => `name-${header}`;
export const headerPlace = (header: number, piece: number): PlaceKey => `header-${header}-${piece}`;
export const bodyPlace = (segment: number): PlaceKey => `body-${segment}`;

function keyOf(place: RequestPlace): PlaceKey {
  switch (place.kind) {
    case 'host':
      return hostPlace(place.piece);
    case 'target':
      return targetPlace(place.piece);
    case 'header-name':
      return headerNamePlace(place.header);
    case 'header':
      return headerPlace(place.header, place.piece);
    case 'part-name':
    case 'part':
    case 'media':
      return bodyPlace(place.segment);
  }
}

const known = new WeakMap<BuiltRequest, ReadonlyMap<PlaceKey, RequestSource>>();

/** In the order in which they are sent; worked out when it is first asked for. */
export function sourcesOf(built: BuiltRequest): ReadonlyMap<PlaceKey, RequestSource> {
  const before = known.get(built);
  if (before) return before;
  const sources = new Map<PlaceKey, RequestSource>();
  for (const { place, label, text, origin, source } of whereFrom(built)) {
    const key = keyOf(place);
    const parameter = origin.kind === 'parameter' ? origin.parameter : null;
    const { range } = source;
    sources.set(key, { place: key, at: place, origin, label, text, from: source.text, parameter, range });
  }
  known.set(built, sources);
  return sources;
}

/** The places that a cursor or a selection in the Account XML affects, by what is typed or through a value. */
export function placesAffected(built: BuiltRequest, range: Range): readonly PlaceKey[] {
  return affectedPlaces(built, range).map(({ place }) => keyOf(place));
}
