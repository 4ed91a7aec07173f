import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../../core/request/plan.ts';
import { advanceExchange, type ExchangeEvent, startExchange } from '../../upload/exchange.ts';
import { timelineOf } from './timings.ts';

const start = startExchange({ plan: { bodyLength: 10 } as RequestPlan, startedAt: 0 });
const timelineAfter = (...events: ExchangeEvent[]) =>
  timelineOf(advanceExchange(start, { type: 'events', events }));
const lookup: ExchangeEvent = {
  type: 'lookup',
  at: 2,
  host: 'h.example',
  addresses: ['10.0.0.1', '10.0.0.2'],
};
const connected: ExchangeEvent = { type: 'connected', at: 5, address: '10.0.0.1', port: 80 };
const headSent: ExchangeEvent = { type: 'head-sent', at: 6, head: '' };
const head = (at: number): ExchangeEvent => ({
  type: 'reply-head',
  at,
  httpVersion: '1.1',
  status: 200,
  statusText: 'OK',
  headers: [],
  bodyBytesSent: 10,
});
const end: ExchangeEvent = {
  type: 'end',
  at: 20,
  replyBytes: 0,
  truncated: false,
  excess: false,
  trailers: [],
};
const short = (timeline: ReturnType<typeof timelineOf>) =>
  timeline.steps.map(({ name, from, to, note }) => [name, from, to, ...(note ? [note] : [])]);

describe('the timeline of an exchange', () => {
  it('goes from step to step without a gap', () => {
    const timeline = timelineAfter(
      lookup,
      connected,
      headSent,
      { type: 'body-sent', at: 9, bytes: 10 },
      head(12),
      end,
    );
    expect(short(timeline)).toEqual([
      ['DNS lookup', 0, 2, '2 addresses'],
      ['Connected', 2, 5],
      ['First byte sent', 5, 6],
      ['Body sent', 6, 9],
      ['First byte of the reply', 9, 12],
      ['End of the reply', 12, 20],
    ]);
    expect(timeline.total).toBe(20);
  });

  it('has no DNS lookup where the host is an address', () => {
    const { steps } = timelineAfter({ ...lookup, host: '10.0.0.1', addresses: ['10.0.0.1'] }, connected);
    expect(steps.map(({ name }) => name)).toEqual(['Connected']);
  });

  it('shows an answer before the body had ended as that, and how far the body came', () => {
    const timeline = timelineAfter(connected, headSent, { type: 'progress', at: 7, bytes: 4 }, head(8), end);
    expect(short(timeline)).toEqual([
      ['Connected', 0, 5],
      ['First byte sent', 5, 6],
      ['First byte of the reply', 6, 8, 'before the body had ended'],
      ['End of the reply', 8, 20],
      ['Body not sent completely', 6, 20, '4 of 10 bytes'],
    ]);
    expect(timeline.steps.at(-1)?.phase).toBe('fault');
  });

  it('lets the body go on beside an early answer that it outlasts', () => {
    const names = short(timelineAfter(headSent, head(7), { type: 'body-sent', at: 9, bytes: 10 }, end));
    expect(names).toEqual([
      ['First byte sent', 0, 6],
      ['First byte of the reply', 6, 7, 'before the body had ended'],
      ['Body sent', 6, 9],
      ['End of the reply', 7, 20],
    ]);
  });

  it('has interim replies at their moment', () => {
    const interim: ExchangeEvent = { type: 'interim', at: 7, status: 103 };
    expect(short(timelineAfter(headSent, interim, head(8), end))).toContainEqual([
      'Interim reply 103',
      7,
      7,
      'Early Hints',
    ]);
  });

  it('ends where the exchange failed', () => {
    const timeline = timelineAfter(connected, { type: 'error', at: 30, code: 'tls-protocol', detail: '' });
    expect(short(timeline)).toEqual([
      ['Connected', 0, 5],
      ['Failed', 5, 30],
    ]);
    expect(timeline.total).toBe(30);
  });

  it('is empty where nothing is known', () => {
    const failed = advanceExchange(start, { type: 'failed', code: 'proxy-unreachable', detail: '' });
    expect(timelineOf(failed)).toEqual({ steps: [], total: 0 });
  });
});
