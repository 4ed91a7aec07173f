import type { ComponentProps } from 'react';

type Variant = 'plain' | 'primary' | 'quiet';
type Size = 'normal' | 'small' | 'large';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'> {
  readonly variant?: Variant | undefined;
  readonly size?: Size | undefined;
  /** Shown while the pointer or the focus is on it. */
  readonly tip?: string | undefined;
}

const shape =
  'relative inline-flex shrink-0 items-center justify-center rounded-md border border-solid font-medium leading-[1.3] whitespace-nowrap transition-colors aria-pressed:bg-accent-tint aria-pressed:text-accent [&>svg]:flex-none forced:aria-pressed:bg-[Highlight] forced:aria-pressed:text-[HighlightText] forced:aria-pressed:forced-color-adjust-none';

const variants = {
  plain:
    'border-button-line bg-field text-text enabled:hover:border-line-strong enabled:hover:bg-raised disabled:border-line disabled:bg-raised disabled:text-muted',
  primary:
    'border-transparent bg-accent font-semibold text-on-accent enabled:hover:bg-accent-hover disabled:border-line disabled:bg-raised disabled:text-muted',
  quiet: 'border-transparent bg-transparent text-text enabled:hover:bg-raised disabled:text-muted',
} satisfies Record<Variant, string>;

const sizes = {
  normal: 'min-h-7 gap-1.5 px-2.5 py-0.75 [&>svg]:size-3.75',
  small: 'min-h-6 gap-1 px-2 py-px text-small [&>svg]:size-3.25',
  large: 'min-h-10 gap-1.5 px-4 text-title [&>svg]:size-4',
} satisfies Record<Size, string>;

export function Button({ variant = 'plain', size = 'normal', tip, ...rest }: ButtonProps) {
  const classes = `${shape} ${variants[variant]} ${sizes[size]}`;
  return <button type="button" className={classes} data-tip={tip} {...rest} />;
}
