import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { plural } from '../../components/format.ts';
import { Notice } from '../../components/notice.tsx';
import { ExcerptText } from '../../exchange/excerpt-text.tsx';
import { stopCheck, useCheckState } from '../check-state.ts';
import { useStartBisect } from './use-bisect.ts';

/** Requests in all. */
const budgets = [20, 40, 80];

interface BisectViewProps {
  /** Name of the scenario that failed. */
  readonly failing: string;
  /** Those that passed, the plainest first. */
  readonly passing: readonly { readonly name: string; readonly title: string }[];
  readonly host: string;
}

/** Mixtures of a request that passed and of this one are sent, until only what matters is left. */
export function BisectView({ failing, passing, host }: BisectViewProps) {
  const start = useStartBisect();
  const { bisection } = useCheckState();
  const [chosen, choose] = useState(passing[0]?.name ?? '');
  const [budget, setBudget] = useState(40);
  const id = useId();
  const own = bisection?.failing === failing ? bisection : null;
  const isRunning = bisection !== null && bisection.end === null;
  return (
    <section
      className="grid gap-1.5 rounded-md border border-line bg-pane px-3 py-2 text-small"
      aria-label="What matters"
    >
      <p className="font-semibold">Find the difference that matters</p>
      {own?.end ? (
        <Notice tone={own.end.isFound ? 'good' : 'warn'}>
          <ExcerptText text={own.end.text} />{' '}
          <span className="text-muted">{plural(own.end.sent, 'request')} sent.</span>
        </Notice>
      ) : (
        <p className="text-muted">
          Sends mixtures of this request and of one that passed, until only what matters is left.
        </p>
      )}
      {own !== null && own.end === null ? (
        <div className="flex items-center gap-2">
          <p className="flex-1 tabular-nums">
            {own.sent} of at most {plural(own.budget, 'request')} sent
          </p>
          <Button size="small" onClick={stopCheck}>
            Cancel
          </Button>
        </div>
      ) : (
        <>
          <div className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] items-center gap-x-2 gap-y-1">
            <label className="text-muted" htmlFor={`${id}-passing`}>
              Passed
            </label>
            <Select id={`${id}-passing`} value={chosen} onChange={({ target }) => choose(target.value)}>
              {passing.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </Select>
            <label className="text-muted" htmlFor={`${id}-budget`}>
              Budget
            </label>
            <Select
              id={`${id}-budget`}
              value={budget}
              onChange={({ target }) => setBudget(Number(target.value))}
            >
              {budgets.map((one) => (
                <option key={one} value={one}>
                  {plural(one, 'request')}
                </option>
              ))}
            </Select>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Button
              size="small"
              disabled={isRunning}
              onClick={() => start({ passing: chosen, failing, budget })}
            >
              Find it
            </Button>
            <p className="text-muted">
              Sends at most {plural(budget, 'request')} to {host}.
            </p>
          </div>
        </>
      )}
    </section>
  );
}
