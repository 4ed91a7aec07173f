/** A menu of choices: Radix does keys, focus and roles; the looks are ours. */
import * as Radix from 'radix-ui/dropdown-menu';
import type { ComponentProps, ReactNode } from 'react';
import { buttonClasses } from './button.tsx';

interface MenuProps {
  /** What the button shows; the same as on the closed button that it replaces. */
  readonly trigger: ReactNode;
  readonly size?: 'normal' | 'small';
  readonly align?: 'start' | 'end';
  /** A sentence at its top. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** Opens at once: it is loaded because its button was pressed. */
export function Menu({ trigger, size = 'normal', align = 'start', about, children }: MenuProps) {
  return (
    <Radix.Root defaultOpen modal={false}>
      <Radix.Trigger className={buttonClasses('plain', size)}>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="z-50 max-h-[calc(100dvh-70px)] w-[min(380px,calc(100vw-16px))] overflow-auto rounded-lg border border-solid border-popup-line bg-pane p-[5px] shadow-popup"
          align={align}
          sideOffset={5}
          collisionPadding={8}
        >
          {about && <p className="px-2.5 pt-[5px] pb-[7px] text-small text-muted">{about}</p>}
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
      <Radix.Label className="px-2.5 pt-[7px] pb-[3px] text-small font-semibold text-muted">
        {title}
      </Radix.Label>
      {children}
    </Radix.Group>
  );
}

const item =
  'grid cursor-default rounded-md px-2.5 py-1.5 data-highlighted:bg-accent-tint data-highlighted:outline-none [&>span]:text-small [&>span]:leading-[1.4] [&>span]:text-muted [&>strong]:font-semibold forced:data-highlighted:bg-[Highlight] forced:data-highlighted:text-[HighlightText] forced:data-highlighted:forced-color-adjust-none forced:data-highlighted:[&>*]:text-[HighlightText]';

export function MenuItem(props: Omit<ComponentProps<typeof Radix.Item>, 'className'>) {
  return <Radix.Item className={item} {...props} />;
}

export const MenuChoice = Radix.RadioGroup;

/** One of several, the chosen one marked at its left. */
export function MenuOption(props: Omit<ComponentProps<typeof Radix.RadioItem>, 'className'>) {
  return (
    <Radix.RadioItem
      className={`${item} data-[state=checked]:shadow-[inset_3px_0_var(--accent)]`}
      {...props}
    />
  );
}
