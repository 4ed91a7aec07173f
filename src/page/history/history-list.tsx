import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Entry } from './entry.ts';
import { HistoryRow, type RowActions } from './history-row.tsx';

interface HistoryListProps extends RowActions {
  readonly entries: readonly Entry[];
  readonly now: number;
  readonly picked: readonly string[];
  readonly openId: string | null;
  readonly details: (entry: Entry) => ReactNode;
}

/** Rows that are drawn at once; more of them when the last ones come into view. */
const step = 20;

/** One tab stop; the arrows go from row to row, Enter opens one, Delete deletes it. */
export function HistoryList(props: HistoryListProps) {
  const { entries, now, picked, openId, details, onRemove, ...actions } = props;
  const list = useRef<HTMLUListElement>(null);
  const [count, setCount] = useState(step);
  const [current, setCurrent] = useState<string | null>(null);
  const shown = entries.slice(0, count);
  const currentId = shown.some(({ id }) => id === current) ? current : (shown[0]?.id ?? null);
  const rowsOf = () => Array.from(list.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? []);

  const removeAndGoOn = (id: string) => {
    const rows = rowsOf();
    const at = rows.findIndex((row) => row.dataset['entry'] === id);
    // What goes takes the focus with it.
    if (list.current?.contains(document.activeElement)) (rows[at + 1] ?? rows[at - 1])?.focus();
    onRemove(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.dataset['entry'] === undefined) return;
    const rows = rowsOf();
    const at = rows.indexOf(target);
    if (event.key === 'Delete') {
      event.preventDefault();
      return removeAndGoOn(target.dataset['entry']);
    }
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    rows[Math.max(0, Math.min(next, rows.length - 1))]?.focus();
  };
  return (
    <>
      <ul
        ref={list}
        aria-label="Uploads"
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          const row = target.closest('li')?.querySelector<HTMLElement>('[data-entry]');
          if (row?.dataset['entry'] !== undefined) setCurrent(row.dataset['entry']);
        }}
      >
        {shown.map((entry) => (
          <HistoryRow
            key={entry.id}
            entry={entry}
            now={now}
            isCurrent={entry.id === currentId}
            isPicked={picked.includes(entry.id)}
            isPickFull={picked.length >= 2}
            details={entry.id === openId ? details(entry) : null}
            onRemove={removeAndGoOn}
            {...actions}
          />
        ))}
      </ul>
      {shown.length < entries.length && <WhenSeen key={count} onSeen={() => setCount(count + step)} />}
    </>
  );
}

/** The end of what is drawn: when it comes near, there is more. */
function WhenSeen({ onSeen }: { readonly onSeen: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onSeen);
  useEffect(() => {
    latest.current = onSeen;
  });
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '400px',
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return <div ref={place} className="h-px" />;
}
