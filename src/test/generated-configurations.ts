/** For tests only: configurations of any shape, with what programs, shells and servers read as their own. */
import fc from 'fast-check';
import type { ShortRequest } from './build-for-test.ts';

const hostile = [
  "'",
  '"',
  '`',
  '\u2019',
  '\u201c',
  '$',
  '$x',
  '$\u007bx}',
  '$(x)',
  '{{x}}',
  '\\',
  '\\n',
  '\\x41',
  '%',
  '%s',
  '%41',
  '%ff',
  '@',
  '-',
  '--B',
  '#',
  '//',
  '<',
  '< a',
  '=',
  ';',
  '!',
  '*',
  '?>',
  '\r\n',
  '\n',
  '\r',
  '\t',
  '\0',
  ' ',
  '\x1b',
  '\u202e',
  '\ufeff',
  'é',
  '🌅',
  '\ud800',
];

/** Any UTF-16 units, mostly hostile ones. */
export const anyText = fc.string({
  unit: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...hostile) },
    { weight: 2, arbitrary: fc.constantFrom('a', 'B', '7') },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
  ),
  maxLength: 8,
});

/** What XML can hold. */
const typedText = anyText.map((text) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML has not
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, ''),
);

const parameter = fc.constantFrom(
  '%to%',
  '%description%',
  '%own%',
  '%account[username]%',
  '%media_size%',
  '%account[password]%',
  '%token%',
  '%sha1(%account[password]%)%',
);
const template = fc.array(fc.oneof(typedText, parameter), { maxLength: 4 }).map((pieces) => pieces.join(''));
const oneLine = template.map((text) => text.replaceAll(/[\r\n]/g, ''));

const part = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(template, template).map(([name, value]) => `${name}=${value}`) },
  { weight: 2, arbitrary: template.map((name) => `${name}=%media_content%`) },
);
const header = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constantFrom('X-A', 'x-b', 'X-Token', 'User-Agent', 'cache-control', 'Accept'),
      oneLine,
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('X-Empty', 'User-Agent'), fc.constant('')) },
);

/** At the server whose address is `origin`, each kind of value wherever it may stand. */
export function anyConfiguration(origin: string): fc.Arbitrary<ShortRequest> {
  return fc.record(
    {
      url: fc
        .tuple(oneLine, oneLine)
        .map(([path, query]) => `${origin}/${path.replaceAll(/[?#]/g, '')}?q=${query.replaceAll('#', '')}`),
      method: fc.constantFrom('POST', 'put'),
      data: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('&')),
      headers: fc
        .array(header, { maxLength: 4 })
        .map((lines) => lines.map(([name, value]) => `${name}: ${value}`).join('\n')),
      params: fc.record({ to: anyText, description: anyText, own: anyText, token: anyText }),
      nodes: fc.record({ username: typedText, password: typedText }),
      media: fc.record({ name: anyText, declaredType: fc.constantFrom('', 'image/png') }),
      mediaBytes: fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constant(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x0d, 0x0a, 0x2d, 0x2d)),
        fc.constant(new Uint8Array(200_000).fill(0x0d)),
      ),
      assume: fc.record({
        'http-password': fc.constantFrom('mask' as const, 'send' as const),
        'url-encoding': fc.constantFrom('percent' as const, 'form' as const, 'none' as const),
        'multipart-literals': fc.constantFrom('decode' as const, 'verbatim' as const),
        'part-names': fc.constantFrom('as-needed' as const, 'quoted' as const),
        'file-part-blank-line': fc.constantFrom('omit' as const, 'literal' as const),
      }),
      boundary: fc.constantFrom('B', 'mup-0123456789', "a'b(c)+_,-./:=? d"),
    },
    { requiredKeys: ['url', 'data', 'params', 'mediaBytes', 'boundary'] },
  );
}
