/** Fixes of diagnostics: those at a place, and all of a kind at once. */
import type { Diagnostic, Range, TextEdit } from '../core/source/diagnostics.ts';
import { touches } from './affected-places.ts';

export interface QuickFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly diagnostic: Diagnostic;
}

export interface FixAll {
  readonly title: string;
  /** How many diagnostics it fixes. */
  readonly count: number;
  /** In document order; none overlaps another. */
  readonly edits: readonly TextEdit[];
}

/** What can be fixed at a cursor or in a selection, what starts nearest first. */
export function fixesAt(diagnostics: readonly Diagnostic[], range: Range): readonly QuickFix[] {
  const distance = ({ diagnostic }: QuickFix) => Math.abs((diagnostic.range?.start ?? 0) - range.start);
  return diagnostics
    .flatMap((diagnostic): QuickFix[] => {
      const { fix, range: place } = diagnostic;
      return fix && place && touches(place, range) ? [{ ...fix, diagnostic }] : [];
    })
    .toSorted((a, b) => distance(a) - distance(b));
}

/**
 * One step that fixes every diagnostic of the same kind; null where there is but one. Of fixes that
 * overlap the first is made, the others are left for the next round.
 */
export function fixAllOfKind(diagnostics: readonly Diagnostic[], like: Diagnostic): FixAll | null {
  const kind = kindOf(like);
  if (kind === null) return null;
  const fixes = diagnostics.flatMap((one) => (one.fix && kindOf(one) === kind ? [one.fix] : []));
  const chosen = withoutOverlaps(fixes);
  if (chosen.length < 2) return null;
  const titles = new Set(chosen.map(({ title }) => title));
  const [only] = titles;
  const what = titles.size === 1 && only !== undefined ? `${only}, everywhere` : `Fix all of ${like.rule}`;
  const edits = chosen.flatMap(({ edits: some }) => some).toSorted((a, b) => a.range.start - b.range.start);
  return { title: `${what} (${chosen.length} places)`, count: chosen.length, edits };
}

/** Whether a fix does what was meant, whatever a person thinks of it: to whom and how it is sent stays theirs. */
export function isSafe({ rule, fix }: Diagnostic): boolean {
  return fix !== undefined && rule !== 'TPL-6';
}

/** Everything that can be fixed safely, of all kinds, in one step; what overlaps is left for the next round. */
export function fixAllSafely(diagnostics: readonly Diagnostic[]): FixAll | null {
  const fixes = diagnostics.flatMap((one) => (one.fix && isSafe(one) ? [one.fix] : []));
  const chosen = withoutOverlaps(fixes);
  if (chosen.length === 0) return null;
  const edits = chosen.flatMap(({ edits: some }) => some).toSorted((a, b) => a.range.start - b.range.start);
  return { title: `Fix ${chosen.length} places`, count: chosen.length, edits };
}

/** Kinds of which there is more than one to fix, each as its own fix for all. */
export function fixesForAll(diagnostics: readonly Diagnostic[]): readonly FixAll[] {
  const firstOfKind = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const kind = kindOf(diagnostic);
    if (kind !== null && !firstOfKind.has(kind)) firstOfKind.set(kind, diagnostic);
  }
  return Array.from(firstOfKind.values()).flatMap((like) => fixAllOfKind(diagnostics, like) ?? []);
}

/** By rule; what is not well-formed is of many kinds, distinguished by the text of the fix. */
export function kindOf({ rule, fix }: Diagnostic): string | null {
  if (!fix) return null;
  return rule === 'ACC-5' ? `${rule} ${fix.title}` : rule;
}

/** Whole fixes only: half of a rename would break the document. */
function withoutOverlaps(fixes: readonly NonNullable<Diagnostic['fix']>[]): NonNullable<Diagnostic['fix']>[] {
  const taken: Range[] = [];
  const byPlace = fixes.toSorted((a, b) => startOf(a) - startOf(b));
  return byPlace.filter(({ edits }) => {
    // In document order only the last few can overlap, but a rename edits far ahead.
    if (edits.some(({ range }) => taken.some((other) => collide(range, other)))) return false;
    taken.push(...edits.map(({ range }) => range));
    return true;
  });
}

function startOf({ edits }: NonNullable<Diagnostic['fix']>): number {
  return Math.min(...edits.map(({ range }) => range.start));
}

/** Two insertions at one place collide: which goes first would be a guess. */
function collide(one: Range, other: Range): boolean {
  return one.start === other.start || (one.start < other.end && other.start < one.end);
}
