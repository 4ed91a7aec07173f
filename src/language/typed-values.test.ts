import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest, withFix } from '../test/build-for-test.ts';
import { typedValueDiagnostics } from './typed-values.ts';

function typed(short: ShortRequest) {
  const built = buildFor(short);
  const found = typedValueDiagnostics(built);
  return {
    found: found.map(({ severity, rule, range }) => {
      return `${severity} ${rule} ${built.xml.slice(range?.start, range?.end)}`;
    }),
    fixed: buildFor({ ...short, xml: withFix(built.xml, found[0]) ?? built.xml }),
  };
}

describe('a size that is typed in is noted, and the parameter offered', () => {
  it('in the query', () => {
    const { found, fixed } = typed({ url: 'https://e.example/?a=1&media_size=456000#x' });
    expect(found).toEqual(['info TPL-1 456000']);
    expect(fixed.plan?.target).toBe('/?a=1&media_size=9');
  });

  it('in a part', () => {
    const { found, fixed } = typed({ data: 'media-size=875000&f=%media_content%' });
    expect(found).toEqual(['info TPL-1 875000']);
    expect(fixed.bodyText).toContain('\r\n\r\n9\r\n');
  });

  it.each([
    'X-Media-Size:875000',
    'A: 1\nx-media-size: 875000 ',
    'X-File-Size: 875000',
  ])('in the header %j', (headers) => {
    const { found, fixed } = typed({ headers });
    expect(found).toEqual(['info TPL-1 875000']);
    expect(fixed.customHeaders.at(-1)?.[1]).toBe('9');
  });

  it('without a fix where a comment stands among its digits', () => {
    const xml =
      '<account><genericMediaUploadUrl>https://e.example/?media_size=45<!-- x -->6000</genericMediaUploadUrl></account>';
    const [note] = typedValueDiagnostics(buildFor({ xml }));
    expect(note).toMatchObject({ rule: 'TPL-1' });
    expect(note?.fix).toBeUndefined();
  });
});

it.each<ShortRequest>([
  { url: 'https://e.example/?media_size=%media_size%' },
  { url: 'https://e.example/?media_size=1%to%' },
  { url: 'https://e.example/?max_size=1000' },
  { url: 'https://e.example/?size=1000' },
  { url: 'https://e.example/media_size=5' },
  { url: 'https://e.example/?a=1#media_size=5' },
  { data: 'media_size=large&f=%media_content%' },
  { headers: 'X-Media-Size: %media_size%' },
  { xml: '<account/>' },
  { xml: '' },
])('nothing is said of %j', (short) => {
  expect(typed(short).found).toEqual([]);
});
