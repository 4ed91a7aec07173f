/** Whether the body that left is the one of the preview: checked by a worker, told as it goes. */
import { useEffect, useState } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import type { Comparison, Receipt } from '../../upload/receipt-comparison.ts';
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

export function useBodyCheck(exchange: Exchange): BodyCheck {
  const { receipt, body, chosen, sent } = exchange;
  const { plan } = sent;
  const [told, setTold] = useState<{ readonly receipt: Receipt; readonly check: BodyCheck } | null>(null);

  useEffect(() => {
    if (receipt === null || body === null) return;
    let worker: Worker | null = null;
    let isOver = false;
    const setCheck = (check: BodyCheck) => isOver || setTold({ receipt, check });
    const start = (media: CheckOrder['media']) => {
      worker = new Worker(new URL('./body-check-worker.ts', import.meta.url), {
        type: 'module',
        name: 'body-check',
      });
      worker.onmessage = ({ data }: MessageEvent<CheckReport>) =>
        setCheck(checkOf(data, media?.ranges ?? []));
      worker.onerror = () => setCheck({ kind: 'unavailable' });
      const order: CheckOrder = { receipt, body, media };
      worker.postMessage(order);
    };
    const ranges = mediaRanges(plan);
    if (chosen?.kind !== 'by-reference' || ranges.length === 0) start(null);
    else {
      // A file that is large and was sent at once is still being hashed.
      void chosen.fingerprint.then((fingerprint) => {
        if (isOver) return;
        if (fingerprint.kind === 'taken') start({ ranges, blocks: fingerprint.blocks });
        else if (fingerprint.kind === 'changed') setCheck({ kind: 'changed', wasSent: false });
        else setCheck({ kind: fingerprint.kind });
      });
    }
    return () => {
      isOver = true;
      worker?.terminate();
    };
  }, [receipt, body, chosen, plan]);

  if (receipt === null || body === null) return { kind: 'none' };
  // Until something was told of this very receipt, it is being checked.
  return told?.receipt === receipt ? told.check : { kind: 'checking', bytes: 0 };
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
