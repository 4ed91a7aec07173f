import { useEffect, useRef } from 'react';
import { isText } from '../commands/character-keys.ts';
import { isPressed } from '../commands/command.ts';
import { useKeyCommands } from '../commands/use-key-commands.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { useDrops } from '../state/use-drops.ts';

/** Keys of the whole page, before the editor's own, which would make a new line of Ctrl Enter; links into the Reference. */
export function useShortcuts(): void {
  const commands = useKeyCommands();
  const onStrayFiles = useDrops('page');
  const { openReference } = useDisplay();
  const latest = useRef({ commands, onStrayFiles, openReference });
  useEffect(() => {
    latest.current = { commands, onStrayFiles, openReference };
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
    const onClick = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest('[data-reference]') : null;
      if (link) latest.current.openReference(link.getAttribute('data-reference') ?? '');
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('click', onClick);
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('click', onClick);
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
}
