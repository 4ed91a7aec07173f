import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { CloseButton } from './close-button.tsx';

interface SheetProps {
  /** Its heading, and the name of its region. */
  readonly title: string;
  /** Buttons beside its title. */
  readonly tools?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Over the pane that it stands in; where there is room for one pane, over the lower part of the page. */
export function Sheet({ title, tools, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const titleId = useId();
  const before = useRef(document.activeElement);
  useEffect(() => sheet.current?.focus(), []);
  const close = () => {
    onClose();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <section
      ref={sheet}
      className="z-40 scroll-pt-12 overflow-auto overscroll-contain has-data-bottom-bar:scroll-pb-40 bg-pane focus:outline-none wide:absolute wide:inset-0 max-wide:fixed max-wide:inset-x-0 max-wide:bottom-0 max-wide:max-h-[60dvh] max-wide:rounded-t-lg max-wide:border-t max-wide:border-popup-line max-wide:shadow-popup"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="sticky top-0 z-1 flex min-h-11 items-center gap-2 border-b border-line bg-pane px-4">
        <h2 id={titleId} className="flex-1 text-title font-semibold">
          {title}
        </h2>
        {tools}
        <CloseButton onClick={close} />
      </header>
      {children}
    </section>
  );
}
