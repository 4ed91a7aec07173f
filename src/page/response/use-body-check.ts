/** Whether the body that left is the one of the preview: checked by a worker, told as it goes. */
import { skipToken, useQuery } from '@tanstack/react-query';
import type { RequestPlan } from '../../core/request/plan.ts';
import type { Comparison } from '../../upload/receipt-comparison.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { MediaRange } from '../media/media-watch.ts';
import type { CheckOrder, CheckReport, Finding } from './body-check.ts';

export type BodyCheck =
  /** There is no receipt: nothing left, or nobody told. */
  | { readonly kind: 'none' }
  | { readonly kind: 'checking'; readonly bytes: number }
  /** `onDisk`: where a file is in the body, which may have changed and changed back. */
  | { readonly kind: 'checked'; readonly comparison: Comparison; readonly onDisk: readonly MediaRange[] }
  /** The file was changed since it was chosen; `wasSent`: and it is the changed one that left. */
  | { readonly kind: 'changed'; readonly wasSent: boolean }
  | { readonly kind: 'unreadable' }
  /** The worker could not be loaded or failed. */
  | { readonly kind: 'unavailable' };

export function useBodyCheck({ receipt, body, chosen, sent }: Exchange): BodyCheck {
  const { plan } = sent;
  const { data, isError } = useQuery({
    queryKey: ['body check', receipt, body, chosen, plan],
    queryFn:
      receipt === null || body === null
        ? skipToken
        : async ({ client, queryKey, signal }) => {
            const media = await mediaToCheck(chosen, plan);
            if (media !== null && 'kind' in media) return media;
            const onProgress = (check: BodyCheck) => client.setQueryData(queryKey, check);
            return checkInWorker({ receipt, body, media }, signal, onProgress);
          },
    // How far a check had come that was given up is no finding.
    staleTime: 0,
  });
  if (receipt === null || body === null) return { kind: 'none' };
  if (isError) return { kind: 'unavailable' };
  return data ?? { kind: 'checking', bytes: 0 };
}

/** The file in the body; what is known without reading it, where it can't be checked. */
async function mediaToCheck(
  chosen: Exchange['chosen'],
  plan: RequestPlan,
): Promise<CheckOrder['media'] | BodyCheck> {
  const ranges = mediaRanges(plan);
  if (chosen?.kind !== 'by-reference' || ranges.length === 0) return null;
  // A file that is large and was sent at once is still being hashed.
  const fingerprint = await chosen.fingerprint;
  if (fingerprint.kind === 'taken') return { ranges, blocks: fingerprint.blocks };
  return fingerprint.kind === 'changed' ? { kind: 'changed', wasSent: false } : { kind: fingerprint.kind };
}

/** Ends, with its worker, when `signal` is aborted. */
function checkInWorker(
  order: CheckOrder,
  signal: AbortSignal,
  onProgress: (check: BodyCheck) => void,
): Promise<BodyCheck> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./body-check-worker.ts', import.meta.url), {
    type: 'module',
    name: 'body-check',
  });
  const finding = new Promise<BodyCheck>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = () => resolve({ kind: 'unavailable' });
    worker.onmessage = ({ data }: MessageEvent<CheckReport>) => {
      const check = checkOf(data, order.media?.ranges ?? []);
      if (data.type === 'progress') onProgress(check);
      else resolve(check);
    };
  });
  worker.postMessage(order);
  return finding.finally(() => worker.terminate());
}

function mediaRanges(plan: RequestPlan): readonly MediaRange[] {
  let at = 0;
  return plan.body.flatMap((segment) => {
    const start = at;
    at += segment.kind === 'media' ? segment.size : segment.bytes.length;
    return segment.kind === 'media' ? [{ start, end: at }] : [];
  });
}

function checkOf(report: CheckReport, onDisk: readonly MediaRange[]): BodyCheck {
  switch (report.type) {
    case 'progress':
      return { kind: 'checking', bytes: report.bytes };
    case 'done':
      return checkOfFinding(report.finding, onDisk);
    case 'unavailable':
      return { kind: 'unavailable' };
  }
}

function checkOfFinding(finding: Finding, onDisk: readonly MediaRange[]): BodyCheck {
  return finding.kind === 'compared' ? { ...finding, kind: 'checked', onDisk } : finding;
}
