import { useEffect, useRef } from 'react';

interface Shortcuts {
  readonly onSend: () => void;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  /** Files that were dropped where no room takes them. */
  readonly onStrayFiles: (files: readonly File[]) => void;
  readonly onProblem: (direction: 'next' | 'previous') => void;
}

/** Keys of the whole page. Before the editor's own, which would make a new line of Ctrl Enter. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // AltGr is Ctrl and Alt together, and with letters it writes others.
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const letter = isCommand ? event.key.toLowerCase() : '';
      if (letter === 'o') latest.current.onOpen();
      else if (letter === 's') latest.current.onSave();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current.onSend();
      else if (event.key === 'F8') latest.current.onProblem(event.shiftKey ? 'previous' : 'next');
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // A file dropped beside its room would make the browser leave the page.
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
