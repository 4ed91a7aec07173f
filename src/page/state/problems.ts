/** Diagnostics as a list: to go through in the order of the text, to read with the worst first. */
import {
  type Diagnostic,
  type Position,
  positionLookup,
  type Severity,
} from '../../core/source/diagnostics.ts';

export interface Problem {
  readonly diagnostic: Diagnostic;
  /** For people; null where it is about no place in the Account XML. */
  readonly start: Position | null;
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function listProblems(xml: string, diagnostics: readonly Diagnostic[]): Problem[] {
  if (diagnostics.length === 0) return [];
  const positionOf = positionLookup(xml);
  const place = (diagnostic: Diagnostic) => diagnostic.range?.start ?? Number.POSITIVE_INFINITY;
  return diagnostics
    .toSorted((a, b) => {
      const difference = place(a) - place(b);
      return Number.isNaN(difference) || difference === 0
        ? weight[a.severity] - weight[b.severity]
        : difference;
    })
    .map((diagnostic) => ({
      diagnostic,
      start: diagnostic.range ? positionOf(diagnostic.range.start) : null,
    }));
}

/** The worst first, each kind in the order of the text. */
export function worstFirst(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => weight[a.diagnostic.severity] - weight[b.diagnostic.severity]);
}

export function countSeverities(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** The problem after (or before) an offset, round the end of the text; null where none has a place. */
export function nextProblem(
  problems: readonly Problem[],
  from: number,
  direction: 'next' | 'previous',
): Problem | null {
  const placed = problems.filter(({ diagnostic }) => diagnostic.range !== undefined);
  const startOf = ({ diagnostic }: Problem) => diagnostic.range?.start ?? 0;
  if (direction === 'next') return placed.find((one) => startOf(one) > from) ?? placed[0] ?? null;
  return placed.findLast((one) => startOf(one) < from) ?? placed.at(-1) ?? null;
}
