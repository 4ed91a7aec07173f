import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../core/request/plan.ts';
import type { WireEvent } from '../wire/protocol.ts';
import { advanceExchange, type Reply, startExchange } from './exchange.ts';
import { bodyFacts, decodeReply, readReply, replyNotes } from './reply-text.ts';

describe('the text of a reply', () => {
  it('is pretty where it is XML or JSON, and raw on demand', () => {
    expect(readReply('{"a":1}', 'json', 'pretty').text).toBe('{\n  "a": 1\n}');
    expect(readReply('{"a":1}', 'json', 'raw').text).toBe('{"a":1}');
    expect(readReply('<r><a>1</a></r>', 'xml', 'pretty')).toMatchObject({
      text: '<r>\n  <a>1</a>\n</r>',
      isXml: true,
      canPretty: true,
    });
  });

  it('has no pretty form where it is neither', () => {
    expect(readReply('<html>oops', null, 'pretty')).toEqual({
      text: '<html>oops',
      hidden: 0,
      isXml: false,
      canPretty: false,
    });
  });

  it('is cut where it is too much, and says by how much', () => {
    const long = readReply('x'.repeat(150_000), null, 'raw');
    expect(long.text).toHaveLength(100_000);
    expect(long.hidden).toBe(50_000);
  });

  it('is not made pretty where that would take long', () => {
    expect(readReply(`"${'x'.repeat(600_000)}"`, 'json', 'pretty').canPretty).toBe(false);
  });
});

type Headers = readonly (readonly [string, string])[];

function replied(status: number, headers: Headers, body = Buffer.alloc(0), bodyBytesSent = 2048) {
  const start = startExchange({ plan: { bodyLength: 2048 } as RequestPlan, startedAt: 0 });
  const events: WireEvent[] = [
    { type: 'interim', at: 1, status: 103 },
    { type: 'reply-head', at: 2, httpVersion: '1.1', status, statusText: '', headers, bodyBytesSent },
    { type: 'reply-body', at: 3, base64: body.toString('base64') },
  ];
  return advanceExchange(start, { type: 'wire', events });
}

function replyOf({ reply }: { readonly reply: Reply | null }): Reply {
  if (reply === null) throw new Error('no reply');
  return reply;
}

describe('what is said of a reply', () => {
  it('is its length, and that it was chunked', () => {
    const reply = replyOf(replied(200, [['transfer-encoding', 'chunked']], Buffer.from('ab')));
    expect(bodyFacts(reply, null)).toEqual(['2 bytes so far', 'chunked']);
  });

  it('is that it was compressed, and whether that could be undone', () => {
    const packed = gzipSync('<r/>');
    const zipped = replyOf(replied(200, [['Content-Encoding', 'gzip']], packed));
    expect(bodyFacts(zipped, null).at(-1)).toBe('gzip, 4 bytes unpacked');
    expect(decodeReply(zipped)).toBe('<r/>');
    const brotli = replyOf(replied(200, [['Content-Encoding', 'br']], Buffer.from('x')));
    expect(bodyFacts(brotli, null).at(-1)).toBe('br, shown as it came');
  });

  it('names what came before it', () => {
    expect(replyNotes(replied(200, []))).toEqual(['Before it came 103.']);
  });

  it('is where a redirect leads, and that it was not followed (RES-7)', () => {
    const [, note] = replyNotes(replied(307, [['Location', 'https://other.example/']]));
    expect(note).toMatch(/redirect to https:\/\/other\.example\/\. It was not followed/);
    expect(replyNotes(replied(302, []))[1]).toMatch(/without a Location/);
  });

  it('is that the server answered early', () => {
    expect(replyNotes(replied(413, [], undefined, 1024))[1]).toMatch(/after 1\.00 KiB of 2\.00 KiB/);
  });

  it('is that the rest of a long one was dropped', () => {
    const end: WireEvent = {
      type: 'end',
      at: 9,
      replyBytes: 9,
      truncated: true,
      excess: false,
      trailers: [],
    };
    const whole = advanceExchange(replied(200, []), { type: 'wire', events: [end] });
    expect(replyNotes(whole).at(-1)).toMatch(/longer than 64\.0 MiB.*the rest was dropped/);
  });
});
