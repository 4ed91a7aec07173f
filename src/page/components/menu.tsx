/** A menu of choices: Radix does keys, focus and roles; the looks are ours. */
import * as Radix from 'radix-ui/dropdown-menu';
import type { ComponentProps, ReactElement, ReactNode } from 'react';

type Width = 'normal' | 'wide' | 'tall';

interface MenuProps {
  /** The button that opens it, of the kit: it takes what Radix adds. */
  readonly trigger: ReactElement<ComponentProps<'button'>>;
  readonly align?: 'start' | 'end';
  readonly width?: Width;
  /** A sentence at its top. */
  readonly about?: ReactNode;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** Where the focus goes when it closes; to its button by default. */
  readonly onClose?: ComponentProps<typeof Radix.Content>['onCloseAutoFocus'];
  readonly children: ReactNode;
}

const widths = {
  normal: 'w-[min(23.75rem,calc(100vw-1rem))] max-h-[calc(100dvh-4.5rem)]',
  wide: 'w-[min(27.5rem,calc(100vw-1rem))] max-h-[min(26.25rem,var(--radix-dropdown-menu-content-available-height))]',
  tall: 'w-[min(26.25rem,calc(100vw-1rem))] max-h-[min(38.75rem,var(--radix-dropdown-menu-content-available-height))]',
} satisfies Record<Width, string>;

/** Opens at once: it is drawn because its button was pressed. */
export function Menu(props: MenuProps) {
  const { trigger, align = 'start', width = 'normal', about, onOpenChange, onClose, children } = props;
  return (
    <Radix.Root defaultOpen modal={false} {...(onOpenChange && { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      {/* In a landmark, for those who go from one to the next. */}
      <Radix.Portal container={document.querySelector('main')}>
        <Radix.Content
          className={`z-50 overflow-auto rounded-lg border border-popup-line bg-pane p-1.25 shadow-popup ${widths[width]}`}
          // Opened by the pointer no entry has the focus, and by keyboard it must scroll all the same.
          tabIndex={0}
          align={align}
          sideOffset={5}
          collisionPadding={8}
          {...(onClose && { onCloseAutoFocus: onClose })}
        >
          {about && <p className="px-2.5 pt-1.25 pb-1.75 text-small text-muted">{about}</p>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function MenuGroup({ title, children }: MenuGroupProps) {
  return (
    <Radix.Group>
      <Radix.Label className="px-2.5 pt-1.75 pb-0.75 text-small font-semibold text-muted">
        {title}
      </Radix.Label>
      {children}
    </Radix.Group>
  );
}

const anyItem =
  'grid cursor-default rounded-md data-highlighted:bg-accent-tint data-highlighted:outline-none data-disabled:opacity-50 [&>span]:text-small [&>span]:leading-[1.4] [&>span]:text-muted forced:data-highlighted:bg-[Highlight] forced:data-highlighted:text-[HighlightText] forced:data-highlighted:forced-color-adjust-none forced:data-highlighted:[&>*]:text-[HighlightText]';
const item = `${anyItem} px-2.5 py-1.5 [&>strong]:font-semibold`;
const pair = `${anyItem} grid-cols-[minmax(0,5fr)_minmax(0,6fr)] items-baseline gap-x-3 px-2 py-0.75`;

type ItemProps = Omit<ComponentProps<typeof Radix.Item>, 'className' | 'style'>;

/** A title in `strong`, and what it does in a `span` below. */
export function MenuItem(props: ItemProps) {
  return <Radix.Item className={item} {...props} />;
}

/** A word, and what it means in a `span` beside it. */
export function MenuPair(props: ItemProps) {
  return <Radix.Item className={pair} {...props} />;
}

export const MenuChoice = Radix.RadioGroup;

const chosen =
  'data-[state=checked]:shadow-[inset_3px_0_var(--color-accent)] forced:data-[state=checked]:border-l-4 forced:data-[state=checked]:border-[Highlight] forced:data-[state=checked]:pl-1.5 forced:data-highlighted:data-[state=checked]:border-[HighlightText]';

/** One of several, the chosen one marked at its left. */
export function MenuOption(props: Omit<ComponentProps<typeof Radix.RadioItem>, 'className' | 'style'>) {
  return <Radix.RadioItem className={`${item} ${chosen}`} {...props} />;
}
