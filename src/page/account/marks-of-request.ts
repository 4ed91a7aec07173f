/** Every place of the Account XML where a parameter of the request stands, with its colour, in order. */

import type { BuiltRequest } from '../../core/build-request.ts';
import type { ParameterMark } from '../components/parameter-marks.ts';
import type { Hues } from '../state/parameter-hues.ts';

export function parameterMarks(built: BuiltRequest, hues: Hues): ParameterMark[] {
  return [...built.parameters, ...built.unknown]
    .flatMap(({ name, occurrences }) =>
      occurrences.map((range) => ({ range, parameter: name, hue: hues.get(name) ?? 0 })),
    )
    .toSorted((a, b) => a.range.start - b.range.start);
}
