import type { ReactNode } from 'react';

type Tone = 'plain' | 'accent' | 'warn' | 'assumed';

interface ChipProps {
  readonly tone?: Tone;
  readonly tip?: string | undefined;
  /** It is a button then, and at least 24 px high to press. */
  readonly onPress?: () => void;
  /** It is a button then, that opens the Reference at this entry: `rule TPL-7`. */
  readonly reference?: string;
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

/** As high as the text around it, and 24 px to press. */
const inText = 'relative after:absolute after:-inset-x-1 after:-inset-y-0.75 hover:text-text';

/** A word or a code set off from the text around it. */
export function Chip({ tone = 'plain', tip, onPress, reference, children }: ChipProps) {
  const classes = `${shape} ${tones[tone]}`;
  if (onPress === undefined && reference === undefined) {
    return (
      <span className={classes} data-tip={tip}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${classes} ${reference === undefined ? 'min-h-6' : inText} hover:border-line-strong`}
      data-tip={tip}
      data-reference={reference}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
