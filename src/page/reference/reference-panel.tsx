import { type KeyboardEvent, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Command } from '../commands/command.ts';
import { CloseButton } from '../components/close-button.tsx';
import { Field } from '../components/field.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { EntryView } from './entry-view.tsx';
import { inertAround } from './inert-around.ts';
import {
  type EntryKind,
  entryKinds,
  findEntry,
  type ReferenceEntry,
  referenceEntries,
  searchEntries,
} from './reference-entries.ts';

interface ReferencePanelProps {
  readonly commands: readonly Command[];
  /** The entry that is led to, or else what is searched for; empty: all of it. Another object leads there again. */
  readonly wanted: { readonly entry: string };
  readonly onClose: () => void;
}

const kinds = Object.keys(entryKinds).filter((kind): kind is EntryKind => Object.hasOwn(entryKinds, kind));

// Beside the panes from 1280 px, over a part of them below, and all of a phone.
const place =
  'fixed inset-0 z-40 flex flex-col bg-pane focus:outline-none medium:left-auto medium:w-[26.25rem] medium:border-l medium:border-popup-line medium:shadow-popup min-[80rem]:static min-[80rem]:w-[clamp(21.25rem,25vw,32.5rem)] min-[80rem]:flex-none min-[80rem]:shadow-none';
const covering = '(width < 40rem)';

/** Rules, keys, parameters, assumptions and shortcuts, to search and to be led to. */
export function ReferencePanel({ commands, wanted, onClose }: ReferencePanelProps) {
  const panel = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const uncover = useRef<(() => void) | null>(null);
  const entries = useMemo(() => referenceEntries(commands), [commands]);
  const marked = findEntry(entries, wanted.entry)?.id ?? null;
  const [filter, setFilter] = useState<{ readonly query: string; readonly kind: EntryKind | null }>({
    query: '',
    kind: null,
  });
  const { query, kind } = useDeferredValue(filter);
  const found = useMemo(() => searchEntries(entries, query), [entries, query]);
  const shown = found.filter((entry) => kind === null || entry.kind === kind);

  // What a link leads to is shown, whatever was searched for before.
  const [led, setLed] = useState<ReferencePanelProps['wanted'] | null>(null);
  if (led !== wanted) {
    setLed(wanted);
    setFilter({
      query: marked === null ? wanted.entry.slice(wanted.entry.indexOf(' ') + 1) : '',
      kind: null,
    });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one is led to anew
  useLayoutEffect(() => {
    const entry =
      marked === null ? null : panel.current?.querySelector<HTMLElement>(`[data-entry="${marked}"]`);
    entry?.scrollIntoView({ block: 'start' });
    return afterMenus(() => {
      before.current ??= document.activeElement;
      if (panel.current && window.matchMedia(covering).matches)
        uncover.current ??= inertAround(panel.current);
      (entry ?? search.current)?.focus({ preventScroll: true });
    });
  }, [wanted]);
  useLayoutEffect(() => {
    const element = panel.current;
    return () => {
      const hadFocus = element?.contains(document.activeElement);
      uncover.current?.();
      if (hadFocus && before.current instanceof HTMLElement) before.current.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const articles = Array.from(panel.current?.querySelectorAll('article') ?? []);
    const at = articles.findIndex((article) => article.contains(document.activeElement));
    const next = at + step;
    (articles[next] ?? (next < 0 ? search.current : articles[at]))?.focus();
  };

  return (
    <section ref={panel} className={place} aria-label="Reference" onKeyDown={onKeyDown}>
      <header className="flex flex-none items-center gap-2 pt-2 pr-2 pl-4">
        <h2 className="flex-1 text-title font-semibold">Reference</h2>
        <CloseButton label="Close the Reference" onClick={onClose} />
      </header>
      <search className="flex-none border-b border-line px-4 pt-1.5 pb-1.5">
        <Field
          ref={search}
          size="normal"
          aria-label="Search the Reference"
          placeholder="Search: TPL-7, to, password …"
          autoComplete="off"
          spellCheck={false}
          value={filter.query}
          onChange={({ target }) => setFilter({ ...filter, query: target.value })}
        />
        <p className="flex flex-wrap gap-x-2.5 pt-1 text-small [&>button]:min-h-6">
          {kinds.map((one) => (
            <LinkButton
              key={one}
              aria-pressed={kind === one}
              onClick={() => setFilter({ ...filter, kind: kind === one ? null : one })}
            >
              {entryKinds[one]}
            </LinkButton>
          ))}
        </p>
      </search>
      <div className="relative min-h-0 flex-1 overflow-auto overscroll-contain">
        <p className="unseen" aria-live="polite">
          {query !== '' && (shown.length === 1 ? '1 entry' : `${shown.length} entries`)}
        </p>
        {shown.length === 0 && (
          <p className="p-4 text-muted">
            Nothing has these words. Search for a code, a key, a parameter, or a word of what you see.
          </p>
        )}
        {query === '' ? (
          kinds.map((one) => (
            <Section
              key={one}
              kind={one}
              entries={shown.filter((entry) => entry.kind === one)}
              marked={marked}
            />
          ))
        ) : (
          <>
            {/* Their headings are of the fourth level. */}
            <h3 className="unseen">Found</h3>
            {shown.map((entry) => (
              <EntryView key={entry.id} entry={entry} isMarked={entry.id === marked} />
            ))}
          </>
        )}
      </div>
    </section>
  );
}

/** A menu that closes now gives its focus back first. */
function afterMenus(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

interface SectionProps {
  readonly kind: EntryKind;
  readonly entries: readonly ReferenceEntry[];
  readonly marked: string | null;
}

function Section({ kind, entries, marked }: SectionProps) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3 className="bg-raised px-4 pt-2 pb-1.5 text-small font-semibold">{entryKinds[kind]}</h3>
      {entries.map((entry) => (
        <EntryView key={entry.id} entry={entry} isMarked={entry.id === marked} />
      ))}
    </section>
  );
}
