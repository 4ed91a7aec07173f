import { useRef } from 'react';
import { Button } from '../components/button.tsx';
import { NoticeBar } from '../components/notice.tsx';
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
        <NoticeBar
          tone={undo ? 'info' : 'warn'}
          text={notice.text}
          actions={
            undo && (
              <Button size="small" onClick={leave(undo)}>
                Undo
              </Button>
            )
          }
          onClose={leave(() => notify(null))}
        />
      )}
    </div>
  );
}
