import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type BuiltForTest, buildFor } from '../../test/build-for-test.ts';
import { missingAmpersands } from './missing-ampersands.ts';

const data = (value: string) =>
  `<account><username>4201</username><genericMediaUploadUrl>https://m.example/u</genericMediaUploadUrl><genericMediaUploadMultipartData>${value}</genericMediaUploadMultipartData></account>`;
const read = (value: string) => buildFor({ xml: data(value), params: { to: '+420' } });

/** Names and values of the parts, the media as its type. */
function partsOf({ bodyText }: BuiltForTest): readonly string[] {
  return bodyText
    .split(/--B(?:--)?\r\n/)
    .filter((part) => part !== '')
    .map((part) => {
      const [head = '', ...value] = part.slice(0, -2).split('\r\n\r\n');
      const name = /name="?([^";\r]*)/.exec(head)?.[1] ?? '';
      return `${name}=${head.includes('filename') ? 'MEDIA' : value.join('\r\n\r\n')}`;
    });
}

const three = ['file=MEDIA', 'from=4201', 'to=+420'];

describe('parts without the & between them (MP-11)', () => {
  it.each([
    ['one a line', '\n  file=%media_content%\n  from=%account[username]%\n  to=%to%\n'],
    ['one a line, the first at once', 'file=%media_content%\nfrom=%account[username]%\nto=%to%'],
    ['CRLF and tabs', '\r\n\tfile=%media_content%\r\n\tfrom=%account[username]%\r\n\tto=%to%\r\n'],
    ['lone CR', 'file=%media_content%\rfrom=%account[username]%\rto=%to%'],
    ['references', 'file=%media_content%&#10;from=%account[username]%&#xD;to=%to%'],
    ['empty lines', 'file=%media_content%\n\n   \n from=%account[username]%\n\n\nto=%to%'],
    ['a comment between', 'file=%media_content%\n<!-- who -->\n from=%account[username]%\n<!-- x -->to=%to%'],
    ['CDATA', '<![CDATA[\nfile=%media_content%\nfrom=%account[username]%\nto=%to%\n]]>'],
    ['a section each', '<![CDATA[file=%media_content%]]>\n<![CDATA[from=%account[username]%]]>\nto=%to%'],
    ['mixed with &', '\n file=%media_content%&amp;from=%account[username]%\n to=%to%\n'],
    ['mixed the other way', '\n file=%media_content%\n from=%account[username]%\n &amp;to=%to%\n'],
    ['semicolons', 'file=%media_content%;from=%account[username]%;to=%to%'],
    ['semicolons and spaces', 'file=%media_content%; from=%account[username]% ;to=%to%'],
    ['semicolons at line ends', '\n file=%media_content%;\n from=%account[username]%;\n to=%to%\n'],
    ['a semicolon as a reference', 'file=%media_content%&#59;from=%account[username]%&#x3b;to=%to%'],
    ['semicolons in CDATA', '<![CDATA[file=%media_content%;from=%account[username]%;to=%to%]]>'],
  ])('are reported, and the fix makes them parts: %s', (_, value) => {
    const built = read(value);
    expect(built.rules.filter((rule) => rule.startsWith('MP'))).toEqual(['MP-11']);
    expect(built.at('MP-11')).toMatch(/^(?:from|to)$/);
    const after = buildFor({ xml: built.fixed('MP-11') ?? '', params: { to: '+420' } });
    expect(after.rules).toEqual([]);
    expect(partsOf(after)).toEqual(three);
  });

  it('leaves all else of the document as it was', () => {
    const value = '\n    file=%media_content%\n    from=%account[username]%\n    to=%to%\n  ';
    expect(read(value).fixed('MP-11')).toBe(
      data('\n    file=%media_content%\n    &amp;from=%account[username]%\n    &amp;to=%to%\n  '),
    );
    expect(read('a=1;b=2').fixed('MP-11')).toBe(data('a=1&amp;b=2'));
    expect(read('<![CDATA[a=1\nb=2]]>').fixed('MP-11')).toBe(data('<![CDATA[a=1\n&b=2]]>'));
  });

  it.each([
    ['the media last', 'from=1\nfile=%media_content%', ['from=1', 'file=MEDIA']],
    [
      'spaces around the =',
      'from=1\nto = %to%&amp;file=%media_content%',
      ['from=1', 'to = +420', 'file=MEDIA'],
    ],
    ['brackets, dots, hyphens', 'a=1\nids[]=2\nx.y=3\nx-y=4', ['a=1', 'ids[]=2', 'x.y=3', 'x-y=4']],
    ['other letters', 'a=1\njméno=2', ['a=1', 'jm\u00c3\u00a9no=2']],
    ['values without text', 'a=\nb=\nc=', ['a=', 'b=', 'c=']],
  ])('are such also with %s', (_, value, expected) => {
    const built = read(value);
    const after = buildFor({ xml: built.fixed('MP-11') ?? '', params: { to: '+420' } });
    expect(after.rules).not.toContain('MP-11');
    expect(partsOf(after).map((part) => part.replace('to =', 'to = ').replace('  ', ' '))).toEqual(expected);
  });

  it('says what becomes of them: a part of the value, or nothing beside the media', () => {
    expect(read('a=1\nb=2').message('MP-11')).toMatch(/before "b": .* sent as a part of this value/);
    expect(read('f=%media_content%\nb=2').message('MP-11')).toMatch(/it is not sent/);
    expect(read('a=1\nb=2\nc=3\nd=4\ne=5').message('MP-11')).toMatch(/before "b", "c", "d" and 1 more/);
  });
});

