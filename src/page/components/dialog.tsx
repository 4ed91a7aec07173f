/** A dialog over the page: Radix keeps the focus in it and gives it back. */
import X from 'lucide-react/icons/x';
import * as Radix from 'radix-ui/dialog';
import { type ComponentProps, type ReactNode, useRef } from 'react';
import { IconButton } from './icon-button.tsx';

type Width = 'normal' | 'full' | 'content';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: Width;
  /** Where the focus goes first; the close button by default. */
  readonly onOpen?: ComponentProps<typeof Radix.Content>['onOpenAutoFocus'];
  readonly children: ReactNode;
}

const widths = {
  normal: 'w-[min(40rem,calc(100vw-24px))]',
  full: 'w-[min(87.5rem,calc(100vw-24px))]',
  content: 'w-fit max-w-[min(73.75rem,calc(100vw-16px))]',
} satisfies Record<Width, string>;

export function Dialog({ title, onClose, width = 'normal', onOpen, children }: DialogProps) {
  const before = useRef(document.activeElement);
  return (
    <Radix.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(10_14_22/45%)]" />
        <Radix.Content
          className={`fixed inset-0 z-50 m-auto flex h-fit max-h-[calc(100dvh-24px)] flex-col rounded-lg border border-popup-line bg-pane shadow-popup ${widths[width]}`}
          aria-describedby={undefined}
          onOpenAutoFocus={onOpen}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus();
          }}
        >
          <header className="flex flex-none items-center gap-2 border-b border-line px-4 py-2">
            <Radix.Title className="flex-1 text-title font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close">
                <X aria-hidden />
              </IconButton>
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
