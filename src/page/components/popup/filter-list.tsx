/** Choices with a field that filters them: a combobox over a list box, as the ARIA pattern has it. */
import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { plural } from '../format.ts';

export interface FilterListItem {
  readonly id: string;
  readonly title: string;
  /** What it does, below its title. */
  readonly detail?: string;
  /** At its end, such as its keys. */
  readonly end?: ReactNode;
}

export interface FilterListGroup<Item extends FilterListItem = FilterListItem> {
  /** Empty: it has no heading. */
  readonly title: string;
  readonly items: readonly Item[];
}

interface FilterListProps<Item extends FilterListItem> {
  /** Of the list. */
  readonly label: string;
  /** Those that the filter lets through. */
  readonly groups: readonly FilterListGroup<Item>[];
  /** The one in effect, of choices of which one is. */
  readonly current?: string;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly onChoose: (item: Item) => void;
  /** What a choice is called. */
  readonly noun: string;
  /** How many the filter lets through, where what else is offered doesn't count. */
  readonly matches?: number;
  /** The field, with what makes it the list's. */
  readonly field: (props: Omit<ComponentProps<'input'>, 'size' | 'className' | 'style'>) => ReactNode;
}

/** As many as a page of the list holds. */
const page = 8;

export function FilterList<Item extends FilterListItem>(props: FilterListProps<Item>) {
  const { label, groups, current, filter, onFilter, onChoose, noun, field } = props;
  const items = groups.flatMap((group) => group.items);
  const { matches = items.length } = props;
  const [active, setActive] = useState(current);
  const index = Math.max(
    0,
    items.findIndex(({ id }) => id === active),
  );
  const listId = useId();
  const optionId = (id: string) => `${listId}-${id}`;
  const chosen = items[index];
  const activeId = chosen && optionId(chosen.id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: with another filter it stands elsewhere
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId, filter]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = items.length - 1;
    const next = {
      ArrowDown: index < last ? index + 1 : 0,
      ArrowUp: index > 0 ? index - 1 : last,
      PageDown: Math.min(index + page, last),
      PageUp: Math.max(index - page, 0),
    }[event.key];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen) onChoose(chosen);
    else if (next === undefined) return;
    else setActive(items[next]?.id);
    event.preventDefault();
  };
  return (
    <>
      {field({
        role: 'combobox',
        'aria-expanded': true,
        'aria-controls': listId,
        'aria-autocomplete': 'list',
        'aria-activedescendant': activeId,
        autoComplete: 'off',
        spellCheck: false,
        value: filter,
        onChange({ target }) {
          onFilter(target.value);
          setActive(undefined);
        },
        onKeyDown,
      })}
      <div id={listId} className="min-h-0 flex-1 overflow-auto" role="listbox" aria-label={label}>
        {groups.map((group) => (
          <Group key={group.title} title={group.title}>
            {group.items.map((item) => (
              <Option
                key={item.id}
                id={optionId(item.id)}
                item={item}
                isActive={item === chosen}
                isCurrent={current === undefined ? undefined : item.id === current}
                onPoint={() => setActive(item.id)}
                onChoose={() => onChoose(item)}
              />
            ))}
          </Group>
        ))}
      </div>
      <p className={matches === 0 ? 'px-2.5 pb-2 text-small text-muted' : 'unseen'} aria-live="polite">
        {matches === 0 ? `No ${noun} has these words.` : filter.trim() !== '' && plural(matches, noun)}
      </p>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list box has groups, and no fieldset
    <div role="group" aria-label={title || undefined}>
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
  readonly isCurrent: boolean | undefined;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

const look =
  'flex min-h-8 cursor-default items-center gap-3 rounded-md px-2.5 py-1 aria-checked:shadow-[inset_3px_0_var(--color-accent)] aria-selected:bg-accent-tint forced:aria-checked:border-l-4 forced:aria-checked:border-[Highlight] forced:aria-selected:bg-[Highlight] forced:aria-selected:text-[HighlightText] forced:aria-selected:forced-color-adjust-none';

function Option({ id, item, isActive, isCurrent, onPoint, onChoose }: OptionProps) {
  const { title, detail, end } = item;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the combobox's
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
    <div
      id={id}
      role="option"
      data-option={item.id}
      aria-selected={isActive}
      aria-checked={isCurrent}
      className={look}
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onChoose}
    >
      <span className="grid min-w-0 flex-1 wrap-anywhere">
        <span className={detail ? 'font-semibold' : ''}>{title}</span>
        {detail && <span className="text-small leading-[1.4] text-muted forced:text-inherit">{detail}</span>}
      </span>
      {end}
    </div>
  );
}
