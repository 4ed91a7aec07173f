import type { ReactNode } from 'react';
import { CloseButton } from '../components/close-button.tsx';
import { FileDrop } from '../components/file-drop.tsx';
import './document-drop.css';

interface DocumentDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly notice: string | null;
  readonly onNoticeRead: () => void;
  readonly children: ReactNode;
}

/** Room 1 takes a file dropped anywhere on it, and says why where it can't. */
export function DocumentDrop({ onFiles, notice, onNoticeRead, children }: DocumentDropProps) {
  return (
    <FileDrop onFiles={onFiles}>
      <div className="document-notice" aria-live="polite">
        {notice !== null && (
          <p>
            <span>{notice}</span>
            <CloseButton label="Close this notice" onClick={onNoticeRead} />
          </p>
        )}
      </div>
      {children}
    </FileDrop>
  );
}
