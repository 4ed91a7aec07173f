import { useEffect, useRef } from 'react';
import { isText } from '../commands/character-keys.ts';
import { isPressed } from '../commands/command.ts';
import { useKeyCommands } from '../commands/use-key-commands.ts';
import { useDrops } from '../state/use-drops.ts';

/** Keys of the whole page. Before the editor's own, which would make a new line of Ctrl Enter. */
export function useShortcuts(): void {
  const commands = useKeyCommands();
  const onStrayFiles = useDrops('page');
  const latest = useRef({ commands, onStrayFiles });
  useEffect(() => {
    latest.current = { commands, onStrayFiles };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = latest.current.commands.find(({ keys }) => keys?.some((one) => isPressed(one, event)));
      if (command === undefined || isText(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (command.isAvailable !== false) command.run();
    };
    // A file dropped beside its pane would make the browser leave the page.
    const keepPage = (event: DragEvent) => event.preventDefault();
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current.onStrayFiles(files);
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
}