test.each([
  ['a sentence', 'text=Hello\nDear x=1, how are you?'],
  ['a sum', 'text=Result\ntotal = 5'],
  ['a URL', 'text=See\nhttps://m.example/?a=1'],
  ['a heading', 'text=News\n====='],
  ['Base64', 'text=QUJD\nREVGRw=='],
  ['a line of words', 'text=one\ntwo\n\nthree'],
  ['a comparison', 'text=if\nx==1'],
  ['a digit first', 'text=list\n1=one'],
  ['a semicolon beside an &', 'a=1;b=2&amp;c=3'],
  ['a media type', 'type=text/html;charset=utf-8'],
  ['what curl writes', 'file=%media_content%;type=image/jpeg'],
  ['a comma', 'a=1,b=2'],
  ['spaces', 'a=1 b=2'],
  ['a semicolon in prose', 'a=Hello; how are you'],
  ['an escape', 'a=1%0Ab=2'],
  ['a call', 'a=%sha1(x\nb=2;c=3)%'],
])('%s is no part of its own (MP-11)', (_, value) => {
  expect(read(value).rules).not.toContain('MP-11');
});

test('what a value brings in is no matter of the template (MP-11)', () => {
  const built = buildFor({
    data: 'd=%description%&f=%media_content%',
    params: { description: 'x\ny=1;z=2' },
  });
  expect(built.rules).toEqual([]);
});

describe('text beside the media (MP-3)', () => {
  it.each([
    ['f=x%media_content%y', 'x', 'f=%media_content%'],
    ['f=x%media_content%\n to=1', 'x', 'f=%media_content%\n to=1'],
    ['f=%media_content%;type=image/jpeg', ';type=image/jpeg', 'f=%media_content%'],
  ])('is taken out, but never what MP-11 takes for parts: %j', (value, at, expected) => {
    const built = read(value);
    expect(built.at('MP-3')).toBe(at);
    expect(built.fixed('MP-3')).toBe(data(expected));
    expect(read(expected).rules).not.toContain('MP-3');
  });

  it('is reported without a fix where the media stands in what MP-11 takes for a part', () => {
    const built = read('from=1\nfile=%media_content%');
    expect(built.at('MP-3')).toBe('1');
    expect(built.fixed('MP-3')).toBeUndefined();
  });
});

test('the file part is not offered while semicolons separate: it would make text of them (MP-4)', () => {
  const built = read('a=1;b=2');
  expect(built.rules).toEqual(['MP-4', 'MP-11']);
  expect(built.fixed('MP-4')).toBeUndefined();
  expect(buildFor({ xml: built.fixed('MP-11') ?? '' }).fixed('MP-4')).toBe(
    data('a=1&amp;b=2&amp;file=%media_content%'),
  );
});

test('each place is found in front of its name, in order, whatever is typed (MP-11)', () => {
  const atom = fc.constantFrom('a=', 'b', '\n', '\r\n', ';', ' ', '\t', 'x=1', '=', '%', 'Dear ');
  fc.assert(
    fc.property(fc.array(atom, { maxLength: 40 }), fc.boolean(), (atoms, whole) => {
      const text = atoms.join('');
      const value = {
        tokens: [{ kind: 'literal', start: 0, end: text.length } as const],
        start: 0,
        end: text.length,
        separator: '',
      };
      let last = -1;
      for (const { start, end, nameStart, nameEnd, name } of missingAmpersands(text, value, whole)) {
        expect(text.slice(nameStart, nameEnd)).toBe(name);
        expect(text.slice(start, end)).toBe(end > start ? ';' : '');
        expect(start).toBeGreaterThan(last);
        expect(text.slice(nameEnd)).toMatch(/^[ \t]*=/);
        last = start;
      }
    }),
  );
});
