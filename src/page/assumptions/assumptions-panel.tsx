import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef } from 'react';
import { type Assumption, assumptionRegistry } from '../../core/assumptions.ts';
import { Chip } from '../components/chip.tsx';
import { CloseButton } from '../components/close-button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { LoadFault } from '../components/error-boundary.tsx';
import { plural } from '../components/format.ts';
import { RuleChip } from '../components/rule-chip.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import './assumptions-panel.css';

const AssumptionDiff = lazy(() =>
  import('./assumption-diff.tsx').then((module) => ({ default: module.AssumptionDiff })),
);

/** All that no public documentation settles. It stays beside the request, which follows each switch. */
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
      className="assumptions"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="assumptions-head">
        <h2 id={titleId} className="room-title">
          Assumptions
        </h2>
        <button
          type="button"
          className="button button-small"
          onClick={() => change({ type: 'default-assumptions' })}
        >
          All defaults
        </button>
        <CloseButton onClick={onClose} />
      </header>
      <p className="assumptions-about">
        The client does not have this service yet, so nobody can watch it. Where the documentation leaves
        something open, the playground assumes; you can switch each and see the request change.
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
  /** How many places of the Account XML it touches; null where this request does without it. */
  readonly places: number | null;
  readonly onChange: (option: string) => void;
}

function Entry({ entry, option, places, onChange }: EntryProps) {
  const isChanged = entry.options[0].id !== option;
  return (
    <li className={isChanged ? 'assumption assumption-changed' : 'assumption'}>
      <fieldset>
        <legend>
          <strong>{entry.title}</strong> <RuleChip rule={entry.rule} /> <Chip>{entry.standing}</Chip>{' '}
          {places !== null && (
            <Chip tone="accent">touches this request{places > 1 && `, ${plural(places, 'place')}`}</Chip>
          )}
        </legend>
        {entry.options.map((candidate, index) => (
          <label key={candidate.id} className="assumption-option">
            <input
              type="radio"
              name={entry.id}
              checked={candidate.id === option}
              onChange={() => onChange(candidate.id)}
            />
            <span>
              {candidate.title}
              {index === 0 && <span className="assumption-default"> (default)</span>}
            </span>
          </label>
        ))}
        <p className="assumption-ground">{entry.ground}</p>
      </fieldset>
      {entry.options
        .filter((candidate) => candidate.id !== option)
        .map((candidate) => (
          <Disclosure key={candidate.id} summary={`What would change: … ${candidate.title}`} isLazy>
            <LoadFault>
              <Suspense fallback={<p className="text-small text-muted">Comparing …</p>}>
                <AssumptionDiff id={entry.id} option={candidate.id} />
              </Suspense>
            </LoadFault>
          </Disclosure>
        ))}
    </li>
  );
}
