import type { ReactNode } from 'react';

type Tone = 'plain' | 'good' | 'warn' | 'bad';

interface NoticeProps {
  readonly tone?: Tone;
  /** Buttons at its end. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const tones = {
  plain: 'border-line bg-raised',
  good: 'border-good-line bg-good-tint',
  warn: 'border-warn-line bg-warn-tint',
  bad: 'border-bad-line bg-bad-tint',
} satisfies Record<Tone, string>;

/** Something that a person should know, where it belongs. */
export function Notice({ tone = 'plain', actions, children }: NoticeProps) {
  return (
    <div className={`flex items-start gap-2 rounded-md border border-solid px-3 py-2 ${tones[tone]}`}>
      <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
      {actions && <div className="flex flex-none items-center gap-1">{actions}</div>}
    </div>
  );
}
