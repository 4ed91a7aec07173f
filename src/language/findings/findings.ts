/** What is said of a document: its diagnostics, then advice on its request, which is never a fault. */

import type { BuiltRequest } from '../../core/build-request.ts';
import type { Diagnostic, Severity } from '../../core/source/diagnostics.ts';
import { adviseOn } from '../advice.ts';
import { type AdviceId, isAboutMedia } from '../advices.ts';

export interface Finding extends Omit<Diagnostic, 'severity'> {
  readonly severity: Severity | 'advice';
  /** Which one, where it is advice. */
  readonly advice?: AdviceId;
}

export interface AdviceChoice {
  /** False with `--no-advice`. */
  readonly advice: boolean;
  /** The document alone is in question: there is no advice on the sample photo. */
  readonly isSample?: boolean;
}

/** An advice says how it is known: what was measured, and on which servers. */
export function findingsOf(
  built: BuiltRequest,
  { advice, isSample = false }: AdviceChoice,
): readonly Finding[] {
  if (!advice) return built.diagnostics;
  const given = adviseOn(built).filter(({ id }) => !(isSample && isAboutMedia(id)));
  return [
    ...built.diagnostics,
    ...given.map(({ id, rule, message, rationale, range, fix }) => ({
      rule,
      severity: 'advice' as const,
      advice: id,
      message: `${message} ${rationale}`,
      ...(range && { range }),
      ...(fix && { fix }),
    })),
  ];
}
