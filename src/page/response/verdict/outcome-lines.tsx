import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Unplug from 'lucide-react/icons/unplug';
import type { ReactNode } from 'react';
import type { OutcomeTone } from '../../state/outcome/outcome-of.ts';

/** By shape too, not by colour alone. */
const titles = {
  quiet: { Icon: null, colour: 'text-text' },
  good: { Icon: CircleCheck, colour: 'text-good' },
  warn: { Icon: TriangleAlert, colour: 'text-warn' },
  bad: { Icon: CircleX, colour: 'text-bad' },
  transport: { Icon: Unplug, colour: 'text-warn' },
} satisfies Record<OutcomeTone, unknown>;

interface OutcomeTitleProps {
  readonly tone: OutcomeTone;
  readonly children: ReactNode;
}

export function OutcomeTitle({ tone, children }: OutcomeTitleProps) {
  const { Icon, colour } = titles[tone];
  return (
    <p
      className={`flex items-start gap-1.75 text-[1rem] leading-[1.3] font-[650] presenting:text-[1.5rem] ${colour}`}
    >
      {Icon && <Icon className="mt-[calc((1lh-1rem)/2)] size-4 flex-none" aria-hidden />}
      <span className="min-w-0">{children}</span>
    </p>
  );
}

/** Says what stands below it, or a little more of what stands above. */
export function OutcomeLabel({ children }: { readonly children: ReactNode }) {
  return <p className="mt-1 text-small text-muted">{children}</p>;
}

/** What weakens a verdict. */
export function Caveat({ children }: { readonly children: ReactNode }) {
  return <p className="mt-1 text-small font-medium wrap-anywhere text-warn">{children}</p>;
}
