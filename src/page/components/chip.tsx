import type { ReactNode } from 'react';

type Tone = 'plain' | 'accent' | 'warn' | 'assumed';

interface ChipProps {
  readonly tone?: Tone;
  readonly tip?: string | undefined;
  /** It is a button then, and at least 24 px high to press. */
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

const shape =
  'inline-block rounded-sm border px-1.25 align-[1px] text-tiny font-medium leading-4 whitespace-nowrap';

const tones = {
  plain: 'border-solid border-line bg-raised text-muted',
  accent: 'border-solid border-transparent bg-accent-tint text-accent',
  warn: 'border-solid border-warn-line bg-warn-tint text-warn',
  assumed: 'border-dashed border-field-line bg-transparent text-muted hover:text-text',
} satisfies Record<Tone, string>;

/** A word or a code set off from the text around it. */
export function Chip({ tone = 'plain', tip, onPress, children }: ChipProps) {
  const classes = `${shape} ${tones[tone]}`;
  if (onPress === undefined) {
    return (
      <span className={classes} data-tip={tip}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${classes} min-h-6 hover:border-line-strong`}
      data-tip={tip}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
