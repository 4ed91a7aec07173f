import { createHash } from 'node:crypto';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { anySession, plainSession } from '../test/session-for-test.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { crc32 } from './crc32.ts';
import { dictionaryV1 } from './dictionary-v1.ts';
import { fitOf, isLink, linkTo, readLink } from './links.ts';
import type { SharedSession } from './shared-session.ts';

const page = 'https://play.example/';
const configuration = `<account>
  <username>alice</username>
  <password>PASSWORD</password>
  <host>sip.provider.example</host>
  <genericMediaUploadUrl>https://media.provider.example/mms/upload?from=%account[username]%&amp;to=%to%</genericMediaUploadUrl>
  <genericMediaUploadMethod>POST</genericMediaUploadMethod>
  <genericMediaUploadMultipartData>from=%account[username]%&amp;to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>X-Media-Size: %media_size%</genericMediaUploadCustomHeaders>
</account>
`;
const session: SharedSession = {
  ...plainSession,
  xml: configuration,
  parameters: { to: '+420777123456', description: 'Dobrý den' },
  assumptions: { 'url-encoding': 'form' },
  account: 2,
  locale: 'cs',
  media: { example: 'clip', name: 'IMG_1.mp4', type: null },
};
const open = (link: string) => {
  const read = readLink(link);
  return read.kind === 'session' ? read.session : read.kind === 'fault' ? read.fault.code : read.kind;
};

describe('a link', () => {
  it('opens as the session it was made of', () => {
    fc.assert(
      fc.property(anySession, (any) => {
        expect(readLink(linkTo(any, `${page}#old`))).toEqual({ kind: 'session', session: any, faults: [] });
      }),
    );
  });

  it('of version 1 opens for ever', () => {
    const link =
      'https://play.example/#s=1.X-2P9WSbyoI9SycC20DALh55GRrYmwK1qotgOZvoXA0OEwzt-rm5xbBMTkxUk5c_Kc9kRCdD2iU03GmM1ASG1hXC1j-t1SGlb4bUEzPUA3W3wP1W0hKxS35S0eG9wPImD5h0AQ';
    expect(linkTo(session, page)).toBe(link);
    expect(open(link)).toEqual(session);
  });

  it('can be read by who knows the format and the dictionary alone', () => {
    const bytes = fromBase64url(linkTo(session, page).split('#s=1.')[1] ?? '');
    expect(bytes[0]).toBe(bytes.length - 5);
    const text = inflateRawSync(bytes.subarray(5), { dictionary: dictionaryV1 }).subarray(2).toString();
    expect(text.startsWith(configuration)).toBe(true);
    expect(JSON.parse(text.slice(configuration.length))).toMatchObject({
      parameters: session.parameters,
      account: 2,
    });
  });

  it('has a dictionary that never changes', () => {
    expect(createHash('sha256').update(dictionaryV1).digest('hex')).toBe(
      'd8db2e35b394e7cb86262f6f4f12b3ac53cffe016684aeb9080010ffb032476c',
    );
  });

  it('of a real configuration is short', () => {
    const xml = configuration.replace('<host>', '<title>Provider Example</title>\n  <host>');
    expect(Buffer.byteLength(xml)).toBeGreaterThan(564);
    const link = linkTo({ ...plainSession, xml }, '');
    expect(link.length).toBeLessThanOrEqual(210);
    expect(fitOf(link)).toBe('mail and chat');
    expect([1800, 1801, 3900, 3901].map((length) => fitOf('x'.repeat(length)))).toEqual([
      'mail and chat',
      'chat',
      'chat',
      'file',
    ]);
  });

  it('opens although a mail program has wrapped it, or a sentence ends behind it', () => {
    const link = linkTo(session, page);
    for (const written of [
      `${link}.`,
      `${link})`,
      `${link.slice(0, 60)}\r\n ${link.slice(60)}`,
      `${link.slice(0, 60)}%20${link.slice(60)}`,
      link.slice(page.length),
      link.slice(page.length + 1),
    ])
      expect(open(written)).toEqual(session);
  });
});

