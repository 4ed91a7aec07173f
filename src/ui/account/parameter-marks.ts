/** Every place of the Account XML where a parameter of the request stands, with its colour. */
import type { Hues } from '../../app/parameter-hues.ts';
import type { BuiltRequest } from '../../core/pipeline.ts';
import type { ParameterMark } from '../../editor/parameter-marks.ts';

export function parameterMarks(built: BuiltRequest, hues: Hues): ParameterMark[] {
  return built.parameters.flatMap(({ name, occurrences }) =>
    occurrences.map((range) => ({ range, parameter: name, hue: hues.get(name) ?? 0 })),
  );
}
