import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { plural } from '../../app/format.ts';
import {
  type Assumption,
  type AssumptionId,
  type Assumptions,
  assumptionRegistry,
} from '../../core/assumptions.ts';
import type { TouchedAssumption } from '../../core/pipeline.ts';
import { RuleChip } from '../common/rule-chip.tsx';
import './assumptions-panel.css';

interface AssumptionsPanelProps {
  readonly assumptions: Assumptions;
  readonly touched: readonly TouchedAssumption[];
  readonly onChange: (id: AssumptionId, option: string) => void;
  readonly onDefaults: () => void;
  readonly onClose: () => void;
}

/** All that no public documentation settles. It stays beside the request, which follows each switch. */
export function AssumptionsPanel(props: AssumptionsPanelProps) {
  const { assumptions, touched, onChange, onDefaults, onClose } = props;
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => panel.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  const places = new Map(touched.map(({ id, ranges }) => [id, ranges.length]));
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
        <button type="button" className="button button-small" onClick={onDefaults}>
          All defaults
        </button>
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label="Close"
          onClick={onClose}
        >
          <X aria-hidden />
        </button>
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
            option={assumptions[entry.id]}
            places={places.get(entry.id) ?? null}
            onChange={onChange}
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
  readonly onChange: (id: AssumptionId, option: string) => void;
}

function Entry({ entry, option, places, onChange }: EntryProps) {
  const isChanged = entry.options[0].id !== option;
  return (
    <li className={isChanged ? 'assumption assumption-changed' : 'assumption'}>
      <fieldset>
        <legend>
          <strong>{entry.title}</strong> <RuleChip rule={entry.rule} />{' '}
          <span className="chip">{entry.standing}</span>{' '}
          {places !== null && (
            <span className="chip assumption-touches">
              touches this request{places > 1 && `, ${plural(places, 'place')}`}
            </span>
          )}
        </legend>
        {entry.options.map((candidate, index) => (
          <label key={candidate.id} className="assumption-option">
            <input
              type="radio"
              name={entry.id}
              checked={candidate.id === option}
              onChange={() => onChange(entry.id, candidate.id)}
            />
            <span>
              {candidate.title}
              {index === 0 && <span className="assumption-default"> (default)</span>}
            </span>
          </label>
        ))}
        <p className="assumption-ground">{entry.ground}</p>
      </fieldset>
    </li>
  );
}
