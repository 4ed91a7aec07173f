import type { ReactNode } from 'react';
import { useFileDrop } from './use-file-drop.ts';

interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A part of the page that takes files dropped anywhere on it, and shows so while they are held over it. */
export function FileDrop({ onFiles, children }: FileDropProps) {
  const { isOver, handlers } = useFileDrop(onFiles);
  return (
    <div className="relative flex h-full min-w-0 flex-col" {...handlers}>
      {children}
      {isOver && <DropOverlay />}
    </div>
  );
}

/** Over what the element holds, which paints its own ground. */
export function DropOverlay() {
  return (
    <div
      className="pointer-events-none absolute inset-0 z-6 bg-accent/12 outline-2 -outline-offset-6 outline-accent outline-dashed"
      aria-hidden
    />
  );
}
