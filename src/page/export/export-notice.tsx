import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { CloseButton } from '../components/close-button.tsx';
import { download } from '../state/download.ts';
import { type Exported, useExportState } from './export-state.ts';

/** What came of an export, over the lower edge of the page until it is closed. */
export function ExportNotice({ onClose }: { readonly onClose: () => void }) {
  const { last } = useExportState();
  const before = useRef(document.activeElement);
  const said = last ? headline(last) : '';
  // A live region says what changes in it: it is there first, and empty.
  const [announced, setAnnounced] = useState('');
  useEffect(() => setAnnounced(said), [said]);
  if (!last) return null;
  const close = () => {
    onClose();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const { notes, differences, file, outcome } = last;
  return (
    <section
      aria-label="Export"
      className="fixed right-3 bottom-11 left-3 max-wide:bottom-16 z-40 ml-auto flex max-h-[min(24rem,calc(100dvh-6rem))] max-w-[34rem] flex-col rounded-lg border border-popup-line bg-pane shadow-popup"
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <header className="flex flex-none items-center gap-2 border-b border-line py-1.5 pr-2 pl-4">
        <p className="min-w-0 flex-1 font-semibold" aria-live="polite">
          {announced}
        </p>
        {file && outcome !== 'saved' && (
          <Button size="small" onClick={() => download(file.name, file.content)}>
            Save as {file.name}
          </Button>
        )}
        <CloseButton label="Close this notice" onClick={close} />
      </header>
      {/* Scrolled by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll */}
      <div className="grid gap-1.5 overflow-auto px-4 py-2.5 text-small wrap-anywhere" tabIndex={0}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {differences.length > 0 && (
          <>
            <p className="font-semibold">What differs from the preview</p>
            <ul className="grid list-disc gap-1 pl-4.5">
              {differences.map((difference) => (
                <li key={difference}>{difference}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}

function headline({ title, outcome }: Exported): string {
  switch (outcome) {
    case 'copied':
      return `Copied: ${title}`;
    case 'saved':
      return `Saved: ${title}`;
    case 'not copied':
      return `The browser did not allow copying. Save ${title} instead.`;
    case 'failed':
      return `Not exported: ${title}`;
  }
}
