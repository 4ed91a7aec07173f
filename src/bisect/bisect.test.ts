import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headText } from '../core/request/bytes.ts';
import { mediaOf } from '../server-check/media/made-media.ts';
import type { MadeMedia } from '../server-check/scenario.ts';
import { buildFor, latin1, type ShortRequest } from '../test/build-for-test.ts';
import { type Bisected, bisect } from './bisect.ts';
import type { BisectRequest } from './draft.ts';

const data = 'to=%to%&description=%description%&a=1&file=%media_content%';
const photo: MadeMedia = { kind: 'jpeg', size: 4096 };

function requestFor(short: ShortRequest, media = photo, name = 'photo.jpg'): BisectRequest {
  const { plan } = buildFor({ data, ...short, media: mediaOf(media, name) });
  if (plan === null) throw new Error('No plan.');
  return { plan, media };
}

const passing = requestFor({
  params: { to: '+15550100', description: 'A plain one' },
  headers: 'X-One: 1\nX-Two: 2',
  boundary: 'first',
});

/** All at once: what a bisection has to find its way through. */
const failing = requestFor(
  {
    url: 'https://example.com/up?kind=clip',
    data: 'description=%description%&to=%to%&b.c=1&extra=2&file=%media_content%',
    params: { to: '+1 555 0100', description: 'A 🌅 in a “quoted” text\nof two lines' },
    headers: 'X-Two: 3\nX-New: 1',
    method: 'PUT',
    boundary: 'other',
    assume: { 'part-names': 'quoted', 'file-part-blank-line': 'literal' },
  },
  { kind: 'mp4', size: 3_000_000 },
  'söme "clip".mp4',
);

interface Sent {
  readonly head: string;
  /** A character a byte, the media left out. */
  readonly body: string;
  readonly media: MadeMedia | null;
  readonly length: number;
}

function sentOf({ plan, media }: BisectRequest): Sent {
  const bytes = plan.body.map((one) => (one.kind === 'media' ? '' : latin1(one.bytes))).join('');
  return { head: headText(plan), body: bytes, media, length: plan.bodyLength };
}

async function find(fails: (sent: Sent) => boolean, budget = 60): Promise<Bisected & { log: Sent[] }> {
  const log: Sent[] = [];
  const send = async (request: BisectRequest) => {
    const sent = sentOf(request);
    log.push(sent);
    return fails(sent) ? ('fails' as const) : ('passes' as const);
  };
  const result = await bisect(passing, failing, send, { budget, signal: new AbortController().signal });
  return { ...result, log };
}

