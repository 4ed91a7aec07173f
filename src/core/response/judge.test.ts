import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../test/fixtures/vectors/response.json';
import { withAssumptions } from '../assumptions.ts';
import { genericText } from './generic-text.ts';
import { judgeResponse } from './judge.ts';
import type { Verdict } from './verdict.ts';

const utf8 = new TextEncoder();
const url = 'https://m.example.com/1.mp4';

interface Reply {
  status?: number;
  type?: string;
  headers?: [string, string][];
  body?: string | Uint8Array;
  assume?: Record<string, string>;
  receivedLength?: number;
}

function judge({ status = 200, type, headers = [], body = '', assume = {}, ...rest }: Reply): Verdict {
  return judgeResponse({
    status,
    headers: [...(type === undefined ? [] : [['Content-Type', type] as const]), ...headers],
    body: typeof body === 'string' ? utf8.encode(body) : body,
    assumptions: withAssumptions(assume),
    ...rest,
  });
}

function reasonsOf(verdict: Verdict, rule: string): string {
  return verdict.reasons
    .filter((reason) => reason.rule === rule)
    .map(({ tone, text }) => `${tone}: ${text}`)
    .join('\n');
}

describe('a reply of which only the beginning was kept', () => {
  it('is judged by that, and says so', () => {
    const verdict = judge({ body: '{"media_url":"https://m.exam', receivedLength: 100 });
    expect(verdict).toMatchObject({ isPartial: true, success: false });
    expect(reasonsOf(verdict, 'RES-4')).toMatch(/Only its beginning was kept: with the rest it might\./);
    expect(judge({ body: '{}', receivedLength: 2 }).isPartial).toBe(false);
    expect(judge({ body: '{}' }).isPartial).toBe(false);
  });
});

describe('the vectors of the contract', () => {
  it.each(vectors)('$name', ({ status, headers, body, assumptions, expect: expected }) => {
    const verdict = judge({
      status,
      headers: headers as [string, string][],
      body,
      assume: { ...assumptions },
    });
    expect(verdict.success).toBe(expected.success);
    expect(verdict.mediaUrl).toBe(expected.mediaUrl);
    expect(verdict.path).toBe(expected.path);
    expect(verdict.shown).toBe(expected.success ? null : (expected.message ?? genericText));
    expect(verdict.generic).toBe(!expected.success && expected.message === null);
    expect(verdict.reasons.map((reason) => reason.rule)).toEqual(expect.arrayContaining(expected.rules));
  });
});

describe('status (RES-1, RES-2)', () => {
  const body = JSON.stringify({ media_url: url, message: 'no' });

  it.each([200, 201, 226, 299])('%i with media_url is a success', (status) => {
    expect(judge({ status, body })).toMatchObject({
      success: true,
      mediaUrl: url,
      shown: null,
      generic: false,
    });
  });

  it.each([
    0,
    100,
    199,
    300,
    301,
    400,
    599,
    999,
    Number.NaN,
  ])('%d is a failure whatever the body holds', (status) => {
    const verdict = judge({ status, body });
    expect(verdict).toMatchObject({ success: false, shown: 'no', generic: false, path: '$.message' });
    expect(reasonsOf(verdict, 'RES-2')).toContain('does not count');
  });

  it('says so where a 2xx has no media_url, and names the assumption', () => {
    const reason = judge({ body: '{"message":"stored"}' }).reasons.find(({ rule }) => rule === 'RES-3');
    expect(reason).toMatchObject({ tone: 'fail', assumption: 'success-without-media-url' });
  });

  it('falls back to the generic text where there is no message to show', () => {
    const assume = { 'success-without-media-url': 'message' };
    expect(judge({ body: '{"message":" "}', assume })).toMatchObject({ shown: genericText, generic: true });
  });
});

describe('XML or JSON (RES-4)', () => {
  const xml = `<r><media_url>${url}</media_url></r>`;
  const json = `{"media_url":"${url}"}`;

  it.each([
    ['text/xml', xml, 'xml'],
    ['Application/ATOM+XML; charset="utf-8"', xml, 'xml'],
    ['application/problem+json', json, 'json'],
    ['text/json;charset=utf-8', json, 'json'],
    ['text/html', xml, 'xml'],
    ['text/plain', ` \r\n\t${json}`, 'json'],
    ['text/xml, application/json', json, 'json'],
    ['application/json', `\uFEFF${json}`, 'json'],
    ['', `[${json}]`, 'json'],
  ])('%s: %s is %s without a word of warning', (type, body, kind) => {
    const verdict = judge({ type, body });
    expect(verdict).toMatchObject({ success: true, kind, mediaUrl: url });
    expect(verdict.reasons.map(({ tone }) => tone)).toEqual(['pass', 'pass', 'pass']);
  });

  it.each([
    ['text/xml', json, 'json'],
    ['application/json', xml, 'xml'],
    ['application/xml', '"x"', 'json'],
  ])('%s with %s is read as %s, with a warning', (type, body, kind) => {
    const verdict = judge({ type, body });
    expect(verdict.kind).toBe(kind);
    expect(reasonsOf(verdict, 'RES-4')).toMatch(/^advice: .* does not parse/);
    expect(reasonsOf(verdict, 'RES-7')).toMatch(/was declared and/);
  });

  it.each([
    ['application/json', '{"media_url":"x",}', 'line 1, column 18'],
    ['text/xml', `<r><media_url>${url}</r>`, 'line 1'],
    [undefined, ' \n<?xml version="1.0"?><r/>', 'line 2, column 1'],
    [undefined, '<r>&nope;</r>', '&nope;'],
    [undefined, 'media_url=x', 'neither'],
    ['application/json', '', 'empty'],
    [undefined, ' \r\n', 'empty'],
  ])('%s with %s has no fields, and the place of the fault is named', (type, body, named) => {
    const verdict = judge({ body, ...(type !== undefined && { type }) });
    expect(verdict).toMatchObject({ success: false, kind: null, generic: true });
    expect(reasonsOf(verdict, 'RES-4')).toContain(named);
  });

  it.each(['null', '"x"', '[]', '{}', '1'])('the JSON %s parses and has no fields', (body) => {
    expect(judge({ type: 'application/json', body })).toMatchObject({ success: false, kind: 'json' });
  });

  it('skips a document type declaration and expands none of its entities', () => {
    const body = '<!DOCTYPE r [<!ENTITY e "x">]><r><media_url>a&e;&amp;b</media_url></r>';
    expect(judge({ type: 'text/xml', body }).mediaUrl).toBe('a&e;&b');
  });

  it('takes the first of several Content-Type headers and says so', () => {
    const verdict = judge({ type: 'text/xml', headers: [['content-type', 'application/json']], body: xml });
    expect(verdict.kind).toBe('xml');
    expect(reasonsOf(verdict, 'RES-4')).toContain('the first counts');
  });
});

