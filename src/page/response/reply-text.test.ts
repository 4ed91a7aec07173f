import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../../core/request/plan.ts';
import { advanceExchange, type ExchangeEvent, type Reply, startExchange } from '../../upload/exchange.ts';
import { bodyFacts, replyNotes } from './reply-text.ts';

type Headers = readonly (readonly [string, string])[];

function replied(status: number, headers: Headers, bytes = 0, bodyBytesSent = 2048) {
  const start = startExchange({ plan: { bodyLength: 2048 } as RequestPlan, startedAt: 0 });
  const events: ExchangeEvent[] = [
    { type: 'interim', at: 1, status: 103 },
    { type: 'reply-head', at: 2, httpVersion: '1.1', status, statusText: '', headers, bodyBytesSent },
    { type: 'reply-bytes', bytes },
  ];
  return advanceExchange(start, { type: 'events', events });
}

function replyOf({ reply }: { readonly reply: Reply | null }): Reply {
  if (reply === null) throw new Error('no reply');
  return reply;
}

describe('what is said of a reply', () => {
  it('is its length, and that it was chunked', () => {
    const reply = replyOf(replied(200, [['transfer-encoding', 'chunked']], 2));
    expect(bodyFacts(reply, null, null)).toEqual(['2 bytes so far', 'chunked']);
  });

  it('is that it was compressed, and whether that could be undone', () => {
    const reply = replyOf(replied(200, [], 24));
    expect(bodyFacts(reply, null, { names: 'gzip', unpacked: 4 }).at(-1)).toBe('gzip, 4 bytes unpacked');
    expect(bodyFacts(reply, null, { names: 'br', unpacked: null }).at(-1)).toBe('br, shown as it came');
  });

  it('names what came before it', () => {
    expect(replyNotes(replied(200, []))).toEqual(['Interim replies before it: 103.']);
    const more: ExchangeEvent = { type: 'more-interims', count: 12_345 };
    const flooded = advanceExchange(replied(200, []), { type: 'events', events: [more] });
    expect(replyNotes(flooded)).toEqual(['Interim replies before it: 103 and 12\u202f345 more.']);
  });

  it('is where a redirect leads, and that it was not followed (RES-7)', () => {
    const [, note] = replyNotes(replied(307, [['Location', 'https://other.example/']]));
    expect(note).toMatch(/redirect to https:\/\/other\.example\/\. It was not followed/);
    expect(replyNotes(replied(302, []))[1]).toMatch(/without a Location/);
    const long = replyNotes(replied(302, [['Location', `https://other.example/${'a'.repeat(200_000)}`]]))[1];
    expect(long?.length).toBeLessThan(5000);
    expect(long).toMatch(/… \([\d\u202f]+ more characters\)\. It was not followed/);
  });

  it('is that the server answered early', () => {
    expect(replyNotes(replied(413, [], undefined, 1024))[1]).toMatch(/after 1\.00 KiB of 2\.00 KiB/);
  });

  it('is that the rest of a long one was dropped', () => {
    const end: ExchangeEvent = {
      type: 'end',
      at: 9,
      replyBytes: 9,
      truncated: true,
      excess: false,
      trailers: [],
    };
    const whole = advanceExchange(replied(200, []), { type: 'events', events: [end] });
    expect(replyNotes(whole).at(-1)).toMatch(/longer than 64\.0 MiB.*the rest was dropped/);
  });
});
