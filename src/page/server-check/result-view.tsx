import { useMemo } from 'react';
import type { ScenarioDefinition } from '../../server-check/definition.ts';
import type { CheckReport } from '../../server-check/report.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import { useMedia } from '../state/media-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { findersFor } from './bisect/finders.tsx';
import { checkInputs, isSameCheck } from './check-inputs.ts';
import { type CheckRun, setCheckState } from './check-state.ts';
import { endWords, formatClock, obstacleOf, totalsOf } from './check-words.ts';
import { DiagnosisView } from './diagnosis-view.tsx';
import { useComparison } from './kept/compare-with.tsx';
import { ComparisonView } from './kept/comparison-view.tsx';
import { ResultTable } from './result-table.tsx';
import { RunBar } from './run-bar.tsx';
import { SaveButtons } from './save-buttons.tsx';
import type { ChosenCheck } from './use-check.ts';

interface ResultViewProps {
  readonly run: CheckRun;
  readonly scenarios: ReadonlyMap<string, ScenarioDefinition>;
  readonly onStart: (check: ChosenCheck) => void;
}

/** A check while it runs, and what came of it. */
export function ResultView({ run, scenarios, onStart }: ResultViewProps) {
  const { report, progress, isRunning, inputs } = run;
  const isEarlier = useIsEarlier(inputs);
  const finderOf = useMemo(
    () => (isRunning || isEarlier ? null : findersFor(report, scenarios)),
    [isRunning, isEarlier, report, scenarios],
  );
  return (
    <>
      {isRunning ? (
        <RunBar run={run} scenarios={scenarios} />
      ) : (
        <Ended run={run} scenarios={scenarios} onStart={onStart} isEarlier={isEarlier} />
      )}
      <ResultTable
        results={report.results}
        scenarios={scenarios}
        running={progress.running}
        finderOf={finderOf}
      />
    </>
  );
}

/** Of one scenario more: an upload, a login, its media, and the same once more. */
const limitsOfOne = { seconds: 120, requests: 12 };

interface EndedProps extends ResultViewProps {
  /** What is on the screen is not what was checked. */
  readonly isEarlier: boolean;
}

function Ended({ run: { report, limits }, scenarios, onStart, isEarlier }: EndedProps) {
  const { results, diagnosis } = report;
  const names = results.map(({ name }) => name);
  const titleOf = (name: string) => scenarios.get(name)?.title ?? name;
  return (
    <>
      <Summary report={report} isEarlier={isEarlier} onAgain={limits && (() => onStart({ names, limits }))} />
      {diagnosis && (
        <DiagnosisView
          diagnosis={diagnosis}
          titleOf={titleOf}
          onRun={
            isEarlier ? null : (name) => onStart({ names: [name], limits: limitsOfOne, earlier: results })
          }
        />
      )}
    </>
  );
}

interface SummaryProps {
  readonly report: CheckReport;
  readonly isEarlier: boolean;
  /** Null where nothing is granted for it. */
  readonly onAgain: (() => void) | null;
}

function Summary({ report, isEarlier, onAgain }: SummaryProps) {
  const { results, milliseconds, end, method, url, startedAt } = report;
  const { comparison, choice } = useComparison(report);
  return (
    <div className="grid gap-2 px-4 py-2.5">
      <div className="flex flex-wrap items-start gap-2">
        <p className="min-w-48 flex-1">
          <b className="block text-title font-semibold">{capital(totalsOf(results))}</b>
          <span className="text-small wrap-anywhere text-muted">
            {formatClock(milliseconds)} · {new Date(startedAt).toLocaleString('en-GB')} · {method}{' '}
            <ExcerptText text={url} />
          </span>
        </p>
        <div className="flex flex-wrap gap-1.5">
          {onAgain && (
            <Button
              size="small"
              tip="The same scenarios within the same limits, with what is on the screen now"
              onClick={onAgain}
            >
              Check again
            </Button>
          )}
          <Button size="small" onClick={() => setCheckState({ isChoosing: true })}>
            New check
          </Button>
        </div>
      </div>
      {endWords[end] !== '' && (
        <Notice tone="warn">
          <ExcerptText text={obstacleOf(report) || endWords[end]} />
        </Notice>
      )}
      {isEarlier && (
        <Notice tone="warn">
          Result of an earlier configuration: what is on the screen now was not checked.
        </Notice>
      )}
      <SaveButtons report={report} comparison={comparison} />
      {choice}
      {comparison && <ComparisonView comparison={comparison} />}
    </div>
  );
}

function useIsEarlier(checked: CheckRun['inputs']): boolean {
  const { inputs } = useRequest();
  const { kind } = useMedia().source;
  return useMemo(
    () => checked === null || !isSameCheck(checked, checkInputs(inputs, { kind })),
    [checked, inputs, kind],
  );
}

function capital(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}
