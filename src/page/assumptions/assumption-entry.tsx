import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Assumption } from '../../core/assumptions.ts';
import { Chip } from '../components/chip.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { plural } from '../components/format.ts';
import { RuleChip } from '../components/rule-chip.tsx';
import type { WantedAssumption } from '../state/display-provider.tsx';

const AssumptionDiff = lazy(() =>
  import('./assumption-diff.tsx').then((module) => ({ default: module.AssumptionDiff })),
);

interface AssumptionEntryProps {
  readonly entry: Assumption;
  readonly option: string;
  /** How many places of the Account XML it affects; null where it doesn’t affect this request. */
  readonly places: number | null;
  /** It was asked for: it comes into view and is marked. A new object each time. */
  readonly wanted: WantedAssumption | null;
  readonly onChange: (option: string) => void;
}

export function AssumptionEntry({ entry, option, places, wanted, onChange }: AssumptionEntryProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (wanted === null) return;
    item.current?.scrollIntoView({ block: 'start' });
    item.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
  }, [wanted]);
  const isChanged = entry.options[0].id !== option;
  return (
    <li
      ref={item}
      aria-current={wanted ? 'true' : undefined}
      className={`scroll-mt-11 border-t border-line px-4 pt-2.25 pb-2.5 first:border-t-0 aria-[current]:bg-accent-tint aria-[current]:shadow-[inset_4px_0_var(--color-accent)] forced:aria-[current]:border-l-4 forced:aria-[current]:border-l-[Highlight] ${isChanged ? 'shadow-[inset_3px_0_var(--color-warn)]' : ''}`}
    >
      <fieldset className="m-0 min-w-0 border-0 p-0">
        <legend className="px-0 pb-0.5">
          <strong className="font-semibold">{entry.title}</strong> <RuleChip rule={entry.rule} />{' '}
          <Chip>{entry.standing}</Chip>{' '}
          {places !== null && (
            <Chip tone="accent">affects this request{places > 1 && `, ${plural(places, 'place')}`}</Chip>
          )}
        </legend>
        {entry.options.map((candidate, index) => (
          <label key={candidate.id} className="flex min-h-6 items-center gap-1.75">
            <input
              type="radio"
              className="m-0 flex-none accent-accent"
              name={entry.id}
              checked={candidate.id === option}
              onChange={() => onChange(candidate.id)}
            />
            <span>
              {candidate.title}
              {index === 0 && <span className="text-muted"> (default)</span>}
            </span>
          </label>
        ))}
        <p className="mt-0.75 text-small text-muted">{entry.rationale}</p>
      </fieldset>
      {entry.options
        .filter((candidate) => candidate.id !== option)
        .map((candidate) => (
          <Disclosure key={candidate.id} summary={`What would change: … ${candidate.title}`} isLazy>
            <LoadErrorBoundary>
              <Suspense fallback={<p className="text-small text-muted">Comparing …</p>}>
                <AssumptionDiff id={entry.id} option={candidate.id} />
              </Suspense>
            </LoadErrorBoundary>
          </Disclosure>
        ))}
    </li>
  );
}
