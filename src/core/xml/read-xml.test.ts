import { describe, expect, it, test } from 'vitest';
import { readForTest } from '../../test/build-for-test.ts';
import { readXml } from './read-xml.ts';

describe('ranges', () => {
  const text = `<?xml version="1.0"?>\n<account>\n  <a x='1' y = "2">v<!-- c --></a ><b/>\n</account>\n`;
  const { root } = readXml(text);
  const [a, b] = root?.children ?? [];
  const under = (range: { start: number; end: number } | null | undefined) =>
    range && text.slice(range.start, range.end);

  it('cover the element, its name and its two tags', () => {
    expect(under(a?.range)).toBe(`<a x='1' y = "2">v<!-- c --></a >`);
    expect(under(a?.nameRange)).toBe('a');
    expect(under(a?.startTag)).toBe(`<a x='1' y = "2">`);
    expect(under(a?.endTag)).toBe('</a >');
  });

  it('cover the whole of an empty-element tag, which has no end tag', () => {
    expect(under(b?.range)).toBe('<b/>');
    expect(b).toMatchObject({ selfClosing: true, endTag: null, children: [], texts: [] });
  });

  it('cover attribute values between their quotes', () => {
    expect(a?.attributes.map(({ valueRange }) => under(valueRange))).toEqual(['1', '2']);
  });

  it('cover the root without what stands around it', () => {
    expect(under(root?.range)).toBe(text.slice(text.indexOf('<account>')).trimEnd());
  });
});

describe('an element without its end tag (ACC-5)', () => {
  it('ends at the next start tag, and the tag without partner is the fault', () => {
    const text = '<account><username>john<password>pw</password></account>';
    const values = { username: 'john', password: 'pw' };
    expect(readForTest(text)).toMatchObject({ values, faults: ['<username>'] });
    expect(readXml(text).root?.children[0]).toMatchObject({ endTag: null, range: { start: 9, end: 23 } });
  });

  it('ends at the end tag of what holds it where that comes first', () => {
    expect(readForTest('<account><username>john</account>').values).toEqual({ username: 'john' });
  });

  it('ends where the text ends, at the latest', () => {
    expect(readForTest('<account><title>T</title><username>john').values).toEqual({
      title: 'T',
      username: 'john',
    });
  });

  it('does not swallow the nodes after it, however many have none', () => {
    const values = { a: '1', b: '2', c: '3' };
    expect(readForTest('<account><a>1<b>2<c>3</account>')).toMatchObject({
      values,
      faults: ['<a>', '<b>', '<c>'],
    });
  });

  it('also ends at an empty-element tag', () => {
    expect(readForTest('<account><a>1<b/><c>3</c></account>').values).toEqual({ a: '1', b: '', c: '3' });
  });

  it('still holds its nodes where it is the root', () => {
    const values = { username: 'john', title: 'T' };
    expect(readForTest('<account><username>john</username><title>T</title>')).toMatchObject({
      values,
      faults: ['<account>'],
    });
  });

  it('ends at the next account where it is an account among several', () => {
    const { root } = readXml('<accounts><account><a>1</a><account><a>2</a></account></accounts>');
    expect(root?.children.map(({ children }) => children.length)).toEqual([1, 1]);
  });
});

describe('end tags', () => {
  it.each([
    ['that do not match', '<a><b>x</c></a>', ['</c>'], '<a><b>x</b></a>'],
    ['that are not finished', '<a><b>x</b</a>', ['</b'], '<a><b>x</b></a>'],
    ['that close nothing', '<a></a></b>', ['</b>'], undefined],
    ['that have no name', '<a></></a>', ['</>'], undefined],
    ['that hold more than a name', '<a><b>x</b y></a>', ['</b y>'], undefined],
  ])('%s are a fault at their place', (_, text, places, fixed) => {
    expect(readForTest(text)).toMatchObject({ faults: places, repaired: fixed });
  });

  it('close the nearest open element of their name', () => {
    const { root } = readXml('<a><b><c>x</b></a>');
    expect(root?.children[0]).toMatchObject({ name: 'b', endTag: { start: 10, end: 14 } });
  });

  it('leave the value alone where one is misspelt', () => {
    expect(readForTest('<account><username>john</usernam><title>T</title></account>').values).toEqual({
      username: 'john',
      title: 'T',
    });
  });
});

describe('what stands around the root', () => {
  it('may be a BOM, white space, comments and instructions', () => {
    const text = '\uFEFF<?xml version="1.0"?>\r\n<!-- c --><a/>\n\t <?p?><!-- d -->\n';
    expect(readForTest(text).wellFormed).toBe(true);
  });

  it.each([
    ['text before it', 'x <a/>', 'x'],
    ['text after it', '<a/>\n  x y \n', 'x y'],
    ['a reference after it', '<a/>&#32;', '&#32;'],
    ['a second root', '<a/><b>x</b>', '<b>'],
  ])('is a fault where it is %s', (_, text, place) => {
    expect(readForTest(text)).toMatchObject({ root: 'a', faults: [place] });
  });

  it.each([
    '',
    ' \n',
    'hello',
    '<!-- c -->',
    '\uFEFF',
  ])('without any element there is no root: %j', (text) => {
    expect(readForTest(text)).toMatchObject({ root: undefined, wellFormed: false });
  });
});

test('line ends are read as LF, in CDATA too, but a referenced CR is one (ACC-2)', () => {
  expect(readForTest('<a><b>1\r\n2\r3\n4&#13;\n5</b><c><![CDATA[1\r\n2\r3]]></c></a>').values).toEqual({
    b: '1\n2\n3\n4\r\n5',
    c: '1\n2\n3',
  });
});

test('white space at both ends of a value goes, typed or referenced, and no other (ACC-2)', () => {
  expect(readForTest('<a><b> \t\r\n&#32;&#9;&#10;&#13;x y\u00A0<![CDATA[ \n]]></b></a>').values).toEqual({
    b: 'x y\u00A0',
  });
  expect(readForTest('<a><b>\u00A0\v\u2003</b></a>').values).toEqual({ b: '\u00A0\v\u2003' });
});

test('text of child elements is theirs (ACC-2)', () => {
  expect(readForTest('<a><b>1<c>2</c>3</b></a>').values).toEqual({ b: '13' });
});
