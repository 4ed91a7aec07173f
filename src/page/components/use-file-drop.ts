import { type DragEvent, useState } from 'react';

/**
 * Makes an element take dropped files, before anything inside it does (the editor would put a
 * file's name in). `isOver` while files are held over it; without `onFiles` it takes none.
 */
export function useFileDrop(onFiles: ((files: readonly File[]) => void) | undefined) {
  const [isOver, setIsOver] = useState(false);
  const handlers = {
    onDragOverCapture(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    },
    onDragLeaveCapture(event: DragEvent) {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setIsOver(false);
    },
    onDropCapture(event: DragEvent) {
      setIsOver(false);
      const files = [...event.dataTransfer.files];
      // Dragged text is the editor's own affair.
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      onFiles?.(files);
    },
  };
  return { isOver, handlers: onFiles && handlers };
}