describe('hints (RES-5)', () => {
  it.each(['mediaUrl', 'Media_URL', 'media-url', 'mediaURL', 'media_ulr'])('points out %s', (name) => {
    expect(reasonsOf(judge({ body: `{"a":{"${name}":"x"}}` }), 'RES-5')).toBe(
      `advice: There is ${name} at ${name.includes('-') ? `$.a["${name}"]` : `$.a.${name}`}, but the name must be exactly media_url.`,
    );
    expect(reasonsOf(judge({ body: `<a><${name}>x</${name}></a>` }), 'RES-5')).toContain(`/a/${name}`);
  });

  it('points out no near miss where the field is there', () => {
    expect(reasonsOf(judge({ body: '{"mediaUrl":"x","media_url":"y"}' }), 'RES-5')).toBe(
      'pass: media_url found at $.media_url.',
    );
  });

  it('says why a field of the right name counts as absent', () => {
    const json = reasonsOf(judge({ body: '{"media_url":{"url":"x"}}' }), 'RES-5');
    expect(json).toContain('$.media_url is an object instead of a text');
    const xml = reasonsOf(judge({ body: '<media_url><url>x</url></media_url>' }), 'RES-5');
    expect(xml).toContain('/media_url holds elements');
  });

  it('points out an attribute of the name', () => {
    expect(reasonsOf(judge({ body: '<r media_url="x"/>' }), 'RES-5')).toContain('/r/@media_url');
  });
});

describe('whatever a server sends', () => {
  const bodies = vectors.map(({ body }) => body);

  it.each(bodies.filter((body) => body !== ''))('%s may be cut off anywhere', (body) => {
    const bytes = utf8.encode(body);
    for (let end = 0; end < bytes.length; end++) {
      for (const type of ['text/xml', 'application/json']) {
        expect(judge({ type, body: bytes.subarray(0, end) }).success).toBe(false);
      }
    }
  });

  it('never throws, and success means a 2xx and a media_url', () => {
    const headers = fc.array(
      fc.tuple(
        fc.constantFrom('content-type', 'Content-Encoding', 'Content-Length', 'X-A'),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(
            'text/xml',
            'application/json',
            'text/xml; charset=utf-16',
            'gzip',
            'deflate',
            'br',
          ),
        ),
      ),
    );
    const body = fc.oneof(
      fc.uint8Array(),
      fc.array(
        fc.constantFrom(
          '{"',
          '"',
          '}',
          ':',
          '[',
          '<',
          '<r>',
          '</r>',
          'media_url',
          '&',
          '<!DOCTYPE',
          '>',
          ' ',
        ),
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), headers, body, (status, pairs, content) => {
        const bytes = content instanceof Uint8Array ? content : utf8.encode(content.join(''));
        const verdict = judge({ status, headers: pairs, body: bytes });
        expect(verdict.success).toBe(status >= 200 && status < 300 && (verdict.mediaUrl ?? '').trim() !== '');
        expect(verdict.shown === null).toBe(verdict.success);
      }),
    );
  });

  it.each(['[', '{"a":', '<a>'])('20000 levels of %s do not overflow the stack', (open) => {
    expect(judge({ body: open.repeat(20_000) })).toMatchObject({ success: false, kind: null });
  });

  it('finds a field however deep it lies', () => {
    const depth = 20_000;
    const xml = `${'<a>'.repeat(depth)}<media_url>x</media_url>${'</a>'.repeat(depth)}`;
    expect(judge({ body: xml })).toMatchObject({ success: true, path: `${'/a'.repeat(depth)}/media_url` });
    const json = `${'['.repeat(depth)}{"media_url":"x"}${']'.repeat(depth)}`;
    expect(judge({ body: json })).toMatchObject({ success: true, path: `$${'[0]'.repeat(depth)}.media_url` });
  });
});
