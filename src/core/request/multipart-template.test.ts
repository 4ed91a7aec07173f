import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildFor, type ShortRequest } from '../../test/build-for-test.ts';

/** Each part that is no file as `name=value`, a character a byte; the file as `name=<media>`. */
function partsOf(data: string, short: ShortRequest = {}) {
  const built = buildFor({ data, ...short });
  const parts = built.bodyText
    .split('--B')
    .slice(1, -1)
    .map((part) => {
      const [, name = '', file, value = ''] =
        /^\r\nContent-Disposition: form-data; name="?([\s\S]*?)"?(; filename=[\s\S]*?)?\r\n\r\n([\s\S]*)\r\n$/.exec(
          part,
        ) ?? [];
      return file === undefined ? `${name}=${value}` : `${name}=<media>`;
    });
  return { ...built, parts };
}

const latin1 = (text: string) => Buffer.from(text).toString('latin1');

describe('the template is split before anything is expanded (MP-1)', () => {
  it.each([
    ['a=1&b=2&f=%media_content%', ['a=1', 'b=2', 'f=<media>']],
    ['&&a=1&&f=%media_content%&', ['a=1', 'f=<media>']],
    ['a=b=c==&f=%media_content%', ['a=b=c==', 'f=<media>']],
    ['a=&=b&f=%media_content%', ['a=', '=b', 'f=<media>']],
    ['=&f=%media_content%', ['=', 'f=<media>']],
    ['a=1;b=2&f=%media_content%', ['a=1;b=2', 'f=<media>']],
    ['a=1&a=2&f=%media_content%', ['a=1', 'a=2', 'f=<media>']],
  ])('%s', (data, parts) => {
    expect(partsOf(data)).toMatchObject({ parts, found: [] });
  });

  it('what a value holds separates nothing', () => {
    const { parts } = partsOf('a=%to%&%to%=b&f=%media_content%', { params: { to: 'x&y=z' } });
    expect(parts).toEqual(['a=x&y=z', 'x&y=z=b', 'f=<media>']);
  });

  it('an escaped & or = separates nothing', () => {
    expect(partsOf('a%3Db=c%26d&f=%media_content%').parts).toEqual(['a=b=c&d', 'f=<media>']);
  });

  it('white space around a piece goes, as in pretty-printed XML', () => {
    const data = '\n  a=1 &\r\n\t b=%to% &\n\n&  f=%media_content%\n';
    expect(partsOf(data, { params: { to: ' x ' } })).toMatchObject({
      parts: ['a=1', 'b= x ', 'f=<media>'],
      found: [],
    });
  });

  it('white space around the = stays, with a warning', () => {
    expect(partsOf('a \t=\n b&f=%media_content%')).toMatchObject({
      parts: ['a \t=\n b', 'f=<media>'],
      found: ['warning MP-1  \t=\n '],
    });
    expect(partsOf('a= b&f=%media_content%')).toMatchObject({
      parts: ['a= b', 'f=<media>'],
      found: ['warning MP-1 = '],
    });
  });

  it('a typed + is a space, and no white space to remove', () => {
    expect(partsOf('+a+=+b+&f=%media_content%')).toMatchObject({
      parts: [' a = b ', 'f=<media>'],
      found: [],
    });
  });

  it('a piece without = is a part with an empty value, with a warning', () => {
    expect(partsOf('a&%to%&f=%media_content%', { params: { to: 'x=y' } })).toMatchObject({
      parts: ['a=', 'x=y=', 'f=<media>'],
      found: ['warning MP-1 a', 'warning MP-1 %to%'],
    });
  });

  it('a call is one piece, whatever stands inside', () => {
    const { parts } = partsOf('a=%md5(x&y=z)%&f=%media_content%');
    expect(parts).toEqual(['a=%md5(x&y=z)%', 'f=<media>']);
  });
});

describe('typed text is form-decoded after that (MP-2)', () => {
  it.each([
    ['a+b=c+d', 'a b=c d'],
    ['a%2Bb=%41%42', 'a+b=AB'],
    ['caf%C3%A9=%e2%82%ac', latin1('café=€')],
    ['a=%ff%FE%00', 'a=\xFF\xFE\0'],
    ['a=100%&b=%4&c=%zz', 'a=100%'],
    ['a=%2525', 'a=%25'],
    ['é=é', latin1('é=é')],
  ])('%s', (data, first) => {
    expect(partsOf(`${data}&f=%media_content%`).parts[0]).toBe(first);
  });

  it('each run alone: an escape never joins with a value', () => {
    const short = { params: { to: '41' } };
    expect(partsOf('a=%%to%&b=%4%to%&c=%to%%41&f=%media_content%', short).parts.slice(0, 3)).toEqual([
      'a=%41',
      'b=%441',
      'c=41A',
    ]);
  });

  it('and values are not (TPL-10)', () => {
    const to = 'a+b%41&=č\r\n';
    const { parts, found } = partsOf('a=%to%&f=%media_content%', { params: { to } });
    expect(parts[0]).toBe(`a=${latin1(to)}`);
    expect(found).toEqual([]);
  });

  it('is taken as it is under the alternative', () => {
    const assume = { 'multipart-literals': 'verbatim' } as const;
    expect(partsOf('a+b=%41+%C3&f=%media_content%', { assume }).parts[0]).toBe('a+b=%41+%C3');
  });

  it.each(['decode', 'verbatim'] as const)('says that the assumption affected it: %s', (option) => {
    const assume = { 'multipart-literals': option };
    const ids = (data: string) => buildFor({ data, assume }).touched.map(({ id }) => id);
    expect(ids('a=b+c&f=%media_content%')).toContain('multipart-literals');
    expect(ids('a=%41&f=%media_content%')).toContain('multipart-literals');
    expect(ids('a=b%&f=%media_content%')).not.toContain('multipart-literals');
  });
});