describe('a damaged link', () => {
  const link = linkTo(session, page);
  const from = link.indexOf('#');

  it('that is cut says so, wherever it is', () => {
    for (let end = from + '#s='.length; end < link.length; end++)
      expect(readLink(link.slice(0, end))).toMatchObject({
        kind: 'fault',
        fault: { code: 'damaged', how: 'cut' },
      });
  });

  it('never opens as another session, and never throws', () => {
    const character = fc.constantFrom(...'ABCXYZabcxyz0189-_.~%&=#+/ €');
    const change = fc.record({
      at: fc.nat(link.length - from),
      by: fc.string({ unit: character, maxLength: 3 }),
      count: fc.nat(3),
    });
    let faults = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const damaged = changes.reduce(
          (text, { at, by, count }) => text.slice(0, from + at) + by + text.slice(from + at + count),
          link,
        );
        const read = readLink(damaged);
        if (read.kind === 'session') expect(read.session).toEqual(session);
        else faults += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(faults).toBeGreaterThan(8000);
  });

  it('with one character flipped does not open', () => {
    const data = link.indexOf('1.') + 2;
    for (let at = data; at < link.length - 1; at++) {
      const flipped = link[at] === 'A' ? 'B' : 'A';
      expect(readLink(link.slice(0, at) + flipped + link.slice(at + 1))).toMatchObject({
        kind: 'fault',
        fault: { code: 'damaged' },
      });
    }
  });

  it('of a newer version says so', () => {
    expect(readLink(link.replace('#s=1.', '#s=2.'))).toMatchObject({
      fault: { code: 'newer-version', version: 2 },
    });
    expect(open('#s=17')).toBe('newer-version');
    expect(open('#s=0.AAAA')).toBe('damaged');
    expect(open('#s=01.AAAA')).toBe('damaged');
  });

  it('is none where nothing says so', () => {
    for (const text of [
      '',
      '#',
      'https://play.example/',
      'https://play.example/#top',
      '#section=1',
      'mailto:x',
    ])
      expect([isLink(text), open(text)]).toEqual([false, 'not-a-link']);
  });

  const packed = (deflated: Uint8Array) => {
    const head = new Uint8Array(9);
    let rest = deflated.length;
    for (let at = 0; at < 5; at++, rest = Math.floor(rest / 128))
      head[at] = (rest % 128) + (at < 4 ? 128 : 0);
    new DataView(head.buffer).setUint32(5, crc32(deflated));
    return `#s=1.${toBase64url(Buffer.concat([head, deflated]))}`;
  };

  it('that would inflate to a gigabyte stops at the cap', () => {
    const megabyte = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
    const repeated = (count: number) =>
      packed(Buffer.concat([...Array<Buffer>(count).fill(megabyte), Buffer.of(3, 0)]));
    // No longer one is looked at.
    expect(open(repeated(1000))).toBe('too-large');
    const link = repeated(700);
    expect(link.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().arrayBuffers;
    const start = performance.now();
    expect(open(link)).toBe('too-large');
    expect(performance.now() - start).toBeLessThan(500);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it('with content that is no session does not open', () => {
    const bytes = (content: Uint8Array) => packed(deflateSync(content, { dictionary: dictionaryV1 }));
    const text = (content: string) => bytes(new TextEncoder().encode(content));
    for (const content of ['', '\u0005ab', '\u0001a{', '\u0001a}', `\u0001a${'['.repeat(9999)}`])
      expect(open(text(content))).toBe('damaged');
    expect(open(bytes(Uint8Array.of(255, 255, 255, 255, 255, 255)))).toBe('damaged');
    expect(readLink(text('\u0001a[1]'))).toMatchObject({
      kind: 'session',
      faults: ['Its settings could not be read.'],
    });
    const odd = {
      parameters: { to: '1', 'a b': '2', n: 3 },
      assumptions: { x: 'y' },
      account: -1,
      locale: 'x'.repeat(999),
      example: 7,
    };
    expect(readLink(text(`\u0001a${JSON.stringify(odd)}`))).toMatchObject({
      session: { xml: 'a', parameters: { to: '1' }, assumptions: {}, account: 1, locale: '' },
      faults: { length: 5 },
    });
  });
});
