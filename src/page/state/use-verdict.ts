/** The verdict on a complete reply, and what is shown of it. The exchange's worker reads it. */
import { useEffect, useState } from 'react';
import type { Assumptions } from '../../core/assumptions.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { ShownVerdict } from '../exchange/reply-reading.ts';
import type { ReadOutcome, ReplySource } from '../exchange/reply-source.ts';
import type { Upload } from '../exchange/run-upload.ts';

export type VerdictState =
  | { readonly kind: 'none' | 'judging' | 'unavailable' | 'gave-up' }
  | { readonly kind: 'judged'; readonly verdict: ShownVerdict };

/** What came of reading the reply of an exchange that is over; null until then, and where there is none. */
export function useReplyReading(
  exchange: Exchange | null,
  assumptions: Assumptions | null,
): ReadOutcome | null {
  const [told, setTold] = useState<{ readonly source: ReplySource; readonly outcome: ReadOutcome } | null>(
    null,
  );
  const { source = null, reply = null, stage } = exchange ?? {};
  const isReadable = reply !== null && stage === 'done';

  useEffect(() => {
    if (source === null || !isReadable) return;
    let wanted = true;
    void source.read(assumptions).then((outcome) => wanted && setTold({ source, outcome }));
    return () => {
      wanted = false;
    };
  }, [source, isReadable, assumptions]);

  // Under changed assumptions the last reading stands until the next one is there, a moment later.
  return isReadable && told?.source === source ? told.outcome : null;
}

/** On the last exchange, once no further one follows. */
export function verdictOf(upload: Upload | null, outcome: ReadOutcome | null): VerdictState {
  if (!upload?.exchange.end || upload.isRunning) return { kind: 'none' };
  if (outcome === null) return { kind: 'judging' };
  if (outcome.kind !== 'read') return { kind: outcome.kind };
  const { verdict } = outcome.reading;
  return verdict === null ? { kind: 'judging' } : { kind: 'judged', verdict };
}
