import type { ReactNode } from 'react';

export type OutcomeTone = 'quiet' | 'good' | 'bad' | 'transport';

const titles = {
  quiet: '',
  good: 'text-good',
  bad: 'text-bad',
  transport: 'text-warn',
} satisfies Record<OutcomeTone, string>;

interface OutcomeTitleProps {
  readonly tone: OutcomeTone;
  readonly children: ReactNode;
}

export function OutcomeTitle({ tone, children }: OutcomeTitleProps) {
  return <p className={`text-[15px] leading-[1.35] font-[650] ${titles[tone]}`}>{children}</p>;
}

/** Says what stands below it, or a little more of what stands above. */
export function OutcomeLabel({ children }: { readonly children: ReactNode }) {
  return <p className="mt-1 text-small text-muted">{children}</p>;
}
