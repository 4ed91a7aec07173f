import { describe, expect, it } from 'vitest';
import { serviceKeys } from '../core/account/service-keys.ts';
import { probeResults, reportFor, type ShortResult } from '../test/answers-for-test.ts';
import { diagnose } from './diagnose.ts';

type Results = Readonly<Record<string, ShortResult>>;

const noFile = { status: 400, shown: 'No file.' };

/** A server that does everything right, read by Go, unless it says otherwise. */
const allPass: Results = {
  ...Object.fromEntries(
    [
      'photo',
      'clip',
      'size-tiny',
      'size-0-9-mb',
      'size-2-1-mb',
      'size-8-1-mb',
      'slow',
      'together',
      'twice',
    ].map((name) => [name, {}]),
  ),
  'without-file': { ...noFile, outcome: 'passed' },
  ...probeResults('go'),
};

const page = '<html><head><title>413</title></head><body><hr><center>nginx/1.22.1</center></body></html>';
const tooLarge = { status: 413, body: page, headers: [['Server', 'nginx/1.22.1']] } as const;

const causesOf = (results: Results) => diagnose(reportFor({ ...allPass, ...results })).causes;
const ids = (results: Results) => causesOf(results).map(({ id }) => id);

const wrong: readonly (readonly [id: string, confidence: string, results: Results])[] = [
  ['put-not-read', 'high', { photo: { ...noFile, method: 'PUT' } }],
  ['bare-names-not-read', 'high', { photo: noFile, 'other-part-names': {}, ...probeResults('mojo') }],
  ['limit-nginx', 'high', { 'size-2-1-mb': tooLarge, 'size-8-1-mb': tooLarge }],
  ['limit-php', 'high', { ...probeResults('php'), 'size-2-1-mb': noFile, 'size-8-1-mb': noFile }],
  ['limit-php', 'high', { ...probeResults('php'), 'size-8-1-mb': noFile }],
  [
    'limit-aiohttp',
    'medium',
    { ...probeResults('aiohttp'), 'size-2-1-mb': { status: 413, shown: 'Too large.' } },
  ],
  ['limit-multer', 'high', { 'size-8-1-mb': { status: 500, body: 'MulterError: File too large' } }],
  ['limit', 'medium', { 'size-8-1-mb': { status: 413 } }],
  ['limit', 'low', { 'size-8-1-mb': { status: 500, shown: 'Failed.' } }],
  ['file-cut', 'high', { 'size-8-1-mb': { outcome: 'failed', arrival: 'different' } }],
  ['charset-refused', 'high', refusedUnless('probe-no-charset')],
  ['quoted-boundary-refused', 'high', refusedUnless('probe-bare-boundary')],
  ['content-refused', 'medium', { 'description-special': { status: 403 } }],
  ['latin-1-file-names', 'medium', { 'file-name-letters': { body: '{"media_url":"https://m/kÅ¯Å.jpg"}' } }],
  ['slow-cut', 'high', { slow: { status: 0 } }],
  ['parallel-mixed', 'high', { together: { outcome: 'failed', arrival: 'different' } }],
  ['parallel-refused', 'medium', { together: { status: 500 } }],
  ['repeat-refused', 'medium', { twice: { status: 409, shown: 'It is there.' } }],
  ['rate-limit', 'high', { clip: { status: 429 } }],
  ['success-for-anything', 'high', { 'without-file': { outcome: 'failed' } }],
  ['success-status-for-errors', 'high', { 'wrong-recipient': { shown: 'Unknown.' } }],
  ['errors-as-pages', 'high', { clip: tooLarge, 'error-message': { ...tooLarge } }],
  ['errors-without-message', 'high', { 'error-message': { status: 402 } }],
  ['redirects', 'high', { photo: { status: 307, headers: [['Location', '/v2/up']] } }],
  ['login-refused', 'high', { photo: { status: 401 } }],
  ['media-url-not-secure', 'high', { 'media-url-https': { outcome: 'failed' } }],
  ['reply-declared-wrong', 'high', { 'reply-type': { outcome: 'failed' } }],
];

/** Whatever is sent is refused, but for one probe. */
function refusedUnless(probe: string): Results {
  const names = Object.keys(allPass);
  return Object.fromEntries(
    names.map((name) => [
      name,
      name === probe ? {} : { status: 403, ...(name.startsWith('probe-') && { outcome: 'observed' }) },
    ]),
  );
}

describe('what is wrong', () => {
  it.each(wrong)('is named, with what it explains: %s (%s)', (id, confidence, results) => {
    const cause = causesOf(results).find((one) => one.id === id);
    expect(cause).toMatchObject({ confidence });
    expect(cause?.evidence.length).toBeGreaterThan(0);
    expect(cause?.remedies.length).toBeGreaterThan(0);
  });

  it('is what the reader was measured to get wrong in that request', () => {
    const quote = { ...noFile, variants: ['quote', 'bare-names'] };
    const [cause] = causesOf({ ...probeResults('undici'), 'file-name-quote': quote });
    expect(cause).toMatchObject({ id: 'reader-undici', explains: ['file-name-quote'] });
    expect(cause?.evidence.at(-1)).toContain('refuses the request');
    expect(cause?.remedies).toHaveLength(1);
  });

  it('is nothing where all passes', () => {
    expect(ids({})).toEqual(['reader-go']);
  });

  it('comes before what only describes the server', () => {
    const found = causesOf({ 'size-8-1-mb': { status: 413 } });
    expect(found.map(({ id }) => id)).toEqual(['limit', 'reader-go']);
  });

  it('explains every size that failed, and no more', () => {
    const [limit] = causesOf({ 'size-2-1-mb': tooLarge, 'size-8-1-mb': tooLarge, slow: { status: 0 } });
    expect(limit?.explains).toEqual(['size-2-1-mb', 'size-8-1-mb']);
  });

  it('is no limit of size where small uploads fail in the same way', () => {
    const all = Object.fromEntries(
      ['photo', 'clip', 'size-tiny', 'size-0-9-mb', 'size-2-1-mb'].map((name) => [name, { status: 500 }]),
    );
    expect(ids(all).filter((id) => id.startsWith('limit'))).toEqual([]);
  });

  it('is not the charset where the request without it is refused too', () => {
    expect(ids(refusedUnless('none'))).not.toContain('charset-refused');
  });
});

describe('a fix', () => {
  it('in the Account XML names a key of the service', () => {
    const fixes = wrong.flatMap(([, , results]) =>
      causesOf(results).flatMap(({ remedies }) => remedies.filter((one) => one.kind === 'account-xml')),
    );
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes) expect(serviceKeys).toContain(fix.kind === 'account-xml' ? fix.key : '');
  });

  it('elsewhere is exact lines, with the place where they go', () => {
    const [limit] = causesOf({ 'size-2-1-mb': tooLarge });
    expect(limit?.remedies).toEqual([
      {
        kind: 'lines',
        text: 'Raise the limit, and restart the server:',
        where: 'nginx.conf, in http, server or location',
        lines: 'client_max_body_size 100m;',
      },
    ]);
  });
});

it('says nothing of a server that gave no reply', () => {
  const none = { status: 0, outcome: 'failed' } as const;
  expect(diagnose(reportFor({ photo: none }))).toEqual({ causes: [], readers: [], next: null });
});
