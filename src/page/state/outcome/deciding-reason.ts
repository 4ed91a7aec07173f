/** Which of a verdict's reasons decided it, and which one helps most where it failed. */
import type { Reason } from '../../../core/response/verdict.ts';
import type { ShownVerdict } from '../../exchange/reply-reading.ts';

export interface SortedReasons {
  readonly deciding: Reason | null;
  /** What the reply almost holds, where it has no field (RES-5, RES-9). */
  readonly hint: Reason | null;
  readonly others: readonly Reason[];
}

/** Characters: a longer hint is shown in part, and whole among the others. */
const longestHint = 140;

export function sortReasons({ success, generic, reasons }: ShownVerdict): SortedReasons {
  const deciding = success
    ? reasons.find(({ rule, tone }) => rule === 'RES-5' && tone === 'pass')
    : reasons.find(({ tone }) => tone === 'fail');
  const hint = generic
    ? reasons.find(({ rule, tone }) => tone === 'advice' && (rule === 'RES-5' || rule === 'RES-9'))
    : undefined;
  return {
    deciding: deciding ?? null,
    hint: hint ?? null,
    others: reasons.filter(
      (reason) => reason !== deciding && (reason !== hint || hint.text.length > longestHint),
    ),
  };
}
