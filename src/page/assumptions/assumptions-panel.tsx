import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef } from 'react';
import { type Assumption, assumptionRegistry } from '../../core/assumptions.ts';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { CloseButton } from '../components/close-button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { plural } from '../components/format.ts';
import { RuleChip } from '../components/rule-chip.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';

const AssumptionDiff = lazy(() =>
  import('./assumption-diff.tsx').then((module) => ({ default: module.AssumptionDiff })),
);

/** All that no public documentation settles. It stays open beside the request, which follows each change. */
export function AssumptionsPanel({ onClose }: { readonly onClose: () => void }) {
  const { session, change } = useSession();
  const { built } = useRequest();
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => panel.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  const places = new Map(built.touched.map(({ id, ranges }) => [id, ranges.length]));
  return (
    <section
      ref={panel}
      className="fixed bottom-9.5 left-2 z-40 max-h-[min(640px,calc(100dvh-92px))] w-[min(480px,calc(100vw-16px))] overflow-auto overscroll-contain rounded-lg border border-popup-line bg-pane shadow-popup focus:outline-none"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="sticky top-0 z-1 flex items-center gap-2 bg-pane pt-2.5 pr-2.5 pb-1.5 pl-4">
        <h2 id={titleId} className="flex-1 text-title font-semibold">
          Assumptions
        </h2>
        <Button size="small" onClick={() => change({ type: 'default-assumptions' })}>
          Reset all
        </Button>
        <CloseButton onClick={onClose} />
      </header>
      <p className="px-4 pb-2 text-small text-muted">
        The app doesn’t support this yet, so its behaviour can’t be observed. Where the documentation leaves
        something open, the playground makes an assumption; switch any of them and see the request change.
      </p>
      <ul>
        {assumptionRegistry.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            option={session.assumptions[entry.id]}
            places={places.get(entry.id) ?? null}
            onChange={(option) => change({ type: 'assumption', id: entry.id, option })}
          />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly entry: Assumption;
  readonly option: string;
  /** How many places of the Account XML it affects; null where it doesn’t affect this request. */
  readonly places: number | null;
  readonly onChange: (option: string) => void;
}

function Entry({ entry, option, places, onChange }: EntryProps) {
  const isChanged = entry.options[0].id !== option;
  return (
    <li
      className={`border-t border-line px-4 pt-2.25 pb-2.5 ${isChanged ? 'shadow-[inset_3px_0_var(--color-warn)]' : ''}`}
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