const planted: readonly (readonly [title: string, fails: (sent: Sent) => boolean])[] = [
  ['the method (POST or PUT)', ({ head }) => head.startsWith('PUT ')],
  ['the query of the URL', ({ head }) => head.includes('?kind=')],
  ['the header X-Two', ({ head }) => head.includes('X-Two: 3')],
  ['the header X-New', ({ head }) => head.includes('X-New')],
  ['that the header X-One is missing', ({ head }) => !head.includes('X-One')],
  ['the quotes around “to”', ({ body }) => body.includes('name="to"')],
  ['the quotes around “description”', ({ body }) => body.includes('name="description"')],
  ['the quotes around “file”', ({ body }) => body.includes('name="file"')],
  ['the quotes around “a”', ({ body }) => /name="(?:a|b\.c)"/.test(body)],
  ['the quotes around the file name', ({ body }) => body.includes('filename="')],
  ['the part’s name (“a” or “b.c”)', ({ body }) => /name="?b\.c/.test(body)],
  ['the part “extra”', ({ body }) => body.includes('extra')],
  ['the order of the parts', ({ body }) => /name="?description[\s\S]*name="?to/.test(body)],
  ['the value of “to”', ({ body }) => body.includes('+1 555 0100')],
  ['the value of “description”', ({ body }) => body.includes('\n') && body.includes('\nof two lines')],
  ['the file name', ({ body }) => body.includes('.mp4')],
  ['the type of the part “file” (image/jpeg or video/mp4)', ({ body }) => body.includes('video/mp4')],
  ['the empty line before the part “file”', ({ body }) => body.includes('\r\n\r\nContent-Disposition')],
  ['what the media is (jpeg or mp4)', ({ media }) => media?.kind === 'mp4'],
  ['the size of the media (4096 or 3000000 bytes)', ({ length }) => length > 1_048_576],
];

describe('one difference among all the others', () => {
  it.each(planted)('is found within 60 requests: %s', async (title, fails) => {
    const found = await find(fails);
    expect(found).toMatchObject({ kind: 'found', isProven: true });
    if (found.kind !== 'found') return;
    expect(found.differences).toHaveLength(1);
    expect(found.differences[0]?.title).toContain(title);
    expect(found.text).toContain(title);
    expect(found.sent).toBe(found.log.length);
    expect(found.sent).toBeLessThanOrEqual(60);
  });

  it('is told in a sentence', async () => {
    const quotes = await find(({ body }) => body.includes('name="file"'));
    expect(quotes).toMatchObject({ text: 'Only the quotes around “file” matter.' });
  });
});

describe('what it is within that difference', () => {
  it('is the very character of a text', async () => {
    expect(await find(({ body }) => body.includes('\xF0\x9F\x8C\x85'))).toMatchObject({
      kind: 'found',
      within: { kind: 'characters', characters: '🌅' },
      text: 'Only the value of “description” matters. In it “🌅” (U+1F305).',
    });
    expect(await find(({ body }) => /text\n/.test(body.replaceAll('\r\n', '')))).toMatchObject({
      within: { characters: 'text\n' },
    });
  });

  it('is the limit of a size, near enough to know it', async () => {
    const found = await find(({ length }) => length > 1_048_576);
    expect(found).toMatchObject({ within: { kind: 'limit' } });
    if (found.kind !== 'found' || found.within?.kind !== 'limit') return;
    const { passes, fails } = found.within;
    expect(passes).toBeLessThan(1_048_576);
    expect(fails).toBeGreaterThan(1_047_000);
    expect(fails - passes).toBeLessThanOrEqual(1024);
  });
});

it('does not look into a password: its characters would be told', async () => {
  const withPassword = (password: string) =>
    requestFor({
      data: 'key=%account[password]%&file=%media_content%',
      headers: 'X-Key: %account[password]%',
      nodes: { password },
    });
  const send = async ({ plan }: BisectRequest) =>
    sentOf({ plan, media: photo }).body.includes('hunter2') ? ('fails' as const) : ('passes' as const);
  const choices = { budget: 60, signal: new AbortController().signal };
  const found = await bisect(withPassword('right'), withPassword('hunter2'), send, choices);
  expect(found).toMatchObject({ kind: 'found', within: null, text: 'Only the value of “key” matters.' });
});

it('names two differences that matter only together', async () => {
  const found = await find(({ head, body }) => head.startsWith('PUT ') && body.includes('name="file"'));
  expect(found).toMatchObject({
    kind: 'found',
    isProven: true,
    text: 'Only the method (POST or PUT) and the quotes around “file” matter together.',
  });
});

describe('what is sent', () => {
  it('is a whole request with a true length, one server, in any combination', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        let state = seed;
        const { log } = await find((sent) => {
          expect(sent.head).toContain(`\r\nContent-Length: ${sent.length}\r\n`);
          expect(sent.body.length + (sent.media?.size ?? 0)).toBe(sent.length);
          expect(sent.head).toContain('\r\nHost: example.com\r\n');
          state = (state * 1_103_515_245 + 12_345) | 0;
          return state > 0;
        });
        expect(log.length).toBeLessThanOrEqual(60);
      }),
    );
  });

  it('begins and ends as the two requests were', async () => {
    const { log } = await find(() => false);
    expect(log).toEqual([sentOf(passing), expect.anything()]);
    expect(log[1]?.body).toBe(sentOf(failing).body.replaceAll('other', 'first'));
  });

  it('is never more than was granted', async () => {
    for (const budget of [0, 1, 2, 3, 7]) {
      const found = await find(({ body }) => body.includes('extra'), budget);
      expect(found.log).toHaveLength(Math.min(found.log.length, budget));
      if (found.kind === 'found') expect(found.isProven).toBe(false);
    }
  });
});

describe('where there is nothing to find', () => {
  const signal = new AbortController().signal;
  const always = (answer: 'passes' | 'fails') => async () => answer;

  it.each([
    ['other-server', passing, requestFor({ url: 'https://example.org/up' })],
    ['same', passing, passing],
  ] as const)('nothing is sent: %s', async (code, one, other) => {
    const found = await bisect(one, other, always('fails'), { budget: 10, signal });
    expect(found).toMatchObject({ kind: 'not-found', code, sent: 0 });
  });

  it('says that the two do not behave as they did', async () => {
    expect(await find(() => true)).toMatchObject({ code: 'passing-fails', sent: 1 });
    expect(await find(() => false)).toMatchObject({ code: 'failing-passes', sent: 2 });
  });

  it('says so when it was stopped', async () => {
    const stop = new AbortController();
    const send = async () => {
      stop.abort();
      return 'passes' as const;
    };
    const found = await bisect(passing, failing, send, { budget: 10, signal: stop.signal });
    expect(found).toMatchObject({ kind: 'not-found', code: 'stopped', sent: 1 });
  });
});
