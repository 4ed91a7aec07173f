import { type DragEvent, useState } from 'react';

/**
 * Makes an element take a dropped file, before anything inside it does (the editor would put the
 * file's name in). `isOver` while a file is held over it.
 */
export function useFileDrop(onFile: (file: File) => void) {
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
      const file = event.dataTransfer.files[0];
      // Dragged text is the editor's own affair.
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onFile(file);
    },
  };
  return { isOver, handlers };
}
