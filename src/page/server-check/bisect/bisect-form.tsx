import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { plural } from '../../components/format.ts';
import { Notice } from '../../components/notice.tsx';
import { ExcerptText } from '../../exchange/excerpt-text.tsx';
import { stopCheck } from '../check-state.ts';
import { type AskSides, useBisect } from './use-bisect.ts';

/** Requests in all. */
const budgets = [20, 40, 80];

interface BisectFormProps {
  /** Where on the page its result is shown. */
  readonly place: string;
  /** Which two are compared: a `Side` each. */
  readonly children: ReactNode;
  /** Of the server that gets the requests. */
  readonly host: string;
  /** What a person should know beside how many go where. */
  readonly note?: string;
  readonly canStart: boolean;
  readonly sides: AskSides;
}

/** Mixtures of a request that passes and of one that fails are sent within a budget, until only what matters is left. */
export function BisectForm({ place, children, host, note, canStart, sides }: BisectFormProps) {
  const { own, isRunning, start } = useBisect(place);
  const [budget, setBudget] = useState(40);
  if (own !== null && own.end === null) {
    return (
      <div className="flex items-center gap-2">
        <p className="flex-1 tabular-nums">
          {own.sent} of at most {plural(own.budget, 'request')} sent
        </p>
        <Button size="small" onClick={stopCheck}>
          Cancel
        </Button>
      </div>
    );
  }
  const choose = (value: string) => setBudget(Number(value));
  return (
    <>
      {own?.end && (
        <Notice tone={own.end.isFound ? 'good' : 'warn'}>
          <ExcerptText text={own.end.text} />{' '}
          <span className="text-muted">{plural(own.end.sent, 'request')} sent.</span>
        </Notice>
      )}
      <div className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] items-center gap-x-2 gap-y-1">
        {children}
        <Side label="Budget" value={String(budget)} onChoose={choose}>
          {budgets.map((one) => (
            <option key={one} value={one}>
              {plural(one, 'request')}
            </option>
          ))}
        </Side>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" disabled={isRunning || !canStart} onClick={() => start({ budget, sides })}>
          Find it
        </Button>
        <p className="min-w-40 flex-1 text-muted">
          Sends at most {plural(budget, 'request')} to {host}
          {note === undefined ? '.' : `, ${note}`}
        </p>
      </div>
    </>
  );
}

interface SideProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
}

export function Side({ label, value, onChoose, children }: SideProps) {
  const id = useId();
  return (
    <>
      <label className="text-muted" htmlFor={id}>
        {label}
      </label>
      <Select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {children}
      </Select>
    </>
  );
}
