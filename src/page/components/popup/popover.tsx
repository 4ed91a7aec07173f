/** A small box at the button that opened it: Radix places it and closes it, the looks are ours. */
import * as Radix from 'radix-ui/popover';
import type { ReactNode, RefObject } from 'react';

interface PopoverProps {
  readonly label: string;
  /** The button that opens and closes it; it gets the focus back. */
  readonly button: RefObject<HTMLButtonElement | null>;
  /** What gets the focus first; the first that can have it by default. */
  readonly first?: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const box =
  'z-50 flex max-h-[min(640px,var(--radix-popover-content-available-height))] w-[min(420px,calc(100vw-16px))] flex-col gap-1 rounded-lg border border-popup-line bg-pane p-1.5 shadow-popup';

/** Open from the start: it is drawn while it is wanted. */
export function Popover({ label, button, first, onClose, children }: PopoverProps) {
  return (
    <Radix.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Radix.Anchor virtualRef={button} />
      <Radix.Portal>
        <Radix.Content
          className={box}
          aria-label={label}
          align="end"
          sideOffset={5}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            // A finger would have the keys of the screen in the way.
            if (!first || matchMedia('(pointer: coarse)').matches) return;
            event.preventDefault();
            first.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            button.current?.focus();
          }}
          onInteractOutside={(event) => {
            // The button closes it by itself.
            if (event.target instanceof Node && button.current?.contains(event.target))
              event.preventDefault();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
