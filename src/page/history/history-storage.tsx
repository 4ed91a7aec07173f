import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { formatSize, plural } from '../components/format.ts';
import { historyLimits } from '../storage/history-limits.ts';
import { KeepChoiceFields } from '../storage/keep-choice-fields.tsx';
import type { Entry } from './entry.ts';
import { keepHistory } from './keep-history.ts';

interface HistoryStorageProps {
  readonly entries: readonly Entry[];
  readonly onClear: (withPinned: boolean) => void;
}

/** What is kept, how much room it takes, and how to be rid of it. */
export function HistoryStorage({ entries, onClear }: HistoryStorageProps) {
  const [choice, choose] = keepHistory.use();
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return (
    <section className="grid gap-2 px-4 pt-3 pb-4" aria-label="What is kept">
      <p className="text-small text-muted tabular-nums">
        {plural(entries.length, 'upload')}, {formatSize(bytes)}, in this browser only. The newest{' '}
        {historyLimits.uploads} and {formatSize(historyLimits.bytes)} are kept, and those that are pinned. The
        media itself isn’t.
      </p>
      <KeepChoiceFields
        choice={choice}
        onChoose={choose}
        keep={{
          label: 'Keep a history',
          detail: 'What was sent, the reply and the verdict, for each upload from now on.',
        }}
        keepPasswords={{
          label: 'Keep passwords in the history',
          detail:
            'Otherwise passwords, tokens and keys are masked: restoring asks for them again. Whoever uses this browser can read what is kept.',
        }}
      />
      {entries.length > 0 && <ClearButtons entries={entries} onClear={onClear} />}
    </section>
  );
}

function ClearButtons({ entries, onClear }: HistoryStorageProps) {
  const [isAsking, setIsAsking] = useState(false);
  const pinned = entries.filter(({ isPinned }) => isPinned).length;
  const loose = entries.length - pinned;
  const clear = (withPinned: boolean) => {
    setIsAsking(false);
    onClear(withPinned);
  };
  if (!isAsking) {
    return (
      <div>
        <Button size="small" onClick={() => setIsAsking(true)}>
          Clear the history…
        </Button>
      </div>
    );
  }
  return (
    <fieldset className="grid gap-2 rounded-md border border-warn-line bg-warn-tint px-3 py-2">
      <p className="text-small">Deleting can’t be undone.</p>
      <div className="flex flex-wrap gap-1.5">
        {loose > 0 && (
          <Button size="small" onClick={() => clear(false)}>
            Delete {plural(loose, 'upload')}
            {pinned > 0 && `, keep ${pinned} pinned`}
          </Button>
        )}
        {pinned > 0 && (
          <Button size="small" onClick={() => clear(true)}>
            Delete all {entries.length}, pinned ones too
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => setIsAsking(false)}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
