import { useState } from 'react';
import type { Command } from './commands/command.ts';
import { CommandPalette } from './palette/command-palette.tsx';
import { useDisplay } from './state/display-provider.tsx';
import { useAllCommands } from './use-all-commands.ts';

/** The palette with every command of the page: loaded when it is opened. */
export function PaletteLayer({ onClose }: { readonly onClose: () => void }) {
  const { openReference } = useDisplay();
  const [topic] = useState(topicAtFocus);
  const commands = useAllCommands();
  const about: readonly Command[] =
    topic === null
      ? []
      : [
          {
            id: 'about',
            title: `Reference: ${nameOf(topic)}`,
            group: 'Here',
            run: () => openReference(topic),
          },
        ];
  return (
    <CommandPalette
      commands={[...about, ...commands]}
      onSearch={(query) => openReference(`words ${query}`)}
      onClose={onClose}
    />
  );
}

/** What the field is about that a person is in: `parameter to`. */
function topicAtFocus(): string | null {
  return document.activeElement?.closest('[data-about]')?.getAttribute('data-about') ?? null;
}

function nameOf(topic: string): string {
  const name = topic.slice(topic.indexOf(' ') + 1);
  return topic.startsWith('parameter ') ? `%${name}%` : name;
}
