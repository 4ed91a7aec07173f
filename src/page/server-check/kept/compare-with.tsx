import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { compareReports, type ReportComparison } from '../../../reports/compare-reports.ts';
import type { CheckReport } from '../../../server-check/report.ts';
import { Select } from '../../components/field.tsx';
import { titleOfCheck } from './earlier-checks.tsx';
import { loadCheck, useKeptChecks } from './kept-checks.ts';

export interface ComparedWith {
  /** Null: nothing is compared. */
  readonly comparison: ReportComparison | null;
  /** Null where there is no other. */
  readonly choice: ReactNode;
}

interface CompareChoiceProps {
  readonly others: ReturnType<typeof useKeptChecks>;
  readonly id: string;
  readonly onChoose: (id: string) => void;
}

/** With which other check a report is compared. */
export function useComparison(report: CheckReport): ComparedWith {
  const [id, choose] = useState('');
  const others = useKeptChecks().filter(({ at }) => at !== report.startedAt);
  const { data: other = null } = useQuery({
    queryKey: ['compared check', id],
    queryFn: () => loadCheck(id),
    enabled: id !== '',
  });
  const comparison = useMemo(() => {
    if (id === '' || other === null) return null;
    return other.startedAt < report.startedAt ? compareReports(other, report) : compareReports(report, other);
  }, [id, other, report]);
  return {
    comparison,
    choice: others.length === 0 ? null : <CompareChoice others={others} id={id} onChoose={choose} />,
  };
}

function CompareChoice({ others, id, onChoose }: CompareChoiceProps) {
  const labelId = useId();
  return (
    <div className="flex items-center gap-1.5 text-small">
      <label className="flex-none text-muted" htmlFor={labelId}>
        Compare with
      </label>
      <span className="min-w-0 flex-1">
        <Select id={labelId} value={id} onChange={({ target }) => onChoose(target.value)}>
          <option value="">no other check</option>
          {others.map((check) => (
            <option key={check.id} value={check.id}>
              {titleOfCheck(check)}: {check.summary.totals}
            </option>
          ))}
        </Select>
      </span>
    </div>
  );
}
