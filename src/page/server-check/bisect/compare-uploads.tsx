import { useState } from 'react';
import { BisectForm, Side } from './bisect-form.tsx';
import { Comparison } from './comparison.tsx';
import type { KeptUpload } from './kept-uploads.ts';
import { useKeptUploads, useUploadSides } from './use-kept-uploads.ts';

/** Two uploads of the history, one that passed and one that failed: what is it that matters? */
export function CompareUploads() {
  const uploads = useKeptUploads();
  const passing = uploads.filter(({ passed }) => passed);
  const failing = uploads.filter(({ passed }) => !passed);
  if (passing.length === 0 || failing.length === 0) return null;
  return (
    <Comparison of="two uploads of the history">
      <Finder passing={passing} failing={failing} />
    </Comparison>
  );
}

interface FinderProps {
  /** At least one each, newest first. */
  readonly passing: readonly KeptUpload[];
  readonly failing: readonly KeptUpload[];
}

function Finder({ passing, failing }: FinderProps) {
  const sidesOf = useUploadSides();
  const [from, chooseFrom] = useState(passing[0]?.id ?? '');
  const [to, chooseTo] = useState(failing[0]?.id ?? '');
  const one = passing.find(({ id }) => id === from);
  const other = failing.find(({ id }) => id === to);
  return (
    <BisectForm
      place="uploads"
      host={other?.host ?? ''}
      note="with made media of the same size. What was masked in the history is sent as it is kept."
      canStart={one !== undefined && other !== undefined}
      sides={async (signal) => (one && other ? sidesOf(one, other, signal) : null)}
    >
      <Side label="Passed" value={from} onChoose={chooseFrom}>
        {passing.map(optionOf)}
      </Side>
      <Side label="Failed" value={to} onChoose={chooseTo}>
        {failing.map(optionOf)}
      </Side>
    </BisectForm>
  );
}

function optionOf({ id, at, name, host }: KeptUpload) {
  return (
    <option key={id} value={id}>
      {`${name === '' ? '' : `${name}, `}${new Date(at).toLocaleString('en-GB')}, ${host}`}
    </option>
  );
}
