/** The colours of the parameters in use, remembered from one request to the next. */
import { useMemo, useState } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Origin } from '../../core/source/provenance.ts';
import { assignHues, type Hues } from './parameter-hues.ts';

const none: Hues = new Map();

export function useAssignedHues(built: BuiltRequest): Hues {
  const [hues, setHues] = useState(none);
  const names = useMemo(() => parameterNames(built), [built]);
  const unknown = useMemo(() => built.unknown.map(({ name }) => name), [built]);
  const next = assignHues(hues, names, unknown);
  if (next !== hues) setHues(next);
  return next;
}

/** Used parameters first, then calls, as they come in the request. */
function parameterNames({ parameters, request }: BuiltRequest): string[] {
  const names = parameters.map(({ name }) => name);
  const add = (origin: Origin) => {
    if (origin.kind === 'parameter') names.push(origin.parameter);
  };
  for (const piece of request?.targetPieces ?? []) add(piece.origin);
  for (const header of request?.headers ?? []) for (const piece of header.pieces) add(piece.origin);
  for (const segment of request?.body ?? []) if (segment.kind === 'bytes') add(segment.origin);
  return names;
}
