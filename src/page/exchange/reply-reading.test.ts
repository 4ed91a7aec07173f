import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { bodyLimits } from './excerpt.ts';
import { readReply, type WholeReply } from './reply-reading.ts';

const end = { type: 'end', at: 9, replyBytes: 0, truncated: false, excess: false, trailers: [] } as const;

function reply(type: string, body: string | Uint8Array, more: Partial<WholeReply> = {}): WholeReply {
  return { status: 200, headers: [['Content-Type', type]], body: Buffer.from(body), end, ...more };
}
const read = (one: WholeReply) => readReply(one, defaultAssumptions);

describe('a reply as it is shown', () => {
  it('is judged, pretty where it is XML or JSON, and raw', () => {
    expect(read(reply('application/json', '{"media_url":"https://a/"}'))).toMatchObject({
      verdict: { success: true, mediaUrl: { text: 'https://a/', hidden: 0 }, shown: null },
      isXml: false,
      raw: { text: '{"media_url":"https://a/"}', hidden: 0 },
      pretty: { text: '{\n  "media_url": "https://a/"\n}', hidden: 0 },
      whole: '{"media_url":"https://a/"}',
      packing: null,
    });
    expect(read(reply('text/xml', '<r><a>1</a></r>'))).toMatchObject({
      isXml: true,
      pretty: { text: '<r>\n  <a>1</a>\n</r>' },
      tree: { rows: [{ path: '/r' }, { path: '/r/a' }], hidden: 0 },
    });
  });

  it('has neither a pretty form nor a tree where it is neither', () => {
    expect(read(reply('text/html', '<html>oops'))).toMatchObject({
      raw: { text: '<html>oops' },
      pretty: null,
      tree: null,
    });
  });

  it('has what a lenient parser reads in it after the reasons of the verdict', () => {
    const { verdict } = read(reply('text/xml', '<r><media_url>https://a/?b&c</media_url></r>'));
    expect(verdict?.success).toBe(false);
    expect(verdict?.reasons.at(-1)).toMatchObject({
      tone: 'advice',
      text: expect.stringContaining('reads: media_url = "https://a/?b&c", at /r/media_url.'),
    });
  });

  it('is read and not judged where it broke off, or where nobody asks', () => {
    const broken = reply('application/json', '{"media_', { end: null });
    expect(read(broken)).toMatchObject({ verdict: null, raw: { text: '{"media_' } });
    expect(readReply(reply('text/plain', 'x'), null).verdict).toBeNull();
  });

  it('says what packed it, in a few words', () => {
    const packed = { headers: [['Content-Encoding', 'gzip']] } as const;
    expect(read(reply('', gzipSync('<r/>'), packed))).toMatchObject({
      raw: { text: '<r/>' },
      packing: { names: 'gzip', unpacked: 4 },
    });
    const often = { headers: [['Content-Encoding', 'gzip,'.repeat(50_000)]] } as const;
    const { packing, verdict } = read(reply('', 'x', often));
    expect(packing?.unpacked).toBeNull();
    expect(packing?.names.length).toBeLessThan(200);
    expect(verdict?.reasons.map(({ text }) => text).join()).toContain('packed 50000 times over');
  });

  it('is the beginning of a long one, and says how much more there is', () => {
    const long = read(reply('text/plain', 'x'.repeat(1_500_000)));
    expect(long.raw).toEqual({ text: 'x'.repeat(100_000), hidden: 1_400_000 });
    expect(long.whole).toBeNull();
    const padded = read(reply('application/json', `["${'x'.repeat(200_000)}"]`));
    expect(padded.pretty?.hidden).toBe(100_008);
    expect(padded.whole).toHaveLength(200_004);
  });

  it('is not made pretty where that would be long', () => {
    expect(read(reply('application/json', `"${'x'.repeat(600_000)}"`)).pretty).toBeNull();
  });

  it('keeps a long value for its link and copies, and no longer one', () => {
    const url = (length: number) => `https://m.example/${'a'.repeat(length)}`;
    const value = (length: number) =>
      read(reply('text/xml', `<r><media_url>${url(length)}</media_url></r>`)).verdict?.mediaUrl;
    expect(value(10_000)).toEqual({ text: url(10_000), hidden: 0 });
    expect(value(1_000_000)?.text).toHaveLength(64 * 1024);
    expect(value(1_000_000)?.hidden).toBe(1_000_018 - 64 * 1024);
  });
});

/** Every kind of body that was ever a burden, to be made as long as one likes. */
const hostile = fc.constantFrom<readonly [type: string, body: (times: number) => string]>(
  ['text/xml', (n) => `<!DOCTYPE a SYSTEM "${'<!--'.repeat(n)}" [<!ENTITY x "y">]><a/>`],
  ['text/xml', (n) => '<a>'.repeat(n) + '</a>'.repeat(n)],
  ['text/xml', (n) => `<a>${'<b/>'.repeat(n)}</a>`],
  ['text/xml', (n) => `<a b="${'&lt;'.repeat(n)}"/>`],
  ['application/json', (n) => '['.repeat(n) + ']'.repeat(n)],
  ['application/json', (n) => `{${'"media_url":null,'.repeat(n)}"z":1}`],
  ['application/json', (n) => `{"media_url":"${'\u200b'.repeat(n)}"}`],
  ['application/json', (n) => `{"message":"${'x\\t'.repeat(n)}"}`],
  ['application/json', (n) => `"${'\\"'.repeat(n)}"`],
  ['text/plain', (n) => '\n'.repeat(n)],
  ['text/plain', (n) => '\r'.repeat(n)],
  ['text/plain', (n) => '👩\u200d'.repeat(n)],
  ['text/plain', (n) => 'e\u0301'.repeat(n)],
  [`text/plain; charset=${'x'.repeat(100_000)}`, (n) => 'x'.repeat(n)],
  ['text/plain; charset=utf-16', (n) => 'x'.repeat(n)],
  ['text/plain; charset=windows-1252', (n) => '\u0081'.repeat(n)],
  ['text/html', (n) => `\ufeff${'<"'.repeat(n)}`],
);

describe('whatever the reply', () => {
  it('what the page gets of it is bounded, but for the text to be copied', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom(200, 402),
        fc.constantFrom(10, 70_000),
        ([type, body], status, times) => {
          const { whole, ...rest } = read(reply(type, body(times), { status }));
          const most = 2 * bodyLimits.characters + 2 * 64 * 1024 + 100_000;
          expect(JSON.stringify(rest).length).toBeLessThan(6 * most);
          expect(whole?.length ?? 0).toBeLessThanOrEqual(1024 * 1024);
          const { text, hidden } = rest.raw;
          expect(text.length + hidden).toBe(whole?.length ?? text.length + hidden);
          expect(whole?.startsWith(text) ?? true).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
