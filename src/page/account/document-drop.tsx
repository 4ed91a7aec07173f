import type { ReactNode } from 'react';
import { CloseButton } from '../components/close-button.tsx';
import { FileDrop } from '../components/file-drop.tsx';
import { useDocument } from '../state/document-provider.tsx';
import { useDrops } from '../state/use-drops.ts';

/** Pane 1 takes a file dropped anywhere on it, and says why where it can't. */
export function DocumentDrop({ children }: { readonly children: ReactNode }) {
  const { notice, notify } = useDocument();
  return (
    <FileDrop onFiles={useDrops('document')}>
      <div aria-live="polite">
        {notice !== null && (
          <p className="flex items-start justify-between gap-2 border-b border-warn-line bg-warn-tint py-[7px] pr-2 pl-4 wrap-anywhere">
            <span>{notice}</span>
            <CloseButton label="Close this notice" onClick={() => notify(null)} />
          </p>
        )}
      </div>
      {children}
    </FileDrop>
  );
}