describe('the file part (MP-3)', () => {
  it('is the piece whose value holds %media_content%', () => {
    const built = buildFor({ data: 'photo=%media_content%' });
    expect(built.bodyText).toBe(
      '--B\r\nContent-Disposition: form-data; name=photo; filename=a.jpg\r\n' +
        'Content-Type: image/jpeg\r\n\r\n\xFF\xD8\xFF\xE0\0\r\n--\r\n--B--\r\n',
    );
    expect(built.plan?.parts).toMatchObject([{ name: 'photo', isFile: true }]);
  });

  it.each([
    ['x%media_content%', 'x'],
    ['%media_content%+y', '+y'],
    ['x%media_content%y', 'x'],
    ['%media_content%%to%', '%to%'],
    [' %media_content%', ' '],
    ['%sha1(a)%%media_content%', '%sha1(a)%'],
    ['%media_content%%media_content%', '%media_content%'],
  ])('sends nothing of any other text in that value, with a warning there: %j', (value, place) => {
    const built = buildFor({ data: `f=${value}`, params: { to: 'TEXT' } });
    expect(built.bodyText).toBe(buildFor({ data: 'f=%media_content%' }).bodyText);
    expect(built.found).toContain(`warning MP-3 ${place}`);
  });

  it('knows, as every part does, where in the document it stands', () => {
    const { plan, xml } = buildFor({ data: ' a=1 &f=%media_content%' });
    const places = plan?.parts.map(({ range }) => xml.slice(range.start, range.end));
    expect(places).toEqual(['a=1', 'f=%media_content%']);
  });

  it('is where the template puts it', () => {
    expect(partsOf('a=1&f=%media_content%&b=2').parts).toEqual(['a=1', 'f=<media>', 'b=2']);
  });
});

describe('how many there are (MP-4)', () => {
  it('no file part is a warning: the media is not sent', () => {
    const built = partsOf('a=1&b=2');
    expect(built).toMatchObject({
      parts: ['a=1', 'b=2'],
      found: ['warning MP-4 genericMediaUploadMultipartData'],
    });
  });

  it('several carry the media each, with a warning at every further one', () => {
    const built = partsOf('f=%media_content%&a=1&g=%media_content%&h=%media_content%');
    expect(built.parts).toEqual(['f=<media>', 'a=1', 'g=<media>', 'h=<media>']);
    expect(built.found).toEqual(['warning MP-4 %media_content%', 'warning MP-4 %media_content%']);
  });

  it.each([
    '',
    '&',
    ' \n& &',
    '&&&',
  ])('no parts at all is an error, and the body the closing delimiter alone: %j', (data) => {
    const built = buildFor({ data });
    expect(built).toMatchObject({ bodyText: '--B--\r\n', rules: ['MP-4'] });
    expect(built.found[0]).toMatch(/^error /);
  });

  it('so is a template that is not there', () => {
    const xml = '<account><genericMediaUploadUrl>https://e.example/</genericMediaUploadUrl></account>';
    expect(buildFor({ xml })).toMatchObject({ bodyText: '--B--\r\n', found: ['error MP-4 account'] });
  });
});

test('no value can add a part or a parameter, whatever it holds (TPL-10)', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      '\r\n',
      '--',
      '&',
      '=',
      '"',
      ';',
      '%',
      '+',
      '\\',
      '\r\n--X\r\n',
      '--X--',
      '%media_content%',
      '%to%',
    ),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.string({ unit }), fc.constantFrom('as-needed', 'quoted'), (to, names) => {
      const short = {
        data: 'a=%to%&%to%=b&c%to%=%account[n]%&f=%media_content%',
        boundary: 'a-boundary-that-no-value-holds',
        assume: { 'part-names': names },
      } as const;
      const harmless = buildFor({ ...short, nodes: { n: 'x' }, params: { to: 'x' } });
      const built = buildFor({ ...short, params: { to, 'account[n]': to } });
      expect(built.plan?.parts.length).toBe(4);
      expect(built.bodyText.split(`\r\n--${short.boundary}`).length).toBe(
        harmless.bodyText.split(`\r\n--${short.boundary}`).length,
      );
      // Between delimiter and empty line the lines are those of harmless values.
      expect(headerLines(built.bodyText, short.boundary)).toEqual(
        headerLines(harmless.bodyText, short.boundary),
      );
    }),
    { numRuns: 150 },
  );
});

function headerLines(body: string, boundary: string): number[] {
  const parts = `\r\n${body}`.split(`\r\n--${boundary}\r\n`).slice(1);
  return parts.map((part) => part.slice(0, part.indexOf('\r\n\r\n')).split(/\r\n|\r|\n/).length);
}
