/** Whether the body that left is the one of the preview: checked by a worker, told as it goes. */
import { useEffect, useState } from 'react';
import type { Comparison, Receipt } from '../wire/receipt-comparison.ts';
import type { CheckOrder, CheckReport } from './body-check.ts';
import type { Exchange } from './exchange.ts';

export type BodyCheck =
  /** There is no receipt: nothing left, or nobody told. */
  | { readonly kind: 'none' }
  | { readonly kind: 'checking'; readonly bytes: number }
  | { readonly kind: 'checked'; readonly comparison: Comparison }
  | { readonly kind: 'unreadable' }
  /** The worker could not be loaded or failed. */
  | { readonly kind: 'unavailable' };

export function useBodyCheck({ receipt, body }: Exchange): BodyCheck {
  const [told, setTold] = useState<{ readonly receipt: Receipt; readonly check: BodyCheck } | null>(null);

  useEffect(() => {
    if (receipt === null || body === null) return;
    const setCheck = (check: BodyCheck) => setTold({ receipt, check });
    const worker = new Worker(new URL('./body-check-worker.ts', import.meta.url), {
      type: 'module',
      name: 'body-check',
    });
    worker.onmessage = ({ data }: MessageEvent<CheckReport>) => setCheck(checkOf(data));
    worker.onerror = () => setCheck({ kind: 'unavailable' });
    const order: CheckOrder = { receipt, body };
    worker.postMessage(order);
    return () => worker.terminate();
  }, [receipt, body]);

  if (receipt === null || body === null) return { kind: 'none' };
  // Until something was told of this very receipt, it is being checked.
  return told?.receipt === receipt ? told.check : { kind: 'checking', bytes: 0 };
}

function checkOf(report: CheckReport): BodyCheck {
  switch (report.type) {
    case 'progress':
      return { kind: 'checking', bytes: report.bytes };
    case 'done':
      return { kind: 'checked', comparison: report.comparison };
    case 'unreadable':
      return { kind: 'unreadable' };
    case 'unavailable':
      return { kind: 'unavailable' };
  }
}
