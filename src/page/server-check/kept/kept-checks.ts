/** The last checks, kept in this browser: masked, as they were recorded. */
import { useQuery } from '@tanstack/react-query';
import type { CheckReport } from '../../../server-check/report.ts';
import { addCheck, readCheckReport, readChecks } from '../../storage/checks.ts';
import { storedKeepChoice } from '../../storage/keep-choice.ts';
import { totalsOf } from '../check-words.ts';
import { type CheckSummary, readReport, readSummary } from './kept-report.ts';

export interface KeptCheck {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly summary: CheckSummary;
}

/** As for the history of uploads. */
const keepHistory = storedKeepChoice('media-upload-playground.history');

export const keptChecksKey = ['kept checks'];

/** Null where it was kept, or is not to be. */
export async function keepCheck(report: CheckReport): Promise<string | null> {
  if (keepHistory.read() === 'off') return null;
  const { version, method, url, startedAt, results } = report;
  const summary: CheckSummary = { version, method, url, totals: totalsOf(results) };
  const id = `${startedAt}`;
  const bytes = JSON.stringify(report).length;
  const stored = await addCheck({ id, at: startedAt, bytes, summary }, { id, report });
  return stored.ok ? null : notKept;
}

const notKept =
  'This check can’t be kept in this browser: its storage is full, or not to be used. Save it as a file.';

/** Newest first; those of another version of the page are left out. */
export function useKeptChecks(): readonly KeptCheck[] {
  const { data = [] } = useQuery({
    queryKey: keptChecksKey,
    queryFn: async () => {
      const stored = await readChecks();
      return (stored.ok ? stored.value : []).flatMap(({ id, at, summary }) => {
        const read = readSummary(summary);
        return read === null ? [] : [{ id, at, summary: read }];
      });
    },
    placeholderData: (last) => last,
  });
  return data;
}

/** Null where it can't be read. */
export async function loadCheck(id: string): Promise<CheckReport | null> {
  const stored = await readCheckReport(id);
  return stored.ok && stored.value !== null ? readReport(stored.value.report) : null;
}
