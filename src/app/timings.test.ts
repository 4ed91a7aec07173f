import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../core/request/plan.ts';
import type { WireEvent } from '../wire/protocol.ts';
import { advanceExchange, startExchange } from './exchange.ts';
import { stepsOf } from './timings.ts';

const start = startExchange({ plan: { bodyLength: 10 } as RequestPlan, startedAt: 0 });
const stepsAfter = (...events: WireEvent[]) => stepsOf(advanceExchange(start, { type: 'wire', events }));
const head = (at: number): WireEvent => ({
  type: 'reply-head',
  at,
  httpVersion: '1.1',
  status: 200,
  statusText: 'OK',
  headers: [],
  bodyBytesSent: 10,
});

describe('the steps of an exchange', () => {
  it('follow one another without a gap', () => {
    const steps = stepsAfter(
      { type: 'lookup', at: 2, host: 'h', addresses: [] },
      { type: 'connected', at: 5, address: '127.0.0.1', port: 80 },
      { type: 'body-sent', at: 9, bytes: 10 },
      head(12),
      { type: 'end', at: 20, replyBytes: 0, truncated: false, excess: false, trailers: [] },
    );
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 5],
      [5, 9],
      [9, 12],
      [12, 20],
    ]);
  });

  it('leave out what did not take place', () => {
    expect(stepsAfter({ type: 'connected', at: 5, address: '127.0.0.1', port: 80 })).toEqual([
      { name: 'Connected', from: 0, to: 5 },
    ]);
  });

  it('stand in the order of time where the answer was early', () => {
    expect(stepsAfter(head(3), { type: 'body-sent', at: 7, bytes: 10 }).map(({ name }) => name)).toEqual([
      'First byte of the reply',
      'Sent',
    ]);
  });
});
