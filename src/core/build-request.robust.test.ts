import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BuiltForTest, buildFor } from '../test/build-for-test.ts';

/** Pieces that mean something somewhere, among any UTF-16 units. */
const unit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '%',
      '%to%',
      '%sms_to%',
      '%account[n]%',
      '%account[',
      ']%',
      '%sha1(',
      ')%',
      '%md5(',
      '%C3',
      '%A9',
      '%zz%',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '&',
      '=',
      '+',
      '?',
      '#',
      '/',
      '\\',
      '..',
      ':',
      '://',
      'https://',
      '@',
      '%media_content%',
      '\\n',
      '\r\n',
      'X-A: ',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<',
      '>',
      '</',
      '&amp;',
      '&#0;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<value lang="cs">',
      '</value>',
      '"',
      ';',
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
);
const anyText = fc.string({ unit, maxLength: 12 });

/** What holds for any input at all. */
function expectSound(built: BuiltForTest): void {
  const { xml, plan, diagnostics, bodyBytes, headText } = built;
  for (const { range } of diagnostics) {
    if (range) expect(range.start >= 0 && range.start <= range.end && range.end <= xml.length).toBe(true);
  }
  if (!plan) {
    expect(diagnostics.map(({ severity }) => severity)).toContain('error');
    return;
  }
  expect(plan.bodyLength).toBe(bodyBytes.length);
  expect(headText).toContain(`\r\nContent-Length: ${bodyBytes.length}\r\n`);
  // Each header is one line of the head, and there are no others.
  expect(headText.split(/[\r\n]+/).length).toBe(plan.headers.length + 2);
  expect(headText).not.toContain('\0');
  expect(plan.target).toMatch(/^\/[!-~]*$/);
  expect(plan.url.endsWith(plan.host + plan.target)).toBe(true);
}

describe('a request is built, or an error says why not', () => {
  it('for any text as Account XML', () => {
    fc.assert(
      fc.property(anyText, anyText, (xml, inside) => {
        expectSound(buildFor({ xml }));
        expectSound(buildFor({ xml: `<account>${inside}</account>${xml}` }));
        expectSound(buildFor({ extra: inside }));
      }),
      { numRuns: 150 },
    );
  });

  it('for any templates, values, media and assumptions', () => {
    const inputs = fc.record({
      url: fc.oneof(
        anyText,
        anyText.map((rest) => `https://e.example/${rest}`),
      ),
      data: anyText,
      headers: anyText,
      method: anyText,
      timeout: anyText,
      nodes: fc.record({ n: anyText, password: anyText }),
      params: fc.dictionary(
        fc.constantFrom('to', 'zz', 'C3', 'account[n]', 'media_content', '__proto__', ''),
        anyText,
      ),
      locale: anyText,
      media: fc.record({ name: anyText, declaredType: anyText }),
      mediaBytes: fc.uint8Array({ maxLength: 20 }),
      assume: fc.record({
        'unknown-parameter': fc.constantFrom('keep', 'empty'),
        'http-password': fc.constantFrom('mask', 'send'),
        'sms-to': fc.constantFrom('alias', 'unknown'),
        'url-encoding': fc.constantFrom('percent', 'form', 'none'),
        'multipart-literals': fc.constantFrom('decode', 'verbatim'),
        'part-names': fc.constantFrom('as-needed', 'quoted'),
        'file-part-blank-line': fc.constantFrom('omit', 'literal'),
      }),
    });
    fc.assert(
      fc.property(inputs, (short) => {
        expectSound(buildFor(short));
      }),
      { numRuns: 150 },
    );
  });

  it('the same inputs give the same request', () => {
    fc.assert(
      fc.property(anyText, anyText, (data, to) => {
        const short = { data, params: { to } };
        expect(JSON.stringify(buildFor(short))).toBe(JSON.stringify(buildFor(short)));
      }),
      { numRuns: 20 },
    );
  });
});
