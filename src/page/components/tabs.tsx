import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
}

interface TabListProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Of the panel that the tabs control. */
  readonly panelId: string;
  /** As wide as what it stands in, and high enough for a thumb. */
  readonly isFull?: boolean;
}

/** Tabs by the ARIA pattern: one tab stop, arrow keys between them. */
export function TabList<Id extends string>(props: TabListProps<Id>) {
  const { label, tabs, selected, onSelect, panelId, isFull = false } = props;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.id === selected);
    const next = (at + step + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (tab) onSelect(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div
      ref={list}
      className={`gap-0.5 rounded-[7px] bg-well p-0.5 ${isFull ? 'flex *:min-h-8 *:min-w-0 *:flex-1 max-medium:*:px-1' : 'inline-flex'}`}
      role="tablist"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${panelId}-${id}`}
          data-command={`show-${id}`}
          className="min-h-6 rounded-[5px] border border-solid border-transparent bg-transparent px-2.5 text-small font-medium text-muted hover:text-text aria-selected:border-popup-line aria-selected:bg-tab aria-selected:text-text forced:aria-selected:border-[Highlight] forced:aria-selected:bg-[Highlight] forced:aria-selected:text-[HighlightText] forced:aria-selected:forced-color-adjust-none"
          aria-selected={id === selected}
          aria-controls={panelId}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly panelId: string;
  readonly selected: string;
  /** It takes what height there is in its pane, and what is in it scrolls. */
  readonly isFilling?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function TabPanel({ panelId, selected, isFilling = false, className, children }: TabPanelProps) {
  const filling = 'flex min-h-0 min-w-0 flex-1 flex-col wide:h-full';
  return (
    <div
      role="tabpanel"
      id={panelId}
      aria-labelledby={`${panelId}-${selected}`}
      className={isFilling ? filling : className}
    >
      {children}
    </div>
  );
}

export function usePanelId(): string {
  return useId();
}
