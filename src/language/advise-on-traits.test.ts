import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../test/build-for-test.ts';
import { adviseOn } from './advice.ts';
import type { AdviceId } from './advices.ts';

/** The advice with that id, and the text of the Account XML that it is about. */
function find(id: AdviceId, short: ShortRequest) {
  const built = buildFor(short);
  const found = adviseOn(built).filter((advice) => advice.id === id);
  expect(found).toHaveLength(1);
  const [advice] = found;
  const at = advice?.range && built.xml.slice(advice.range.start, advice.range.end);
  return { ...advice, at };
}

const f = '&f=%media_content%';

describe('advice on names and values, from the measured table', () => {
  it.each<[AdviceId, ShortRequest, string, string]>([
    ['value-not-utf8', { data: `x=caf%E9${f}` }, '%E9', 'wrong on 16 of 26'],
    ['value-not-utf8', { data: `x=%C3%A9%FFa${f}` }, '%C3%A9%FF', 'such as Werkzeug, Django'],
    ['value-not-utf8', { data: `x=a%C3%media_size%${f}` }, '%C3', 'wrong on 16'],
    [
      'value-bom',
      { data: `x=%EF%BB%BFa${f}` },
      '%EF%BB%BFa',
      'wrong on 2 of 26 servers (a value or a size is wrong: Hono',
    ],
    [
      'value-bom',
      { data: `x=%description%${f}`, params: { description: '\uFEFFa' } },
      '%description%',
      'Hono',
    ],
    ['part-name-empty', { data: `=1${f}` }, '=1', 'wrong on 9 of 26'],
    ['part-name-quote', { data: `a%22b=1${f}` }, 'a%22b', 'wrong on 10 of 26'],
    [
      'part-name-brackets',
      { data: `a[]=1${f}` },
      'a[]',
      'fields are lost: PHP, PHP behind Apache, Rack, multer',
    ],
    ['part-name-brackets', { data: `a+b=1${f}` }, 'a+b', 'wrong on 4 of 26'],
    ['part-name-dot', { data: `a.b=1${f}` }, 'a.b', 'PHP, PHP behind Apache'],
    ['part-name-letters', { data: `p%C5%99%C3%AD=1${f}` }, 'p%C5%99%C3%AD', 'busboy, multer'],
    ['part-name-twice', { data: `a=1&b=2&%61=3${f}` }, '%61', 'PHP, PHP behind Apache, Rack'],
    ['part-name-charset', { data: `_charset_=utf-8${f}` }, '_charset_', 'refuses the request: aiohttp'],
  ])('%s in %j', (id, short, at, rationale) => {
    const advice = find(id, short);
    expect(advice.at).toBe(at);
    expect(advice.rationale).toContain(rationale);
    expect(advice.rationale).toContain('Measured with');
  });

  it.each<[AdviceId, string, string]>([
    ['file-name-apostrophe', "it's.jpg", 'the file arrives as a text field: Python email'],
    ['file-name-percent', '100%25.jpg', 'wrong on 6 of 26'],
    ['file-name-percent', 'a%22b.jpg', 'Rack, multer, formidable, multiparty, undici'],
    ['file-name-path', '../up/x.jpg', 'wrong on 8 of 26'],
    ['file-name-line-break', 'a\r\nb.jpg', 'wrong on 21 of 26'],
  ])('%s in the file name %j', (id, name, rationale) => {
    const advice = find(id, { media: { name } });
    expect(advice.at).toBe('file=%media_content%');
    expect(advice.rationale).toContain(rationale);
  });

  it('a boundary of special characters claims no more than was measured', () => {
    const advice = find('special-boundary', { boundary: "'()+_,-./:=?" });
    expect(advice.rationale).toContain('Rack, CGI.pm, Plack');
    expect(advice.message).toContain('one boundary of 70 characters');
  });

  it('where names were bare, those that read none are distinguished', () => {
    expect(find('part-name-brackets', { data: `a[]=1${f}` }).rationale).toMatch(
      /^Measured with bare names: .* Mojolicious and Hono can't read bare names at all\.$/,
    );
    expect(find('part-name-dot', { data: `a.b=1${f}` }).rationale).not.toContain('Mojolicious');
  });

  it.each<ShortRequest>([
    { data: `caf=caf%C3%A9&x=%to%${f}`, params: { to: 'é' } },
    { data: `from_1=a&to-2=b${f}` },
    { media: { name: "it's a.jpg" } },
    { media: { name: "it's.jpg" }, assume: { 'part-names': 'quoted' } },
    { media: { name: '100%.jpg' } },
    { media: { name: "a/'%22.jpg" }, data: 'a=1' },
    { boundary: 'mup-0f_A' },
  ])('is not given on %j', (short) => {
    const traits = /^(?:part-name|value|special|file-name-(?:line|path|apostrophe|percent))/;
    expect(adviseOn(buildFor(short)).filter(({ id }) => traits.test(id))).toEqual([]);
  });

  it('thousands of odd parts are reported once', () => {
    const data = Array.from({ length: 3000 }, (_, index) => `a.${index % 100}=%E9`).join('&');
    const ids = adviseOn(buildFor({ data })).map(({ id }) => id);
    expect(ids.filter((id) => id === 'value-not-utf8')).toHaveLength(1);
    expect(ids.filter((id) => id === 'part-name-dot')).toHaveLength(1);
  });
});
