import { useEffect, useMemo, useRef, useState } from 'react';
import type { Command } from '../commands/command.ts';
import { keyLabels } from '../commands/key-label.ts';
import { useIsMac } from '../components/is-mac.ts';
import { Kbd } from '../components/kbd.tsx';
import { FilterList, type FilterListItem } from '../components/popup/filter-list.tsx';
import { commandSections } from './command-search.ts';
import { recentCommands, rememberCommand } from './recent-commands.ts';

interface CommandPaletteProps {
  readonly commands: readonly Command[];
  /** Looks for the words in the Reference: the last thing that is offered. */
  readonly onSearch: (query: string) => void;
  readonly onClose: () => void;
}

interface CommandItem extends FilterListItem {
  readonly command: Command;
}

/** All commands in one list. */
export function CommandPalette({ commands, onSearch, onClose }: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
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

  useEffect(() => {
    // The dialog gives the focus back to where it was; what a command does with it comes after that.
    const element = dialog.current;
    element?.showModal();
    return () => close(element);
  }, []);

  const choose = ({ command }: CommandItem) => {
    if (command.group !== 'Here') rememberCommand(command.id);
    close(dialog.current);
    command.run();
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
      <div className="flex max-h-[min(30rem,76dvh)] flex-col [&>[role=listbox]]:p-1.25">
        <FilterList
          label="Commands"
          noun="command"
          matches={found.reduce((sum, section) => sum + section.commands.length, 0)}
          groups={sections.map((section) => ({
            title: section.title,
            items: section.commands.map((command) => ({
              ...command,
              command,
              end: <Keys command={command} />,
            })),
          }))}
          filter={query}
          onFilter={setQuery}
          onChoose={choose}
          field={(props) => (
            <input
              className="h-11 flex-none border-0 border-b border-line bg-transparent px-4 text-title outline-none placeholder:text-muted placeholder:opacity-100"
              aria-label="Search commands"
              placeholder="Search commands"
              {...props}
            />
          )}
        />
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

function Keys({ command: { keys } }: { readonly command: Command }) {
  const isMac = useIsMac();
  if (!keys?.[0]) return null;
  return (
    <span className="flex flex-none gap-1 text-muted max-medium:hidden forced:text-inherit [@media(hover:none)]:hidden">
      {keyLabels(keys[0], isMac).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}
