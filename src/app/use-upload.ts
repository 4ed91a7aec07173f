/** Sends a test upload, one at a time, and holds its exchange. */
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { RequestPlan } from '../core/request/plan.ts';
import { advanceExchange, type Exchange, type ExchangeAction, type Sent, startExchange } from './exchange.ts';
import { type Sending, sendUpload } from './send-upload.ts';

export interface LiveUpload {
  /** The upload under way or the last one; null before the first. */
  readonly exchange: Exchange | null;
  readonly isSending: boolean;
  readonly send: (plan: RequestPlan, media: Promise<Blob | null>) => void;
  readonly cancel: () => void;
}

type Action = { readonly type: 'start'; readonly sent: Sent } | ExchangeAction;

function reduce(exchange: Exchange | null, action: Action): Exchange | null {
  if (action.type === 'start') return startExchange(action.sent);
  return exchange === null ? null : advanceExchange(exchange, action);
}

export function useUpload(): LiveUpload {
  const [exchange, dispatch] = useReducer(reduce, null);
  const run = useRef<{ readonly number: number; readonly sending: Sending | null }>({
    number: 0,
    sending: null,
  });
  const isSending = exchange !== null && exchange.stage !== 'done';

  const send = useCallback((plan: RequestPlan, media: Promise<Blob | null>) => {
    const number = run.current.number + 1;
    run.current = { number, sending: null };
    dispatch({ type: 'start', sent: { plan, startedAt: Date.now() } });
    // What an earlier upload still has to say does not belong to this one.
    const report = (action: ExchangeAction) => {
      if (run.current.number === number) dispatch(action);
    };
    void media.then((blob) => {
      if (run.current.number !== number) return;
      if (blob === null)
        report({ type: 'failed', code: 'media-unreadable', detail: 'The sample is not there.' });
      else run.current = { number, sending: sendUpload(plan, blob, report) };
    });
  }, []);

  const cancel = useCallback(() => {
    const { number, sending } = run.current;
    if (sending) sending.cancel();
    else dispatch({ type: 'failed', code: 'cancelled', detail: '' });
    run.current = { number: number + 1, sending: null };
  }, []);

  useEffect(() => () => run.current.sending?.cancel(), []);

  return { exchange, isSending, send, cancel };
}
