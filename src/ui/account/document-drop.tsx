import type { ReactNode } from 'react';
import { CloseButton } from '../common/close-button.tsx';
import { useFileDrop } from '../common/use-file-drop.ts';
import './document-drop.css';

interface DocumentDropProps {
  readonly onFile: (file: File) => void;
  readonly notice: string | null;
  readonly onNoticeRead: () => void;
  readonly children: ReactNode;
}

/** Room 1 takes a file dropped anywhere on it, and says why where it can't. */
export function DocumentDrop({ onFile, notice, onNoticeRead, children }: DocumentDropProps) {
  const { isOver, handlers } = useFileDrop(onFile);
  return (
    <div className={isOver ? 'document-drop drop-here' : 'document-drop'} {...handlers}>
      <div className="document-notice" aria-live="polite">
        {notice !== null && (
          <p>
            <span>{notice}</span>
            <CloseButton label="Close this notice" onClick={onNoticeRead} />
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
