import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Command } from '../commands/command.ts';
import { keyLabels } from '../commands/key-label.ts';
import { useIsMac } from '../components/is-mac.ts';
import { Kbd } from '../components/kbd.tsx';
import { commandSections } from './command-search.ts';
import { recentCommands, rememberCommand } from './recent-commands.ts';

interface CommandPaletteProps {
  readonly commands: readonly Command[];
  /** Looks for the words in the Reference: the last thing that is offered. */
  readonly onSearch: (query: string) => void;
  readonly onClose: () => void;
}

/** All commands in one list: a combobox over a list box, as the ARIA pattern has it. */
export function CommandPalette({ commands, onSearch, onClose }: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [recent] = useState(recentCommands);
  const found = useMemo(() => commandSections(commands, query, recent), [commands, query, recent]);
  const words = query.trim();
  const search: Command = {
    id: 'search-reference',
    title: `Search the Reference for “${words}”`,
    group: 'Here',
    run: () => onSearch(words),
  };
  const sections = words === '' ? found : [...found, { title: 'Reference', commands: [search] }];
  const options = sections.flatMap((section) => section.commands);
  const listId = useId();
  const optionId = (index: number) => `${listId}-${index}`;

  useEffect(() => {
    // The dialog gives the focus back to where it was; what a command does with it comes after that.
    const element = dialog.current;
    element?.showModal();
    return () => close(element);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has another active option
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active, query]);

  const choose = (command: Command | undefined) => {
    if (command === undefined) return;
    if (command.group !== 'Here') rememberCommand(command.id);
    close(dialog.current);
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = options.length - 1;
    const next = {
      ArrowDown: active < last ? active + 1 : 0,
      ArrowUp: active > 0 ? active - 1 : last,
      PageDown: Math.min(active + 8, last),
      PageUp: Math.max(active - 8, 0),
    }[event.key];
    if (event.key === 'Enter') choose(options[active]);
    else if (next === undefined) return;
    else setActive(Math.max(next, 0));
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="fixed inset-x-0 top-[min(12vh,96px)] z-50 mx-auto my-0 w-[min(35rem,calc(100vw-1rem))] overflow-hidden rounded-lg border border-popup-line bg-pane p-0 text-text shadow-popup backdrop:bg-[rgb(10_14_22/45%)]"
      aria-label="All commands"
      onCancel={(event) => {
        event.preventDefault();
        close(event.currentTarget);
      }}
      onClose={onClose}
      // On the dialog itself, and not in it: beside the box.
      onPointerDown={({ target, currentTarget }) => target === currentTarget && close(currentTarget)}
    >
      <div className="flex max-h-[min(30rem,76dvh)] flex-col">
        <input
          className="h-11 flex-none border-0 border-b border-line bg-transparent px-4 text-title outline-none placeholder:text-muted placeholder:opacity-100"
          role="combobox"
          aria-label="Search commands"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? optionId(active) : undefined}
          placeholder="Search commands"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div id={listId} className="min-h-0 overflow-auto p-1.25" role="listbox" aria-label="Commands">
          {sections.map((section) => (
            <Section key={section.title} title={section.title} isTitled={words === ''}>
              {section.commands.map((command) => {
                const index = options.indexOf(command);
                return (
                  <Option
                    key={command.id}
                    id={optionId(index)}
                    command={command}
                    isActive={index === active}
                    onPoint={() => setActive(index)}
                    onChoose={() => choose(command)}
                  />
                );
              })}
            </Section>
          ))}
        </div>
        <p className={found.length === 0 ? 'flex-none px-4 pb-3 text-muted' : 'unseen'} aria-live="polite">
          {words !== '' && said(found.flatMap((section) => section.commands).length)}
        </p>
      </div>
    </dialog>
  );
}

/** The dialog gives the focus back to where it was, which Chromium's editable text takes for none: copying fails. */
function close(dialog: HTMLDialogElement | null): void {
  if (!dialog?.open) return;
  dialog.close();
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement)) return;
  activeElement.blur();
  activeElement.focus();
}

function said(count: number): string {
  if (count === 0) return 'No command has these words.';
  return count === 1 ? '1 command' : `${count} commands`;
}

interface SectionProps {
  readonly title: string;
  readonly isTitled: boolean;
  readonly children: ReactNode;
}

function Section({ title, isTitled, children }: SectionProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list box has groups, and no fieldset
    <div role="group" aria-label={title}>
      {isTitled && (
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
  readonly command: Command;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ id, command, isActive, onPoint, onChoose }: OptionProps) {
  const isMac = useIsMac();
  const { title, keys } = command;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the combobox's
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className="flex min-h-8 cursor-default items-center gap-3 rounded-md px-2.5 py-1 aria-selected:bg-accent-tint forced:aria-selected:bg-[Highlight] forced:aria-selected:text-[HighlightText] forced:aria-selected:forced-color-adjust-none"
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onChoose}
    >
      <span className="min-w-0 flex-1 wrap-anywhere">{title}</span>
      {keys?.[0] && (
        <span className="flex flex-none gap-1 text-muted forced:text-inherit">
          {keyLabels(keys[0], isMac).map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </div>
  );
}
