/** What two checks of a server differ in: pure data, for the page and for files. */
import type { CheckReport, Outcome } from '../server-check/report.ts';

export interface OutcomeChange {
  /** Of the scenario. */
  readonly name: string;
  readonly title: string;
  readonly from: Outcome;
  readonly to: Outcome;
}

export interface ReportComparison {
  /** Of the earlier check, milliseconds since the epoch. */
  readonly earlier: number;
  /** False: another method or URL was checked then, and what differs may be that. */
  readonly isSameTarget: boolean;
  readonly better: readonly OutcomeChange[];
  readonly worse: readonly OutcomeChange[];
  /** Only the later check asked it. */
  readonly added: readonly OutcomeChange[];
  /** Only the earlier one did. */
  readonly gone: readonly OutcomeChange[];
  /** Scenarios with the same outcome in both. */
  readonly same: number;
}

/** What was not asked has no place among them. */
const ranks: Readonly<Record<Outcome, number | null>> = {
  failed: 0,
  warning: 1,
  passed: 2,
  observed: null,
  skipped: null,
  'not-run': null,
};

export function compareReports(earlier: CheckReport, later: CheckReport): ReportComparison {
  const before = new Map(earlier.results.map((result) => [result.name, result]));
  const after = new Map(later.results.map((result) => [result.name, result]));
  const found: Record<ChangeKind, OutcomeChange[]> = { better: [], worse: [], added: [], gone: [], same: [] };
  for (const [name, { title }] of new Map([...after, ...before])) {
    const change = {
      name,
      title: after.get(name)?.title ?? title,
      from: before.get(name)?.outcome ?? 'not-run',
      to: after.get(name)?.outcome ?? 'not-run',
    } as const;
    const kind = kindOf(change);
    if (kind !== null) found[kind].push(change);
  }
  return {
    ...found,
    earlier: earlier.startedAt,
    isSameTarget: earlier.url === later.url && earlier.method === later.method,
    same: found.same.length,
  };
}

type ChangeKind = 'better' | 'worse' | 'added' | 'gone' | 'same';

/** Null for what neither check asked. */
function kindOf({ from, to }: OutcomeChange): ChangeKind | null {
  const [earlier, later] = [ranks[from], ranks[to]];
  if (earlier === null && later === null) return null;
  if (earlier === null) return 'added';
  if (later === null) return 'gone';
  if (earlier === later) return 'same';
  return later > earlier ? 'better' : 'worse';
}
