/** Choices with a field that filters them: a combobox over a list box, as the ARIA pattern has it. */
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from 'react';
import { Field } from '../field.tsx';

export interface FilterListItem {
  readonly id: string;
  readonly title: string;
  /** What it does, below its title. */
  readonly detail?: string;
}

export interface FilterListGroup {
  readonly title: string;
  readonly items: readonly FilterListItem[];
}

interface FilterListProps {
  /** Of the list; the field filters it. */
  readonly label: string;
  /** Those that the filter lets through. */
  readonly groups: readonly FilterListGroup[];
  /** The one in effect. */
  readonly current?: string;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly onChoose: (id: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** As many as a page of the list holds. */
const page = 6;

export function FilterList(props: FilterListProps) {
  const { label, groups, current, filter, onFilter, onChoose, field } = props;
  const items = groups.flatMap((group) => group.items);
  const [active, setActive] = useState(current);
  const index = Math.max(
    0,
    items.findIndex(({ id }) => id === active),
  );
  const listId = useId();
  const optionId = (id: string | undefined) => `${listId}-${id}`;
  const activeId = items[index]?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: with another filter it stands elsewhere
  useEffect(() => {
    const option = document.getElementById(`${listId}-${activeId}`);
    option?.scrollIntoView({ block: 'nearest' });
  }, [listId, activeId, filter]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = items.length - 1;
    const next = {
      ArrowDown: index < last ? index + 1 : 0,
      ArrowUp: index > 0 ? index - 1 : last,
      PageDown: Math.min(index + page, last),
      PageUp: Math.max(index - page, 0),
    }[event.key];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && activeId !== undefined) onChoose(activeId);
    else if (next === undefined) return;
    else setActive(items[next]?.id);
    event.preventDefault();
  };
  return (
    <>
      <Field
        ref={field}
        size="normal"
        role="combobox"
        aria-label={`Filter: ${label}`}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId === undefined ? undefined : optionId(activeId)}
        placeholder="Filter"
        autoComplete="off"
        spellCheck={false}
        value={filter}
        onChange={({ target }) => {
          onFilter(target.value);
          setActive(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className="min-h-0 flex-1 overflow-auto" role="listbox" aria-label={label}>
        {groups.map((group) => (
          <Group key={group.title} title={group.title}>
            {group.items.map((item) => (
              <Option
                key={item.id}
                id={optionId(item.id)}
                item={item}
                isActive={item.id === activeId}
                isCurrent={item.id === current}
                onPoint={() => setActive(item.id)}
                onChoose={() => onChoose(item.id)}
              />
            ))}
          </Group>
        ))}
      </div>
      <p className={items.length === 0 ? 'px-2.5 pb-2 text-small text-muted' : 'unseen'} aria-live="polite">
        {items.length === 0 ? 'Nothing matches.' : filter === '' ? '' : `${items.length} found`}
      </p>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list box has groups, and no fieldset
    <div role="group" aria-label={title}>
      {title !== '' && (
        <p className="px-2.5 pt-1.75 pb-0.75 text-small font-semibold text-muted" aria-hidden>
          {title}
        </p>
      )}
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly item: FilterListItem;
  readonly isActive: boolean;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

const look =
  'grid cursor-default rounded-md px-2.5 py-1.5 aria-checked:shadow-[inset_3px_0_var(--color-accent)] aria-selected:bg-accent-tint forced:aria-checked:border-l-4 forced:aria-checked:border-[Highlight] forced:aria-selected:bg-[Highlight] forced:aria-selected:text-[HighlightText] forced:aria-selected:forced-color-adjust-none';

function Option({ id, item, isActive, isCurrent, onPoint, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the combobox's
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-checked={isCurrent}
      className={look}
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onChoose}
    >
      <strong className="font-semibold">{item.title}</strong>
      {item.detail && (
        <span className="text-small leading-[1.4] wrap-anywhere text-muted forced:text-inherit">
          {item.detail}
        </span>
      )}
    </div>
  );
}
