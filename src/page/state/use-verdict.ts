/** The verdict on a complete reply, and what is shown of it. The exchange's worker reads it. */

import { skipToken, useQuery } from '@tanstack/react-query';
import type { Assumptions } from '../../core/assumptions.ts';
import type { Exchange, Upload } from '../exchange/exchange.ts';
import type { ShownVerdict } from '../exchange/reply-reading.ts';
import type { ReadOutcome } from '../exchange/reply-source.ts';

export type VerdictState =
  | { readonly kind: 'none' | 'judging' | 'unavailable' | 'gave-up' }
  | { readonly kind: 'judged'; readonly verdict: ShownVerdict };

/** What came of reading the reply of an exchange that is over; null until then, and where there is none. */
export function useReplyReading(
  exchange: Exchange | null,
  assumptions: Assumptions | null,
): ReadOutcome | null {
  const { local, reply = null, stage } = exchange ?? {};
  const source = local?.source ?? null;
  const isReadable = source !== null && reply !== null && stage === 'done';
  const { data } = useQuery({
    queryKey: ['reading', source, assumptions] as const,
    queryFn: isReadable ? () => source.read(assumptions) : skipToken,
    // Under changed assumptions the last reading stands until the next one is there, a moment later.
    placeholderData: (last: ReadOutcome | undefined, query) =>
      query?.queryKey[1] === source ? last : undefined,
  });
  return isReadable ? (data ?? null) : null;
}

/** On the last exchange, once no further one follows. */
export function verdictOf(upload: Upload | null, outcome: ReadOutcome | null): VerdictState {
  if (!upload?.exchange.end || upload.isRunning) return { kind: 'none' };
  if (outcome === null) return { kind: 'judging' };
  if (outcome.kind !== 'read') return { kind: outcome.kind };
  const { verdict } = outcome.reading;
  return verdict === null ? { kind: 'judging' } : { kind: 'judged', verdict };
}
