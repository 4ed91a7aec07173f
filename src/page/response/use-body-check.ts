/** Whether the body that left is the one of the preview: checked by a worker, with its progress. */

import { skipToken, useQuery } from '@tanstack/react-query';
import type { RequestPlan } from '../../core/request/plan.ts';
import { type MediaRange, mediaRanges } from '../../upload/media-ranges.ts';
import type { Comparison } from '../../upload/receipt-comparison.ts';
import type { SentSha256 } from '../../upload/sent-sha256.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { ChosenFile } from '../media/chosen-file.ts';
import type { CheckOrder, CheckReport } from './body-check.ts';

export type BodyCheck =
  /** There is no receipt: nothing left, or the proxy did not report it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'checking'; readonly bytes: number }
  | {
      readonly kind: 'checked';
      readonly comparison: Comparison;
      /** Where a file is in the body, which may have changed and changed back. */
      readonly onDisk: readonly MediaRange[];
      /** Of an equal body, once it is computed; null where the file is another one by now. */
      readonly sha256?: SentSha256 | null;
    }
  /** The file was changed since it was chosen; `wasSent`: and it is the changed one that left. */
  | { readonly kind: 'changed'; readonly wasSent: boolean }
  | { readonly kind: 'unreadable' }
  /** Whoever sent could not hash. */
  | { readonly kind: 'not-hashed' }
  /** The worker could not be loaded or failed. */
  | { readonly kind: 'unavailable' };

export function useBodyCheck({ receipt, local, sent }: Exchange): BodyCheck {
  const { plan } = sent;
  const { body = null, chosen = null } = local ?? {};
  const { data, isError } = useQuery({
    queryKey: ['body check', receipt, body, chosen, plan],
    queryFn:
      receipt === null || body === null
        ? skipToken
        : async ({ client, queryKey, signal }) => {
            const blocks = await blocksToCheck(chosen, plan);
            if (blocks !== null && 'kind' in blocks) return blocks;
            const order: CheckOrder = { receipt, body, ranges: mediaRanges(plan), blocks };
            return checkInWorker(order, signal, (check) => client.setQueryData(queryKey, check));
          },
    // How far a check had come that was given up is no finding.
    staleTime: 0,
  });
  if (receipt === null || body === null) return { kind: 'none' };
  if (isError) return { kind: 'unavailable' };
  return data ?? { kind: 'checking', bytes: 0 };
}

/** The hashes of the file in the body; what is known without reading it, where it can't be checked. */
async function blocksToCheck(
  chosen: ChosenFile | null,
  plan: RequestPlan,
): Promise<CheckOrder['blocks'] | BodyCheck> {
  if (chosen?.kind !== 'by-reference' || mediaRanges(plan).length === 0) return null;
  // A file that is large and was sent at once is still being hashed.
  const fingerprint = await chosen.fingerprint;
  if (fingerprint.kind === 'taken') return fingerprint.blocks;
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
  const onDisk = order.blocks === null ? [] : order.ranges;
  let checked: Extract<BodyCheck, { kind: 'checked' }> | null = null;
  const finding = new Promise<BodyCheck>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    // What was found stands, whatever becomes of the hashes that are for people.
    worker.onerror = () => resolve(checked ? { ...checked, sha256: null } : { kind: 'unavailable' });
    worker.onmessage = ({ data }: MessageEvent<CheckReport>) => {
      switch (data.type) {
        case 'progress':
          return onProgress({ kind: 'checking', bytes: data.bytes });
        case 'done':
          if (data.finding.kind !== 'compared') return resolve(data.finding);
          checked = { ...data.finding, kind: 'checked', onDisk };
          return data.finding.comparison.kind === 'equal' ? onProgress(checked) : resolve(checked);
        case 'sha256':
          return resolve(checked ? { ...checked, sha256: data.sha256 } : { kind: 'unavailable' });
        case 'unavailable':
          return resolve({ kind: 'unavailable' });
      }
    };
  });
  worker.postMessage(order);
  return finding.finally(() => worker.terminate());
}
