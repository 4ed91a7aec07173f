/** Documents and values that once hung, misled or broke a reader: each is one regression. */
import { describe, expect, it } from 'vitest';
import { buildFor, readForTest, type ShortRequest } from '../test/build-for-test.ts';
import { decodeDocument } from './account/document-encoding.ts';
import { isMediaType } from './request/media-type.ts';
import { isWellFormed, readXml } from './xml/read-xml.ts';

it('a media type of many empty parameters is reported in one pass', () => {
  expect(isMediaType(`a/b${'; '.repeat(50_000)}@`)).toBe(false);
});

it('a text full of U+FFFD is decoded in one pass', () => {
  const { diagnostics } = decodeDocument(
    Buffer.concat([Buffer.from('\uFFFD'.repeat(300_000)), Buffer.of(0xff)]),
  );
  expect(diagnostics).toMatchObject([{ range: { start: 300_000, end: 300_001 } }]);
});

it('a quoted string full of comment starts in a document type declaration is read in one pass', () => {
  expect(readForTest(`<!DOCTYPE a "${'<!--'.repeat(75_000)}"><a/>`).root).toBe('a');
});

it('a second BOM, or other Unicode white space, is stray text under its exact range', () => {
  expect(readForTest('\uFEFF\uFEFF<a/>').faults).toEqual(['\uFEFF']);
  expect(readForTest('<a/>\n\u00A0').faults).toEqual(['\u00A0']);
});

it('a document type declaration without a name is not well-formed', () => {
  expect(isWellFormed(readXml('<!DOCTYPE><a/>'))).toBe(false);
});

it('a timeout of 400 digits is no number of seconds that a client could wait (KEY-4)', () => {
  expect(Number.isFinite(buildFor({ timeout: '9'.repeat(400) }).plan?.timeoutSeconds)).toBe(true);
});

it('an escape in front of a bracket is no call', () => {
  const { found, bodyText } = buildFor({ data: 'a=caf%C3%A9(au)%20lait&f=%media_content%' });
  expect(found).toEqual([]);
  expect(bodyText).toContain('caf\xC3\xA9(au) lait');
});

describe('a document whose values would fill the memory (ACC-7)', () => {
  const nodes = { a: 'x'.repeat(1024) };
  const many = (count: number) => '%account[a]%'.repeat(count);
  const most = 2048;

  it.each<ShortRequest>([
    { url: `https://e.example/?${many(most + 1)}` },
    { headers: `X-A: ${many(most + 1)}` },
    { data: `a=${many(most + 1)}&f=%media_content%` },
    { data: `a=%sha1(${many(most + 1)})%&f=%media_content%` },
    { nodes: { ...nodes, genericMediaUploadAuthUsername: many(most + 1) } },
  ])('has no request, and the parameter that was too much is reported', (short) => {
    const { plan, diagnostics } = buildFor({ nodes, ...short });
    expect(plan).toBeNull();
    expect(diagnostics.filter(({ rule, severity }) => rule === 'ACC-7' && severity === 'error')).toHaveLength(
      1,
    );
  });

  it('is sent up to the limit, 2 MiB', () => {
    const { plan, rules } = buildFor({ nodes, data: `a=${many(most)}&f=%media_content%` });
    expect(plan?.bodyLength).toBeGreaterThan(2 * 1024 * 1024);
    expect(rules).toEqual([]);
  });
});
