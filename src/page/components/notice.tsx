import type { ReactNode } from 'react';
import { CloseButton } from './close-button.tsx';

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

interface NoticeBarProps {
  readonly tone: 'info' | 'warn';
  readonly text: string;
  /** Buttons; its own closes it. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

const barTones = {
  info: 'border-line bg-accent-tint',
  warn: 'border-warn-line bg-warn-tint',
} satisfies Record<NoticeBarProps['tone'], string>;

/** A notice over the whole width of a pane, at its lower edge; its buttons go below where there is no space beside. */
export function NoticeBar({ tone, text, actions, onClose }: NoticeBarProps) {
  return (
    <div
      className={`flex flex-wrap items-start justify-end gap-x-1.5 border-t py-1.25 pr-2 pl-4 text-small ${barTones[tone]}`}
    >
      <p className="min-w-[min(100%,15rem)] flex-1 py-0.75 wrap-anywhere">{text}</p>
      <div className="flex items-center gap-1.5">
        {actions}
        <CloseButton label="Close this notice" onClick={onClose} />
      </div>
    </div>
  );
}
