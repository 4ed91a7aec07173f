import type { ComponentProps, ReactNode } from 'react';

type Size = 'normal' | 'small';
/** `muted`: one of many, in full colour when it is pointed at. */
type Tone = 'plain' | 'muted';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'aria-label'> {
  /** The accessible name, and the tooltip where there is no other. */
  readonly label: string;
  readonly tip?: string | undefined;
  readonly size?: Size;
  readonly tone?: Tone;
  readonly children: ReactNode;
}

const shape =
  'grid shrink-0 place-items-center rounded-md border border-solid border-transparent bg-transparent p-0 transition-colors hover:bg-raised aria-pressed:bg-accent-tint aria-pressed:text-accent disabled:bg-transparent disabled:text-muted disabled:opacity-50 aria-disabled:cursor-default aria-disabled:bg-transparent aria-disabled:text-muted aria-disabled:opacity-50 forced:aria-pressed:bg-[Highlight] forced:aria-pressed:text-[HighlightText] forced:aria-pressed:forced-color-adjust-none';

const sizes = {
  normal: 'size-7 [&>svg]:size-3.75',
  small: 'size-6 [&>svg]:size-3.25',
} satisfies Record<Size, string>;

const tones = { plain: 'text-text', muted: 'text-muted hover:text-text' } satisfies Record<Tone, string>;

/** A button that shows only a picture. */
export function IconButton({
  label,
  tip,
  size = 'small',
  tone = 'plain',
  children,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={`${shape} ${sizes[size]} ${tones[tone]}`}
      aria-label={label}
      data-tip={tip ?? label}
      {...rest}
    >
      {children}
    </button>
  );
}

interface IconLinkProps {
  readonly label: string;
  readonly tip: string;
  readonly href: string;
  readonly children: ReactNode;
}

/** A link that shows only a picture, and leaves the page in a tab of its own. */
export function IconLink({ label, tip, href, children }: IconLinkProps) {
  return (
    <a
      className={`${shape} ${sizes.small} ${tones.plain}`}
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={label}
      data-tip={tip}
    >
      {children}
    </a>
  );
}
