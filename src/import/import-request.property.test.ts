/** Import is the inverse of sending: what any configuration sends is imported, and sends the same bytes again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Capture, joined } from '../capture/captured.ts';
import { readCurl } from '../capture/curl/read-curl.ts';
import { HarReader } from '../capture/har-reader.ts';
import { readRaw } from '../capture/read-raw.ts';
import type { Assumptions } from '../core/assumptions.ts';
import { withAssumptions } from '../core/assumptions.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import { forbiddenCharacters } from '../core/xml/characters.ts';
import { curlCommand } from '../exports/curl.ts';
import { exportedRequest } from '../exports/exported-request-of.ts';
import { harBody, harOf } from '../exports/har.ts';
import { type BuiltForTest, buildFor, jpegBytes, type ShortRequest } from '../test/build-for-test.ts';
import { anyConfiguration } from '../test/generated-configurations.ts';
import { importRequest } from './import-request.ts';

/** `IMPORT_RUNS=1000` for all of them. */
const numRuns = Number(process.env['IMPORT_RUNS'] ?? 60);

const nasty = fc.constantFrom(
  '%',
  '%to%',
  '%%to%%',
  '%account[username]%',
  '%sha1(',
  ')%',
  '%41',
  '%C3%A9',
  '%FF',
  '%zz%',
  '\\n',
  '\\r\\n',
  '&',
  '=',
  '+',
  ';a=',
  '#',
  '"',
  '\\',
  '<',
  ']]>',
  '&amp;',
  ' ',
  '\u00A0',
  'ž',
  '😀',
  ':',
  '/',
  '..',
  '?',
  "'",
  ',',
);
const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.'), minLength: 1, maxLength: 6 });
const text = fc.string({
  unit: fc.oneof({ weight: 2, arbitrary: word }, { weight: 1, arbitrary: nasty }),
  maxLength: 5,
});
const bodyText = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: word },
    { weight: 2, arbitrary: nasty },
    fc.constantFrom('\r', '\n', '\0', '\t', '\u0001'),
  ),
  maxLength: 6,
});
const parameter = fc.constantFrom(
  '%to%',
  '%description%',
  '%account[username]%',
  '%account[password]%',
  '%media_size%',
  '%content_type%',
  '%mine%',
  '%sha1(%account[password]%)%',
  '%installid%',
  '%locale%',
);
const template = (literal: fc.Arbitrary<string>) =>
  fc
    .array(fc.oneof({ weight: 2, arbitrary: parameter }, { weight: 3, arbitrary: literal }), { maxLength: 3 })
    .map((all) => all.join(''));
/** Form-encoded, as literals of a part are written. */
const encoded = bodyText.map((one) =>
  Array.from(utf8(one), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
);
const part = fc
  .tuple(fc.oneof(word, encoded), template(fc.oneof(encoded, word)))
  .map(([name, value]) => `${name}=${value}`);
const headerName = fc.constantFrom(
  'X-A',
  'x-b',
  'X-Media-Size',
  'Authorization',
  'User-Agent',
  'cache-control',
  'Accept',
  'X-%a%',
  'Cookie',
);
/** What XML can hold. */
const header = fc
  .tuple(headerName, template(text.map((one) => one.replaceAll('\n', ' '))))
  .map(([name, value]) => `${name}: ${value}`);

const configuration = fc.record({
  url: fc
    .tuple(
      fc.constantFrom('https', 'http'),
      fc.constantFrom('e.example', 'e.example:8080', 'e.example:443', 'localhost:80'),
      template(text),
    )
    .map(([scheme, host, rest]) => `${scheme}://${host}/${rest}`),
  method: fc.constantFrom('POST', 'put'),
  data: fc
    .tuple(fc.array(part, { maxLength: 3 }), fc.array(part, { maxLength: 2 }))
    .map(([before, after]) => [...before, 'file=%media_content%', ...after].join('&')),
  headers: fc.array(header, { maxLength: 4 }).map((all) => all.join('\n')),
  nodes: fc.record({ username: word, password: fc.oneof(word, text) }),
  params: fc.record({
    to: fc.oneof(fc.constant('+420777123456'), bodyText),
    description: bodyText,
    mine: text,
    installid: word,
  }),
  media: fc.record({
    name: fc.oneof(word, text),
    declaredType: fc.constantFrom('', 'image/png', 'text/x; a="b"'),
  }),
  mediaBytes: fc.oneof(fc.constant(jpegBytes), fc.uint8Array({ maxLength: 40 })),
  assume: fc.record({
    'url-encoding': fc.constantFrom('percent', 'form', 'none'),
    'part-names': fc.constantFrom('as-needed', 'quoted'),
    'file-part-blank-line': fc.constantFrom('omit', 'literal'),
    'http-password': fc.constantFrom('mask', 'send'),
    'unknown-parameter': fc.constantFrom('keep', 'empty'),
    'multipart-literals': fc.constantFrom('decode', 'verbatim'),
  }) as fc.Arbitrary<Partial<Assumptions>>,
  boundary: fc.constantFrom('B0undary-1', "mup-'()+_,./:=? x"),
});

/** Not sent as one: a header that holds what XML can't, a boundary inside of a part. */
const isPlain = ({ diagnostics, headText }: BuiltForTest) =>
  diagnostics.every(({ rule }) => rule !== 'MP-9') && headText.search(forbiddenCharacters) < 0;

/** Every way in which this playground hands a request on. */
function waysOf(built: BuiltForTest, media: Uint8Array): readonly (readonly [string, Capture])[] {
  if (built.plan === null) return [];
  const exported = exportedRequest(built.plan);
  const body = harBody(built.bodyBytes, (bytes) => Buffer.from(bytes).toString('base64'));
  const har = JSON.stringify(
    harOf(exported, { body, startedDateTime: '2026-01-01T00:00:00Z', version: '1' }),
  );
  const reader = new HarReader(null);
  reader.add(utf8(har));
  const fromHar = reader.end().chosen?.capture;
  const [fromCurl] = readCurl(curlCommand(exported, 'photo.jpg'), () => media).captures;
  if (fromHar === undefined || fromCurl === undefined) throw new Error('not read');
  return [
    ['raw', readRaw(joined([utf8(built.headText), built.bodyBytes]))],
    ['HAR', fromHar],
    ['curl', fromCurl],
  ];
}

function expectSame(given: ShortRequest): void {
  const built = buildFor(given);
  fc.pre(built.plan !== null && isPlain(built));
  // Only what decides about the form of the body: all else of the import stands on the defaults.
  const { 'part-names': names, 'file-part-blank-line': blank } = withAssumptions(given.assume ?? {});
  const assumptions = withAssumptions({ 'part-names': names, 'file-part-blank-line': blank });
  for (const [way, { request, faults }] of waysOf(built, given.mediaBytes ?? jpegBytes)) {
    expect(request, JSON.stringify(faults)).not.toBeNull();
    if (request === null) continue;
    for (const asCaptured of [false, true]) {
      const { proof, xml } = importRequest(request, { assumptions, asCaptured });
      expect(proof, `${way} ${xml}`).toMatchObject({ same: true, first: null, differences: [] });
    }
  }
}

test(`what ${numRuns} configurations send is imported from raw HTTP, HAR and curl, and sent again to the byte`, {
  timeout: 900_000,
}, () => {
  fc.assert(fc.property(configuration, expectSame), { numRuns });
});

test(`so is what ${numRuns} configurations send that hold what shells and servers read as their own`, {
  timeout: 900_000,
}, () => {
  fc.assert(fc.property(anyConfiguration('https://e.example'), expectSame), { numRuns });
});
