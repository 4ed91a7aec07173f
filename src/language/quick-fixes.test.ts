import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../core/source/diagnostics.ts';
import { withEdits } from '../test/ask-for-test.ts';
import { buildFor } from '../test/build-for-test.ts';
import { fixAllOfKind, fixAllSafely, fixesAt, fixesForAll } from './quick-fixes.ts';

const folder = join(import.meta.dirname, '..', 'test', 'fixtures', 'account-xml');

const xml =
  '<account><genericMediaUploadUrl>https://e.example/?a=1&b=2&c=%sms_to%</genericMediaUploadUrl>' +
  '<genericMediaUploadMultipartData>to=%sms_to%&amp;f=%media_content%</genericMediaUploadMultipartData></account>';
const { diagnostics } = buildFor({ xml, params: { to: '1' } });
const first = (rule: string) => {
  const found = diagnostics.find((one) => one.rule === rule);
  if (!found) throw new Error(`There is no ${rule}.`);
  return found;
};

describe('the fixes at a place', () => {
  it('are those of the problems that it touches', () => {
    const at = xml.indexOf('&b');
    expect(fixesAt(diagnostics, { start: at, end: at }).map(({ title }) => title)).toEqual(['Write &amp;']);
    expect(fixesAt(diagnostics, { start: 0, end: 0 })).toEqual([]);
  });

  it('in a selection are all of them, the nearest first', () => {
    const titles = fixesAt(diagnostics, { start: 0, end: xml.length }).map(({ title }) => title);
    expect(titles).toEqual(['Write &amp;', 'Write &amp;', 'Write %to%', 'Write %to%']);
  });
});

describe('a fix for all of a kind', () => {
  it('fixes every place in one step and leaves other kinds alone', () => {
    const all = fixAllOfKind(diagnostics, first('ACC-5'));
    expect(all?.title).toBe('Write &amp;, everywhere (2 places)');
    expect(withEdits(xml, all?.edits ?? [])).toBe(xml.replace('&b', '&amp;b').replace('&c', '&amp;c'));
  });

  it('leaves none of the kind', () => {
    const repaired = withEdits(xml, fixAllOfKind(diagnostics, first('TPL-7'))?.edits ?? []);
    expect(buildFor({ xml: repaired, params: { to: '1' } }).rules).not.toContain('TPL-7');
  });

  it('is listed once for each kind that occurs more than once', () => {
    expect(fixesForAll(diagnostics).map(({ count }) => count)).toEqual([2, 2]);
  });

  it('is not offered for a single place or where there is no fix', () => {
    const one = buildFor({ data: 'to=%sms_to%&f=%media_content%' });
    expect(fixesForAll(one.diagnostics)).toEqual([]);
    expect(fixAllOfKind(diagnostics, { rule: 'TPL-7', severity: 'error', message: '' })).toBeNull();
  });

  it('takes whole fixes only: of two that overlap the first', () => {
    const diagnostic = (edits: readonly (readonly [number, number])[]): Diagnostic => ({
      rule: 'KEY-3',
      severity: 'warning',
      message: '',
      range: { start: 0, end: 1 },
      fix: { title: 'x', edits: edits.map(([start, end]) => ({ range: { start, end }, text: '' })) },
    });
    const some = [
      diagnostic([
        [0, 2],
        [9, 12],
      ]),
      diagnostic([
        [4, 5],
        [11, 13],
      ]),
      diagnostic([[6, 7]]),
    ];
    const [like] = some;
    expect(like && fixAllOfKind(some, like)?.edits.map(({ range }) => range.start)).toEqual([0, 6, 9]);
  });

  it('pressed again and again leaves nothing of its kind', () => {
    const text = readFileSync(join(folder, 'not-well-formed.xml'), 'utf8');
    let repaired = text;
    for (let round = 0; round < 10; round++) {
      for (const { edits } of fixesForAll(buildFor({ xml: repaired }).diagnostics).slice(0, 1))
        repaired = withEdits(repaired, edits);
    }
    expect(repaired).not.toBe(text);
    expect(fixesForAll(buildFor({ xml: repaired }).diagnostics)).toEqual([]);
  });

  it('with different words is named after its rule', () => {
    const built = buildFor({ data: 'a=%media_sise%&b=%descripton%&f=%media_content%' });
    expect(fixesForAll(built.diagnostics).map(({ title }) => title)).toEqual(['Fix all of TPL-5 (2 places)']);
  });
});

describe('a fix for all kinds', () => {
  it('fixes everything in one step, round after round, and never breaks a document', () => {
    const all = fixAllSafely(diagnostics);
    expect(all?.count).toBe(4);
    const fixed = withEdits(xml, all?.edits ?? []);
    expect(fixed).toBe(xml.replace('&b', '&amp;b').replace('&c', '&amp;c').replaceAll('%sms_to%', '%to%'));
    expect(fixAllSafely(buildFor({ xml: fixed, params: { to: '1' } }).diagnostics)).toBeNull();
  });

  it('leaves it to the person to whom and how it is sent', () => {
    const short = { url: 'http://e.example/%account[password]%', nodes: { password: 'p' } };
    const found = buildFor({ ...short, data: 'f=%media_content%' }).diagnostics;
    expect(found.map(({ rule, fix }) => [rule, fix?.title])).toEqual([['TPL-6', 'Write https']]);
    expect(fixAllSafely(found)).toBeNull();
  });
});
