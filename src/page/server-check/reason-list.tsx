import type { Reason } from '../../server-check/report.ts';
import { RuleChip } from '../components/rule-chip.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';

export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul className="grid gap-1 text-small">
      {reasons.map(({ rule, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reason is its place
        <li key={index} className="wrap-anywhere">
          <ExcerptText text={text} /> {rule !== '' && <RuleChip rule={rule} />}
        </li>
      ))}
    </ul>
  );
}
