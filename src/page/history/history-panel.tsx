import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { plural } from '../components/format.ts';
import { LinkButton } from '../components/link-button.tsx';
import { Notice, NoticeBar } from '../components/notice.tsx';
import { Sheet } from '../components/sheet.tsx';
import { CompareDialog, type CompareSides } from './compare-dialog.tsx';
import type { Entry } from './entry.ts';
import { EntryDetailsView } from './entry-details.tsx';
import { type EntryFilter, entryFilters, filterEntries } from './history-filter.ts';
import { HistoryList } from './history-list.tsx';
import { HistoryStorage } from './history-storage.tsx';
import { describeHistoryFault } from './storage-words.ts';
import { useHistoryActions, useHistoryList, useRecordingFault } from './use-history.ts';
import { useRestore } from './use-restore.ts';

const filters = Object.keys(entryFilters).filter((one): one is EntryFilter =>
  Object.hasOwn(entryFilters, one),
);

/** Every upload that was sent: to find, name, compare and restore. */
export function HistoryPanel({ onClose }: { readonly onClose: () => void }) {
  const { entries, fault } = useHistoryList();
  const actions = useHistoryActions();
  const restore = useRestore();
  const now = useNow();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<EntryFilter | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [pickedIds, setPicked] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState<CompareSides | null>(null);
  const query = useDeferredValue(search);
  const found = useMemo(() => filterEntries(entries ?? [], query, filter), [entries, query, filter]);
  // Those that were deleted since are picked no more.
  const picked = entries?.filter(({ id }) => pickedIds.includes(id)) ?? [];
  const recordingFault = useRecordingFault();
  const said = fault ?? actions.fault ?? recordingFault;

  const detailsOf = (entry: Entry) => {
    const before = entries?.[entries.indexOf(entry) + 1];
    return (
      <EntryDetailsView
        entry={entry}
        onComparePrevious={before?.summary ? () => setComparing([before, entry]) : null}
        onComparePresent={() => setComparing([entry, 'present'])}
        onRestore={() => restore(entry.id, onClose)}
        onRename={(name) => actions.rename(entry.id, name)}
      />
    );
  };
  return (
    <Sheet title="History" onClose={onClose}>
      {said && (
        <div className="px-4 pt-2.5">
          <Notice tone="warn">{describeHistoryFault(said)}</Notice>
        </div>
      )}
      {entries !== null && (
        <>
          {entries.length > 0 && (
            <search className="block border-b border-line px-4 pt-2 pb-1.5">
              <Field
                size="normal"
                aria-label="Search the history"
                placeholder="Search: host, recipient, name, verdict …"
                autoComplete="off"
                spellCheck={false}
                value={search}
                onChange={({ target }) => setSearch(target.value)}
              />
              <p className="flex flex-wrap gap-x-2.5 pt-1 text-small [&>button]:min-h-6">
                {filters.map((one) => (
                  <LinkButton
                    key={one}
                    aria-pressed={filter === one}
                    onClick={() => setFilter(filter === one ? null : one)}
                  >
                    {entryFilters[one]}
                  </LinkButton>
                ))}
              </p>
            </search>
          )}
          <p className="unseen" aria-live="polite">
            {(query !== '' || filter !== null) && plural(found.length, 'upload')}
          </p>
          <PickBar picked={picked} onCompare={setComparing} onClear={() => setPicked([])} />
          <RemovedBar actions={actions} />
          {entries.length === 0 ? (
            <p className="px-4 py-3 text-muted">Nothing sent yet. Each upload is kept here from now on.</p>
          ) : found.length === 0 ? (
            <p className="px-4 py-3 text-muted">No upload has these words.</p>
          ) : (
            <HistoryList
              entries={found}
              now={now}
              picked={picked.map(({ id }) => id)}
              openId={openId}
              details={detailsOf}
              onOpen={(id) => setOpenId(openId === id ? null : id)}
              onPick={(id) =>
                setPicked((before) =>
                  before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2),
                )
              }
              onPin={actions.pin}
              onRemove={actions.remove}
            />
          )}
          <HistoryStorage entries={entries} onClear={actions.clear} />
        </>
      )}
      {comparing && <CompareDialog sides={comparing} onClose={() => setComparing(null)} />}
    </Sheet>
  );
}

interface PickBarProps {
  /** Newest first. */
  readonly picked: readonly Entry[];
  readonly onCompare: (sides: CompareSides) => void;
  readonly onClear: () => void;
}

function PickBar({ picked: [later, earlier], onCompare, onClear }: PickBarProps) {
  if (later === undefined) return null;
  return (
    <div className="sticky top-11 z-1 flex flex-wrap items-center gap-1.5 border-b border-line bg-accent-tint px-4 py-1.5 text-small">
      <p className="min-w-0 flex-1" aria-live="polite">
        {earlier ? '2 uploads picked.' : '1 upload picked: pick another to compare.'}
      </p>
      {earlier && (
        <Button size="small" variant="primary" onClick={() => onCompare([earlier, later])}>
          Compare
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={onClear}>
        Pick none
      </Button>
    </div>
  );
}

function RemovedBar({ actions }: { readonly actions: ReturnType<typeof useHistoryActions> }) {
  const place = useRef<HTMLDivElement>(null);
  const { removed, undoRemove, forgetRemoved } = actions;
  /** Its buttons go with it: who goes on by keyboard does so from here. */
  const leave = (work: () => void) => () => {
    place.current?.focus();
    work();
  };
  return (
    <div ref={place} tabIndex={-1} aria-live="polite">
      {removed > 0 && (
        <NoticeBar
          tone="info"
          text={`Deleted ${plural(removed, 'upload')}.`}
          actions={
            <Button size="small" onClick={leave(undoRemove)}>
              Undo
            </Button>
          }
          onClose={leave(forgetRemoved)}
        />
      )}
    </div>
  );
}

/** Milliseconds since 1970, anew each half minute: ages are told in minutes. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
