import type { ReactNode } from 'react';
import { useFileDrop } from './use-file-drop.ts';
import './file-drop.css';

interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A room that takes files dropped anywhere on it, and shows so while they are held over it. */
export function FileDrop({ onFiles, children }: FileDropProps) {
  const { isOver, handlers } = useFileDrop(onFiles);
  return (
    <div className={isOver ? 'file-drop drop-here' : 'file-drop'} {...handlers}>
      {children}
    </div>
  );
}
