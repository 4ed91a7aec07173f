import ChevronRight from 'lucide-react/icons/chevron-right';
import { memo, type ReactNode, useState } from 'react';
import type { ScenarioResult } from '../../server-check/report.ts';
import { type Scenario, type ScenarioGroup, scenarioGroups } from '../../server-check/scenario.ts';
import { formatMilliseconds } from '../components/format.ts';
import { outcomeWords } from './check-words.ts';
import { outcomeLooks } from './outcome-looks.ts';
import { ResultDetails } from './result-details.tsx';

interface ResultTableProps {
  readonly results: readonly ScenarioResult[];
  /** By name. */
  readonly scenarios: ReadonlyMap<string, Scenario>;
  /** Name of the one that is being asked. */
  readonly running: string | null;
  /** What finds the difference that matters to a result; null where nothing can. */
  readonly finderOf: ((result: ScenarioResult) => ReactNode) | null;
}

/** Fills while a check runs; each row opens. Typing elsewhere is nothing to it. */
export const ResultTable = memo(function ResultTable(props: ResultTableProps) {
  const { results, scenarios, running, finderOf } = props;
  const groups = new Map<ScenarioGroup, ScenarioResult[]>();
  for (const result of results) groups.set(result.group, [...(groups.get(result.group) ?? []), result]);
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="unseen">Results of the check, a row for each scenario</caption>
      <thead className="text-small text-muted">
        <tr>
          <th className="py-1 pl-4 font-medium" scope="col">
            Scenario
          </th>
          <th className="w-23 px-1 py-1 font-medium" scope="col">
            Result
          </th>
          <th className="w-20 py-1 pr-4 text-right font-medium" scope="col">
            Time
          </th>
        </tr>
      </thead>
      {Array.from(groups, ([group, ofGroup]) => (
        <tbody key={group}>
          <tr className="border-t border-line bg-raised">
            <th className="px-4 py-1 text-small font-semibold" scope="rowgroup" colSpan={3}>
              {scenarioGroups[group]}
            </th>
          </tr>
          {ofGroup.map((result) => (
            <ResultRow
              key={result.name}
              result={result}
              scenario={scenarios.get(result.name) ?? null}
              isRunning={result.name === running}
              finderOf={finderOf}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
});

interface ResultRowProps extends Pick<ResultTableProps, 'finderOf'> {
  readonly result: ScenarioResult;
  readonly scenario: Scenario | null;
  readonly isRunning: boolean;
}

const ResultRow = memo(function ResultRow({ result, scenario, isRunning, finderOf }: ResultRowProps) {
  const { title, outcome, milliseconds } = result;
  const [isOpen, setIsOpen] = useState(false);
  const { Icon, colour } = outcomeLooks[outcome];
  return (
    <>
      <tr className="border-t border-line align-top hover:bg-raised" data-outcome={outcome}>
        <td className="py-0.5 pl-3">
          <button
            type="button"
            className="flex min-h-6.5 w-full items-start gap-1 rounded-sm border-0 bg-transparent p-0 py-0.5 text-left wrap-anywhere"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronRight
              className={`mt-[calc((1lh-0.875rem)/2)] size-3.5 flex-none text-muted ${isOpen ? 'rotate-90' : ''}`}
              aria-hidden
            />
            {title}
          </button>
        </td>
        <td className="px-1 py-1 whitespace-nowrap">
          {isRunning ? (
            <span className="text-accent">Running …</span>
          ) : (
            <span className={`inline-flex items-center gap-1 ${colour}`}>
              <Icon className="size-3.5 flex-none" aria-hidden />
              {outcomeWords[outcome]}
            </span>
          )}
        </td>
        <td className="py-1 pr-4 text-right text-small whitespace-nowrap text-muted tabular-nums">
          {milliseconds > 0 && formatMilliseconds(milliseconds)}
        </td>
      </tr>
      {isOpen && (
        <tr className="bg-raised">
          <td className="pr-4 pl-8" colSpan={3}>
            <ResultDetails result={result} scenario={scenario} finder={finderOf?.(result) ?? null} />
          </td>
        </tr>
      )}
    </>
  );
});
