/** The verdict on a complete reply. What judges it is loaded with the first upload, not before. */
import { useEffect, useMemo, useState } from 'react';
import type { Assumptions } from '../core/assumptions.ts';
import type { Verdict } from '../core/response/verdict.ts';
import { replyBody } from './exchange.ts';
import type { Upload } from './upload.ts';

type Judge = typeof import('../core/response/judge.ts').judgeResponse;

export type VerdictState =
  | { readonly kind: 'none' }
  | { readonly kind: 'judging' }
  | { readonly kind: 'judged'; readonly verdict: Verdict }
  /** The part of the page that judges could not be loaded. */
  | { readonly kind: 'unavailable' };

/** On the last exchange, once no further one follows. */
export function useVerdict(upload: Upload | null, assumptions: Assumptions): VerdictState {
  const exchange = upload?.exchange ?? null;
  const [judge, setJudge] = useState<{ readonly run: Judge } | 'unavailable' | null>(null);
  const isNeeded = exchange !== null && (judge === null || judge === 'unavailable');
  const startedAt = exchange?.sent.startedAt;
  const isRunning = upload?.isRunning ?? false;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new upload tries again to load it
  useEffect(() => {
    if (!isNeeded) return;
    let wanted = true;
    import('../core/response/judge.ts').then(
      ({ judgeResponse }) => wanted && setJudge({ run: judgeResponse }),
      () => wanted && setJudge('unavailable'),
    );
    return () => {
      wanted = false;
    };
  }, [isNeeded, startedAt]);

  return useMemo(() => {
    const { reply, end } = exchange ?? {};
    if (!reply || !end || isRunning) return { kind: 'none' };
    if (judge === null) return { kind: 'judging' };
    if (judge === 'unavailable') return { kind: 'unavailable' };
    const verdict = judge.run({
      status: reply.status,
      headers: reply.headers,
      body: replyBody(reply),
      ...(end.truncated && { receivedLength: end.replyBytes }),
      excess: end.excess,
      assumptions,
    });
    return { kind: 'judged', verdict };
  }, [exchange, isRunning, judge, assumptions]);
}
