import { useEffect, useState } from 'react';
import type { Scenario } from '../../server-check/scenario.ts';
import { Button } from '../components/button.tsx';
import { formatCount } from '../components/format.ts';
import { type CheckRun, stopCheck } from './check-state.ts';
import { formatClock } from './check-words.ts';

interface RunBarProps {
  readonly run: CheckRun;
  readonly scenarios: ReadonlyMap<string, Scenario>;
}

/** How far a check is, and the way to end it at once. */
export function RunBar({ run: { report, progress }, scenarios }: RunBarProps) {
  const { results, startedAt } = report;
  const done = results.filter(({ outcome }) => outcome !== 'not-run').length;
  const now = useNow();
  const running = progress.running === null ? null : scenarios.get(progress.running);
  return (
    <section
      className="sticky top-11 z-1 grid gap-1.5 border-b border-line bg-pane px-4 py-2"
      aria-label="Progress"
    >
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1">
          <span className="line-clamp-2">{progress.waiting ?? running?.title ?? '…'}</span>
          <SecondsSince key={progress.running} now={now} />
        </p>
        <span className="text-small text-muted tabular-nums" aria-hidden>
          {formatCount(done)} of {formatCount(results.length)} · {formatClock(now - startedAt)}
        </span>
        <Button size="small" onClick={stopCheck}>
          Cancel
        </Button>
      </div>
      <div
        className="h-1.5 overflow-hidden rounded-full bg-raised"
        role="progressbar"
        aria-label="Scenarios done"
        aria-valuemin={0}
        aria-valuemax={results.length}
        aria-valuenow={done}
      >
        <div
          className="h-full bg-accent"
          style={{ width: `${results.length === 0 ? 0 : (done / results.length) * 100}%` }}
        />
      </div>
    </section>
  );
}

/** Since it was first drawn: of the scenario that is asked. Nothing for what is quick. */
function SecondsSince({ now }: { readonly now: number }) {
  const [began] = useState(now);
  const seconds = Math.floor((now - began) / 1000);
  return (
    <span className="text-small text-muted tabular-nums" aria-hidden>
      {seconds > 1 && `${seconds} s`}
    </span>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}
