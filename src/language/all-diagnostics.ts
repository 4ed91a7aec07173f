/** What the core found and what is noted beyond it, as one list: page and command line say the same. */
import type { BuiltRequest } from '../core/build-request.ts';
import { typedValueDiagnostics } from './typed-values.ts';

/** The same request, its diagnostics complete. Without advice: that breaks no rule. */
export function withAllDiagnostics<Built extends BuiltRequest>(built: Built): Built {
  const typed = typedValueDiagnostics(built);
  if (typed.length === 0) return built;
  const place = (index: number | undefined) => index ?? Number.POSITIVE_INFINITY;
  const diagnostics = [...built.diagnostics, ...typed].toSorted((a, b) => {
    const [one, other] = [place(a.range?.start), place(b.range?.start)];
    return one === other ? 0 : one - other;
  });
  return { ...built, diagnostics };
}
