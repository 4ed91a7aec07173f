import Check from 'lucide-react/icons/check';
import Info from 'lucide-react/icons/info';
import X from 'lucide-react/icons/x';
import type { Reason } from '../../core/response/verdict.ts';
import { RuleChip } from '../components/rule-chip.tsx';
import './reason-list.css';

const tones = {
  pass: { icon: Check, word: 'Holds' },
  fail: { icon: X, word: 'Fails' },
  advice: { icon: Info, word: 'Advice' },
} satisfies Record<Reason['tone'], unknown>;

export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul className="reasons" aria-label="Reasons">
      {reasons.map(({ rule, text, tone, assumption }, index) => {
        const { icon: Icon, word } = tones[tone];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a reason has no identity but its place
          <li key={index} className={`reason reason-${tone}`}>
            <Icon role="img" aria-label={word} />
            <span>
              {text} <RuleChip rule={rule} />
              {assumption && <span className="chip reason-assumed">assumed</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
