import { expect, it } from 'vitest';
import type { RequestPlan } from '../../../core/request/plan.ts';
import { advanceExchange, startExchange } from '../../../upload/exchange.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { progressOf } from './progress-of.ts';

const start: Exchange = startExchange({ plan: { bodyLength: 100 } as RequestPlan, startedAt: 0 });

it('an upload is prepared, sent, waited for and received', () => {
  expect(progressOf(start)).toEqual({ phase: 'preparing', done: 0, total: 100 });
  const half = advanceExchange(start, { type: 'uploading', bytes: 50 });
  expect(progressOf(half)).toEqual({ phase: 'sending', done: 50, total: 100 });
  const left = advanceExchange(half, { type: 'uploading', bytes: 100 });
  expect(progressOf(left)).toEqual({ phase: 'sending', done: 100, total: 100 });
  const sent = advanceExchange(left, { type: 'events', events: [{ type: 'body-sent', at: 9, bytes: 100 }] });
  expect(progressOf(sent)).toEqual({ phase: 'waiting', done: 100, total: 100 });
  const head = {
    type: 'reply-head',
    at: 10,
    httpVersion: '1.1',
    status: 200,
    statusText: 'OK',
    headers: [],
    bodyBytesSent: 100,
  } as const;
  expect(progressOf(advanceExchange(sent, { type: 'events', events: [head] })).phase).toBe('receiving');
});
