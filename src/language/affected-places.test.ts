import { describe, expect, it } from 'vitest';
import { marked } from '../test/ask-for-test.ts';
import { buildFor } from '../test/build-for-test.ts';
import { affectedPlaces, whereFrom } from './affected-places.ts';

const account = (url: string, data: string, headers = '') =>
  `<account><username>joe</username><password>s3cret</password><genericMediaUploadUrl>${url}</genericMediaUploadUrl><genericMediaUploadMultipartData>${data}</genericMediaUploadMultipartData><genericMediaUploadCustomHeaders>${headers}</genericMediaUploadCustomHeaders></account>`;

/** What the cursor at `|` reaches, as `label=text`. */
function reached(xml: string): readonly string[] {
  const { offset, built } = marked(xml);
  return affectedPlaces(built, { start: offset, end: offset }).map(({ label, text, by }) => {
    return `${label}=${text}${by === 'value' ? ' by value' : ''}`;
  });
}

describe('the cursor in a parameter', () => {
  it('reaches the span that it became', () => {
    expect(reached(account('https://e.example/?to=%t|o%', 'f=%media_content%'))).toEqual([
      'URL=%2B420777123456',
    ]);
    expect(reached(account('https://e.example/', 'a=%t|o%'))).toEqual(['part a=+420777123456']);
    expect(reached(account('https://e.example/', 'a=1', 'X-A: %t|o%'))).toEqual(['header X-A=+420777123456']);
    expect(reached(account('https://%account[user|name]%.example/', 'a=1'))).toEqual(['URL, host=joe']);
  });

  it('inside of a hash reaches the hash', () => {
    const [only, ...others] = reached(account('https://e.example/', 'a=%sha1(%t|o%)%'));
    expect(only).toMatch(/^part a=[0-9a-f]{40}$/);
    expect(others).toEqual([]);
  });

  it('of the media reaches the file', () => {
    expect(reached(account('https://e.example/', 'f=%media_con|tent%'))).toEqual(['part f=a.jpg']);
  });
});

it("the cursor in a node's value reaches every place that uses the node", () => {
  const xml = account(
    'https://e.example/%account[username]%',
    'a=%account[username]%&amp;h=%sha1(%account[username]%)%',
    'X-A: %account[username]%',
  ).replace('>joe<', '>j|oe<');
  expect(reached(xml)).toEqual([
    'URL=joe by value',
    'header X-A=joe by value',
    'part a=joe by value',
    expect.stringMatching(/^part h=[0-9a-f]{40} by value$/),
  ]);
});

it('a password is dots, and asterisks where those are sent', () => {
  expect(reached(account('https://e.example/?p=%account[pass|word]%', 'a=1'))).toEqual(['URL=••••••••']);
  expect(reached(account('http://e.example/?p=%account[pass|word]%', 'a=1'))).toEqual(['URL=********']);
});

it.each([
  '<username>|joe',
  '<pass|word>',
])('the cursor at %s of an account without URL reaches nothing', (at) => {
  expect(
    reached(
      `<account><username>joe</username><password>x</password></account>`.replace(at.replace('|', ''), at),
    ),
  ).toEqual([]);
});

it('the list of sources names every span in the order sent, and where to go for it', () => {
  const xml = account('https://e.example/?size=1&amp;to=%to%', 'a=x%account[username]%', 'X-A: 1');
  const { request, ...built } = buildFor({ xml, params: { to: '7' } });
  const list = whereFrom({ request, ...built }).map(({ label, text, source }) => {
    const from = xml.slice(source.range.start, source.range.end);
    const value = source.valueRange ? ` ${xml.slice(source.valueRange.start, source.valueRange.end)}` : '';
    return `${label}: ${text} from ${from}${value}`;
  });
  expect(list).toEqual([
    'URL, host: https://e.example from https://e.example',
    'URL: / from /',
    'URL: ?size=1&to= from ?size=1&amp;to=',
    'URL: 7 from %to%',
    'header name: X-A from X-A',
    'header X-A: 1 from 1',
    'part name: a from a',
    'part a: x from x',
    'part a: joe from %account[username]% joe',
  ]);
});
