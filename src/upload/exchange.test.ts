import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../core/request/plan.ts';
import { advanceExchange, type Exchange, type ExchangeEvent, startExchange } from './exchange.ts';

const plan = { bodyLength: 100 } as RequestPlan;
const start = () => startExchange({ plan, startedAt: 0 });
const wire = (exchange: Exchange, ...events: ExchangeEvent[]) =>
  advanceExchange(exchange, { type: 'events', events });

const head: ExchangeEvent = {
  type: 'reply-head',
  at: 5,
  httpVersion: '1.1',
  status: 200,
  statusText: 'OK',
  headers: [['Content-Type', 'text/xml']],
  bodyBytesSent: 100,
};
const end: ExchangeEvent = {
  type: 'end',
  at: 9,
  replyBytes: 4,
  truncated: false,
  excess: false,
  trailers: [],
};

describe('an exchange', () => {
  it('waits for the reply once all has left the page', () => {
    const half = advanceExchange(start(), { type: 'uploading', bytes: 50 });
    expect(half.stage).toBe('uploading');
    expect(advanceExchange(half, { type: 'uploading', bytes: 100 }).stage).toBe('waiting');
  });

  it('never counts more bytes than the body has, nor backwards', () => {
    const full = advanceExchange(start(), { type: 'uploading', bytes: 130 });
    expect(full.uploaded).toBe(100);
    expect(advanceExchange(full, { type: 'uploading', bytes: 10 }).uploaded).toBe(100);
  });

  it('counts the reply as it comes', () => {
    const done = wire(
      start(),
      head,
      { type: 'reply-bytes', bytes: 2 },
      { type: 'reply-bytes', bytes: 2 },
      end,
    );
    expect(done.stage).toBe('done');
    expect(done.failure).toBeNull();
    expect(done.reply?.received).toBe(4);
  });

  it('keeps the first interim replies, and counts the others', () => {
    const interim: ExchangeEvent = { type: 'interim', at: 1, status: 103 };
    const many = wire(
      start(),
      interim,
      { type: 'more-interims', count: 5 },
      { type: 'more-interims', count: 2 },
    );
    expect(many.interims).toEqual([interim]);
    expect(many.moreInterims).toBe(7);
  });

  it('keeps the parts of a reply that came before a failure', () => {
    const broken = wire(
      start(),
      head,
      { type: 'reply-bytes', bytes: 2 },
      { type: 'error', at: 7, code: 'reset-during-reply', detail: 'ECONNRESET' },
    );
    expect(broken.failure).toEqual({ code: 'reset-during-reply', detail: 'ECONNRESET' });
    expect(broken.reply?.received).toBe(2);
  });

  it('changes no more once it is done', () => {
    const done = wire(start(), head, end);
    expect(advanceExchange(done, { type: 'failed', code: 'cancelled', detail: '' })).toBe(done);
    expect(advanceExchange(done, { type: 'closed' })).toBe(done);
  });

  it('fails where the stream ends before the exchange does', () => {
    const cut = advanceExchange(wire(start(), head), { type: 'closed' });
    expect(cut.failure?.code).toBe('proxy-unreachable');
  });

  it('takes an early answer while the body is still going out', () => {
    const early = wire(start(), { ...head, bodyBytesSent: 40 });
    const later = advanceExchange(early, { type: 'uploading', bytes: 60 });
    expect(later.stage).toBe('receiving');
    expect(later.reply?.bodyBytesSent).toBe(40);
  });

  it('calls a reply body without a head a fault of the playground', () => {
    expect(wire(start(), { type: 'reply-bytes', bytes: 0 }).failure?.code).toBe('internal');
    expect(wire(start(), end).failure?.code).toBe('internal');
  });
});
