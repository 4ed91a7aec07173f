import Pin from 'lucide-react/icons/pin';
import Trash from 'lucide-react/icons/trash-2';
import { memo, type ReactNode } from 'react';
import { formatMilliseconds, formatSize } from '../components/format.ts';
import { IconButton } from '../components/icon-button.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import { describeAge } from '../storage/age.ts';
import type { Entry, Summary } from './entry.ts';
import { resultLooks } from './result-looks.ts';

export interface RowActions {
  readonly onOpen: (id: string) => void;
  readonly onPick: (id: string) => void;
  readonly onPin: (id: string, isPinned: boolean) => void;
  readonly onRemove: (id: string) => void;
}

interface HistoryRowProps extends RowActions {
  readonly entry: Entry;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The one of all rows that Tab goes to. */
  readonly isCurrent: boolean;
  readonly isPicked: boolean;
  /** Two others are picked. */
  readonly isPickFull: boolean;
  /** What is shown below it while it is open. */
  readonly details: ReactNode;
}

export const HistoryRow = memo(function HistoryRow(props: HistoryRowProps) {
  const { entry, now, isCurrent, isPicked, isPickFull, details, onOpen, onPick, onPin, onRemove } = props;
  const { id, isPinned, summary } = entry;
  const tabIndex = isCurrent ? 0 : -1;
  const isOpen = details !== null;
  return (
    <li className="border-b border-line">
      <div className="flex items-start gap-1 py-1.5 pr-2 pl-3 has-[>button:hover]:bg-raised">
        <label className="grid size-6 flex-none place-items-center" data-tip="Compare it with another one">
          <span className="unseen">Compare {titleOf(entry)}</span>
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={isPicked}
            disabled={summary === null || (isPickFull && !isPicked)}
            tabIndex={tabIndex}
            onChange={() => onPick(id)}
          />
        </label>
        <button
          type="button"
          data-entry={id}
          className="grid min-h-6 min-w-0 flex-1 gap-0.5 rounded-sm border-0 bg-transparent p-0 text-left"
          aria-expanded={isOpen}
          tabIndex={tabIndex}
          onClick={() => onOpen(id)}
        >
          <RowText entry={entry} now={now} />
        </button>
        <IconButton
          label={isPinned ? 'Unpin' : 'Pin'}
          tip={isPinned ? 'Unpin: it may make room for newer ones then' : 'Pin: it stays'}
          tone="muted"
          aria-pressed={isPinned}
          tabIndex={tabIndex}
          onClick={() => onPin(id, !isPinned)}
        >
          <Pin aria-hidden />
        </IconButton>
        <IconButton
          label="Delete"
          tip="Delete (Del)"
          tone="muted"
          tabIndex={tabIndex}
          onClick={() => onRemove(id)}
        >
          <Trash aria-hidden />
        </IconButton>
      </div>
      {details}
    </li>
  );
});

function titleOf({ name, summary }: Entry): string {
  return name || (summary === null ? 'an upload' : `${summary.result.title}, ${summary.host}`);
}

function RowText({ entry: { at, name, summary }, now }: Pick<HistoryRowProps, 'entry' | 'now'>) {
  const age = (
    <time
      className="flex-none text-small text-muted tabular-nums"
      dateTime={new Date(at).toISOString()}
      data-tip={new Date(at).toLocaleString('en-GB')}
    >
      {describeAge(now - at)}
    </time>
  );
  if (summary === null) {
    return (
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 text-muted">
          {name ? `${name}: k` : 'K'}ept by another version of this page, which this one can’t read.
        </span>
        {age}
      </span>
    );
  }
  const { Icon, colour } = resultLooks[summary.result.kind];
  return (
    <>
      <span className="flex items-baseline gap-1.5">
        <Icon className={`size-3.5 flex-none self-center ${colour}`} aria-hidden />
        <span className={`min-w-0 flex-1 font-medium wrap-anywhere ${colour}`}>{summary.result.title}</span>
        {age}
      </span>
      {name !== '' && (
        <span className="font-medium wrap-anywhere">
          <ExcerptText text={name} />
        </span>
      )}
      <span className="line-clamp-3 text-small wrap-anywhere text-muted tabular-nums">
        <ExcerptText text={factsOf(summary)} />
      </span>
    </>
  );
}

/** `200 · POST media.example · to +4201 · photo.jpg, 40.2 KiB · 318 ms`. */
function factsOf({ method, host, recipient, media, status, ms }: Summary): string {
  return [
    status,
    `${method} ${host}`,
    recipient && `to ${recipient}`,
    media ? `${media.name || 'media'}, ${formatSize(media.size)}` : 'no media',
    ms !== null && formatMilliseconds(ms),
  ]
    .filter((fact) => fact !== null && fact !== false && fact !== '')
    .join(' · ');
}
