import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { Select } from '../../components/field.tsx';
import { plural } from '../../components/format.ts';
import { Notice } from '../../components/notice.tsx';
import { ExcerptText } from '../../exchange/excerpt-text.tsx';
import { stopCheck } from '../check-state.ts';
import type { KeptUpload } from './kept-uploads.ts';
import { useKeptUploads, useUploadBisect } from './use-upload-bisect.ts';

/** Requests in all. */
const budgets = [20, 40, 80];

/** Two uploads of the history, one that passed and one that failed: what is it that matters? */
export function CompareUploads() {
  const uploads = useKeptUploads();
  const passing = uploads.filter(({ passed }) => passed);
  const failing = uploads.filter(({ passed }) => !passed);
  if (passing.length === 0 || failing.length === 0) return null;
  return (
    <div className="border-t border-line px-4 py-1.5">
      <Disclosure summary="Find what matters between two uploads of the history" isLazy>
        <Finder passing={passing} failing={failing} />
      </Disclosure>
    </div>
  );
}

interface FinderProps {
  /** At least one each, newest first. */
  readonly passing: readonly KeptUpload[];
  readonly failing: readonly KeptUpload[];
}

function Finder({ passing, failing }: FinderProps) {
  const { start, sent, end, isRunning, fault } = useUploadBisect();
  const [from, chooseFrom] = useState(passing[0]?.id ?? '');
  const [to, chooseTo] = useState(failing[0]?.id ?? '');
  const [budget, setBudget] = useState(40);
  const one = passing.find(({ id }) => id === from);
  const other = failing.find(({ id }) => id === to);
  return (
    <section className="grid gap-1.5 pt-1 pb-1.5 text-small" aria-label="What matters between two uploads">
      {end !== null && !isRunning && (
        <Notice tone={end.isFound ? 'good' : 'warn'}>
          <ExcerptText text={end.text} />{' '}
          <span className="text-muted">{plural(end.sent, 'request')} sent.</span>
        </Notice>
      )}
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <div className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] items-center gap-x-2 gap-y-1">
        <Choice label="Passed" uploads={passing} value={from} onChoose={chooseFrom} />
        <Choice label="Failed" uploads={failing} value={to} onChoose={chooseTo} />
        <Budget value={budget} onChoose={setBudget} />
      </div>
      {isRunning ? (
        <div className="flex items-center gap-2">
          <p className="flex-1 tabular-nums">
            {sent} of at most {plural(budget, 'request')} sent
          </p>
          <Button size="small" onClick={stopCheck}>
            Cancel
          </Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            size="small"
            disabled={one === undefined || other === undefined}
            onClick={() => one && other && start({ passing: one, failing: other, budget })}
          >
            Find it
          </Button>
          <p className="min-w-40 flex-1 text-muted">
            Sends at most {plural(budget, 'request')} to {other?.host}, with made media of the same size. What
            was masked in the history is sent as it is kept.
          </p>
        </div>
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly uploads: readonly KeptUpload[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

function Choice({ label, uploads, value, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <label className="text-muted" htmlFor={id}>
        {label}
      </label>
      <Select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {uploads.map((upload) => (
          <option key={upload.id} value={upload.id}>
            {titleOf(upload)}
          </option>
        ))}
      </Select>
    </>
  );
}

function Budget({
  value,
  onChoose,
}: {
  readonly value: number;
  readonly onChoose: (budget: number) => void;
}) {
  const id = useId();
  return (
    <>
      <label className="text-muted" htmlFor={id}>
        Budget
      </label>
      <Select id={id} value={value} onChange={({ target }) => onChoose(Number(target.value))}>
        {budgets.map((one) => (
          <option key={one} value={one}>
            {plural(one, 'request')}
          </option>
        ))}
      </Select>
    </>
  );
}

function titleOf({ at, name, host }: KeptUpload): string {
  return `${name === '' ? '' : `${name}, `}${new Date(at).toLocaleString('en-GB')}, ${host}`;
}
