import type { ReactNode } from 'react';
import { CloseButton } from '../components/close-button.tsx';
import { FileDrop } from '../components/file-drop.tsx';
import { useDocument } from '../state/document-provider.tsx';
import { useDrops } from '../state/use-drops.ts';
import './document-drop.css';

/** Pane 1 takes a file dropped anywhere on it, and says why where it can't. */
export function DocumentDrop({ children }: { readonly children: ReactNode }) {
  const { notice, notify } = useDocument();
  return (
    <FileDrop onFiles={useDrops('document')}>
      <div className="document-notice" aria-live="polite">
        {notice !== null && (
          <p>
            <span>{notice}</span>
            <CloseButton label="Close this notice" onClick={() => notify(null)} />
          </p>
        )}
      </div>
      {children}
    </FileDrop>
  );
}
