import { useEffect, useRef } from 'react';
import { useDocument } from '../state/document-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { useDrops } from '../state/use-drops.ts';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';

/** Keys of the whole page. Before the editor's own, which would make a new line of Ctrl Enter. */
export function useShortcuts(): void {
  const { send } = useUploads();
  const { choose, save } = useDocument();
  const { goToNext } = useProblemNavigation();
  const onStrayFiles = useDrops('page');
  const shortcuts = { send, choose, save, goToNext, onStrayFiles };
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // AltGr is Ctrl and Alt together, and with letters it writes others.
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const letter = isCommand ? event.key.toLowerCase() : '';
      if (letter === 'o') latest.current.choose();
      else if (letter === 's') latest.current.save();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current.send();
      else if (event.key === 'F8') latest.current.goToNext(event.shiftKey ? 'previous' : 'next');
      else return;
      event.preventDefault();
      event.stopPropagation();
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
