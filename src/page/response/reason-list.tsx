import Check from 'lucide-react/icons/check';
import Info from 'lucide-react/icons/info';
import X from 'lucide-react/icons/x';
import type { Reason } from '../../core/response/verdict.ts';
import { RuleChip } from '../components/rule-chip.tsx';
import { AssumedChip } from './assumed-chip.tsx';

const tones = {
  pass: { Icon: Check, word: 'Holds', colour: 'text-good' },
  fail: { Icon: X, word: 'Fails', colour: 'text-bad' },
  advice: { Icon: Info, word: 'Advice', colour: 'text-info' },
} satisfies Record<Reason['tone'], unknown>;

export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="grid gap-1 px-4 pb-3" aria-label="Reasons">
      {reasons.map(({ rule, text, tone, assumption }, index) => {
        const { Icon, word, colour } = tones[tone];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a reason has no identity but its place
          <li key={index} className="flex items-start gap-2 wrap-anywhere">
            <Icon
              className={`mt-[calc((1lh-14px)/2)] size-3.5 flex-none ${colour}`}
              role="img"
              aria-label={word}
            />
            <span>
              {text} <RuleChip rule={rule} /> {assumption && <AssumedChip id={assumption} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
