import type { RequestPlan } from '../../core/request/plan.ts';
import { Button } from '../components/button.tsx';
import { Fact, Facts } from '../components/facts.tsx';
import { Select } from '../components/field.tsx';
import { formatCount, formatSize, plural } from '../components/format.ts';
import type { ChosenLimits } from './chosen-limits.ts';

/** Seconds. */
const durations = [60, 300, 900, 1800];

interface StartBarProps {
  /** Null: no request can be built. */
  readonly plan: Pick<RequestPlan, 'method' | 'url'> | null;
  readonly count: number;
  /** Null while it is being worked out. */
  readonly limits: ChosenLimits | null;
  readonly seconds: number;
  readonly onSeconds: (seconds: number) => void;
  readonly onStart: (limits: ChosenLimits) => void;
}

/** How much goes where, and for how long at the most: nothing is sent before the button is pressed. */
export function StartBar({ plan, count, limits, seconds, onSeconds, onStart }: StartBarProps) {
  return (
    <section
      data-bottom-bar
      className="sticky bottom-0 z-1 grid gap-2 border-t border-line bg-pane px-4 py-2.5"
      aria-label="What will be sent"
    >
      <Facts>
        <Fact name="Server">{plan === null ? 'No request can be built' : originOf(plan.url)}</Fact>
        <Fact name="Sends">
          {limits === null
            ? '…'
            : `${plural(limits.uploads, 'upload')}, ${formatSize(limits.bytes)}; at most ${formatCount(limits.requests)} requests, what fetches the media too`}
        </Fact>
        <Fact name="Ends after">
          <span className="inline-block">
            <Select
              aria-label="Ends after"
              value={seconds}
              onChange={({ target }) => onSeconds(Number(target.value))}
            >
              {durations.map((one) => (
                <option key={one} value={one}>
                  {plural(one / 60, 'minute')}
                </option>
              ))}
            </Select>
          </span>
        </Fact>
      </Facts>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          disabled={plan === null || limits === null || count === 0}
          onClick={() => limits && onStart(limits)}
        >
          Start the check
        </Button>
        <p className="min-w-0 flex-1 text-small text-muted">
          {plan === null
            ? 'Fix the errors of the Account XML first.'
            : `${plural(count, 'scenario')}. Nothing is sent before you press it.`}
        </p>
      </div>
    </section>
  );
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return url;
  }
}
