import { useRef } from 'react';
import { Button } from '../components/button.tsx';
import { CloseButton } from '../components/close-button.tsx';
import { useDocument } from '../state/document-provider.tsx';

/** What was done with the document, and why a file was not opened. Below the text, which stays in its place. */
export function DocumentNotice() {
  const { notice, notify } = useDocument();
  const place = useRef<HTMLDivElement>(null);
  const undo = notice?.undo;
  /** Its buttons go with it: who goes on by keyboard does so from here. */
  const leave = (work: () => void) => () => {
    place.current?.focus();
    work();
  };
  return (
    <div ref={place} tabIndex={-1} className="flex-none" aria-live="polite">
      {notice !== null && (
        <div
          className={`flex items-start gap-1.5 border-t py-1.25 pr-2 pl-4 text-small ${undo ? 'border-line bg-accent-tint' : 'border-warn-line bg-warn-tint'}`}
        >
          <p className="min-w-0 flex-1 py-0.5 wrap-anywhere">{notice.text}</p>
          {undo && (
            <Button size="small" onClick={leave(undo)}>
              Undo
            </Button>
          )}
          <CloseButton label="Close this notice" onClick={leave(() => notify(null))} />
        </div>
      )}
    </div>
  );
}
