import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BuiltForTest, buildFor, latin1 } from '../test/build-for-test.ts';
import type { Origin } from './source/provenance.ts';
import { readXml } from './xml/read-xml.ts';
import { decodeRuns } from './xml/source-text.ts';

/** A value as it may stand in XML: typed, referenced and in CDATA. */
const written = fc.oneof(
  fc.constantFrom(
    '&amp;',
    '&#38;',
    '&#x25;to&#37;',
    '<![CDATA[&]]>',
    '<![CDATA[%to%]]>',
    '&lt;',
    '&#10;',
    '\r\n',
    '\n',
    '\\n',
  ),
  fc.constantFrom(
    '%to%',
    '%account[n]%',
    '%sms_to%',
    '%nope%',
    '%sha1(x%to%)%',
    '%md5(',
    ')%',
    '%',
    '%41',
    '%C3%A9',
    '+',
  ),
  fc.constantFrom(
    'a',
    'é',
    '🌅',
    '=',
    ':',
    '/',
    '?',
    '..',
    '%media_content%',
    ' ',
    '\t',
    '\\',
    'X-A: ',
    '<!-- c -->',
  ),
);
const template = fc.array(written, { maxLength: 10 }).map((pieces) => pieces.join(''));

const documents = fc.record({
  url: template,
  data: template,
  headers: template,
  to: fc.string({ unit: 'grapheme' }),
});

function build({
  url,
  data,
  headers,
  to,
}: {
  url: string;
  data: string;
  headers: string;
  to: string;
}): BuiltForTest {
  const xml = [
    '\uFEFF<account><n> a&amp;b\r\n</n>',
    `<genericMediaUploadUrl>https://e.example/${url}</genericMediaUploadUrl>`,
    `<genericMediaUploadMultipartData>${data}</genericMediaUploadMultipartData>`,
    `<genericMediaUploadCustomHeaders>X-A: ${headers}</genericMediaUploadCustomHeaders></account>`,
  ].join('\n');
  return buildFor({
    xml,
    params: { to },
    assume: { 'multipart-literals': 'verbatim', 'part-names': 'quoted' },
  });
}

/** What the XML under a literal's range says: character data, decoded. */
function decoded(xml: string, start: number, end: number): string {
  const inCdata = xml.lastIndexOf('<![CDATA[', start) > xml.lastIndexOf(']]>', start);
  const element = readXml(`<a>${inCdata ? '<![CDATA[' : ''}${xml.slice(start, end)}`).root;
  const text = `<a>${inCdata ? '<![CDATA[' : ''}${xml.slice(start, end)}`;
  return element ? decodeRuns(text, element.texts, element.startTag).text : '';
}

function expectSound(built: BuiltForTest, text: string, origin: Origin, verbatim: boolean): void {
  const { xml } = built;
  if (origin.kind === 'client') return;
  const { start, end } = origin.range;
  expect(xml.slice(xml.lastIndexOf(`<${origin.node}>`, start)).startsWith(`<${origin.node}>`)).toBe(true);
  expect(start >= 0 && start <= end && end <= xml.length).toBe(true);
  if (origin.kind === 'literal') {
    if (verbatim) expect(text).toBe(decoded(xml, start, end));
    return;
  }
  const occurrence = decoded(xml, start, end);
  expect(occurrence.startsWith('%') && occurrence.endsWith('%')).toBe(true);
  if (origin.parameter === 'account[n]') {
    expect(xml.slice(origin.valueRange?.start, origin.valueRange?.end)).toBe('a&amp;b');
  }
}

test('every piece of the URL, of a header and of a part knows the characters it came from', () => {
  fc.assert(
    fc.property(documents, (inputs) => {
      const built = build(inputs);
      const { plan } = built;
      if (!plan) return;
      for (const { text, origin } of plan.urlPieces) expectSound(built, text, origin, true);
      for (const { text, origin } of plan.targetPieces) expectSound(built, text, origin, false);
      for (const header of plan.headers) {
        // TPL-11 puts spaces in the place of line breaks.
        for (const { text, origin } of header.pieces)
          expectSound(built, text, origin, !built.rules.includes('TPL-11'));
        expectSound(built, header.name, header.origin, true);
      }
      for (const segment of plan.body) {
        if (segment.kind === 'media') continue;
        // Names are quoted: a backslash in front of what needs one.
        const text = Buffer.from(segment.bytes)
          .toString()
          .replaceAll(/\\(["\\])/g, '$1')
          .replaceAll('%0A', '\n');
        expectSound(built, text, segment.origin, !latin1(segment.bytes).includes('\\'));
      }
    }),
    { numRuns: 100 },
  );
});

test('pieces joined are the whole they are pieces of', () => {
  fc.assert(
    fc.property(documents, (inputs) => {
      const { plan } = build(inputs);
      if (!plan) return;
      const join = (pieces: readonly { readonly text: string }[]) => pieces.map(({ text }) => text).join('');
      expect(join(plan.targetPieces)).toBe(plan.target);
      for (const { pieces, value } of plan.headers) expect(join(pieces)).toBe(value);
      expect(plan.url).toBe(`https://${plan.host}${plan.target}`);
    }),
    { numRuns: 100 },
  );
});

test('every diagnostic and every touched place lies in the document', () => {
  fc.assert(
    fc.property(documents, (inputs) => {
      const { xml, diagnostics, touched, parameters } = build(inputs);
      const ranges = [
        ...diagnostics.flatMap(({ range, fix }) =>
          [range ?? [], fix?.edits.map((edit) => edit.range) ?? []].flat(),
        ),
        ...touched.flatMap((assumption) => assumption.ranges),
        ...parameters.flatMap(({ occurrences }) => occurrences),
      ];
      for (const { start, end } of ranges) expect(start >= 0 && start <= end && end <= xml.length).toBe(true);
    }),
    { numRuns: 100 },
  );
});
