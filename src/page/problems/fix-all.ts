/** Of which problems there are several of a kind, and the one step that fixes them all. */

import type { Diagnostic } from '../../core/source/diagnostics.ts';
import { type FixAll, fixAllOfKind, kindOf } from '../../language/quick-fixes.ts';

/** Asked once a kind: a list may hold hundreds of one. */
export function fixesOfKinds(diagnostics: readonly Diagnostic[]): (like: Diagnostic) => FixAll | null {
  const byKind = new Map<string, FixAll | null>();
  return (like) => {
    const kind = kindOf(like);
    if (kind === null) return null;
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const all = fixAllOfKind(diagnostics, like);
    byKind.set(kind, all);
    return all;
  };
}
