import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../../core/request/plan.ts';
import { advanceExchange, type ExchangeEvent, startExchange } from '../../upload/exchange.ts';
import type { Exchange } from './exchange.ts';
import { phasesOf } from './phases.ts';

const start: Exchange = startExchange({ plan: { bodyLength: 5000 } as RequestPlan, startedAt: 0 });
const phasesAfter = (...events: ExchangeEvent[]) =>
  phasesOf(advanceExchange(start, { type: 'events', events }));
const connected: ExchangeEvent = { type: 'connected', at: 5, address: '10.0.0.1', port: 80 };
const headSent: ExchangeEvent = { type: 'head-sent', at: 6, head: '' };
const bodySent = (at: number): ExchangeEvent => ({ type: 'body-sent', at, bytes: 5000 });
const head = (at: number): ExchangeEvent => ({
  type: 'reply-head',
  at,
  httpVersion: '1.1',
  status: 200,
  statusText: 'OK',
  headers: [],
  bodyBytesSent: 10,
});
const end = (at: number): ExchangeEvent => ({
  type: 'end',
  at,
  replyBytes: 0,
  truncated: false,
  excess: false,
  trailers: [],
});
const failed = (at: number): ExchangeEvent => ({ type: 'error', at, code: 'silence', detail: '' });
const short = ({ phases }: ReturnType<typeof phasesOf>) => phases.map(({ name, ms }) => [name, ms]);

describe('the phases of an exchange', () => {
  it('are four, and together as long as it', () => {
    const found = phasesAfter(connected, headSent, bodySent(1005), head(1200), end(1210));
    expect(short(found)).toEqual([
      ['Connecting', 5],
      ['Sending', 1000],
      ['Waiting', 195],
      ['Receiving', 10],
    ]);
    expect(found).toMatchObject({ total: 1210, rate: 5000, isCut: false });
  });

  it('have no rate where the body went into buffers', () => {
    expect(phasesAfter(connected, headSent, bodySent(6), head(12), end(13)).rate).toBeNull();
  });

  it('have no waiting where the answer came before the body had ended', () => {
    const found = phasesAfter(connected, headSent, head(100), bodySent(400), end(500));
    expect(short(found)).toEqual([
      ['Connecting', 5],
      ['Sending', 95],
      ['Waiting', 0],
      ['Receiving', 400],
    ]);
  });

  it('end with the one in which it failed', () => {
    const silent = phasesAfter(connected, headSent, bodySent(10), failed(30_010));
    expect(short(silent).at(-1)).toEqual(['Waiting', 30_000]);
    expect(silent.isCut).toBe(true);
    expect(short(phasesAfter(failed(40)))).toEqual([['Connecting', 40]]);
    expect(short(phasesAfter(connected, failed(40)))).toEqual([['Connecting', 40]]);
    expect(short(phasesAfter(connected, headSent, head(20), failed(40))).at(-1)).toEqual(['Receiving', 20]);
  });
});
