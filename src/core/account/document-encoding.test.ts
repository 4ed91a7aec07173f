import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeDocument } from './document-encoding.ts';

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

describe('UTF-8 (ACC-1)', () => {
  it('is decoded without a word, its BOM kept, so that saving gives the same bytes', () => {
    const text = '\uFEFF<account>Žofie 🌅 \uFFFD</account>';
    expect(decodeDocument(Buffer.from(text))).toEqual({ text, diagnostics: [] });
  });

  it('comes back to the same bytes, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const decoded = decodeDocument(Buffer.from(`<${text}`));
        expect(decoded).toEqual({ text: `<${text}`, diagnostics: [] });
      }),
    );
  });
});

describe('another actual encoding (ACC-1)', () => {
  it.each([
    ['UTF-16LE with a BOM', Buffer.from('\uFEFF<account>č</account>', 'utf16le')],
    ['UTF-16LE without', Buffer.from('<account>č</account>', 'utf16le')],
    ['UTF-16BE with a BOM', Buffer.from('\uFEFF<account>č</account>', 'utf16le').swap16()],
    ['UTF-16BE without', Buffer.from('<account>č</account>', 'utf16le').swap16()],
  ])('%s is an error, and is read all the same', (_, encoded) => {
    const { text, diagnostics } = decodeDocument(encoded);
    expect(diagnostics).toMatchObject([{ rule: 'ACC-1', severity: 'error' }]);
    expect(text).toBe('<account>č</account>');
  });

  it.each([
    ['windows-1250', bytes('<account>', 0x9e, 'ofie</account>')],
    ['a sequence cut short', bytes('<account>', 0xe2, 0x82)],
    ['an overlong form', bytes('<account>', 0xc0, 0xaf)],
    ['a surrogate', bytes('<account>', 0xed, 0xa0, 0x80)],
  ])('%s is an error at the first character lost', (_, encoded) => {
    const { text, diagnostics } = decodeDocument(encoded);
    expect(diagnostics).toMatchObject([{ rule: 'ACC-1', severity: 'error', range: { start: 9, end: 10 } }]);
    expect(text.slice(0, 10)).toBe('<account>\uFFFD');
  });

  it.each([
    ['ISO-8859-1', 0xe9, 'é'],
    ['windows-1250', 0x9e, 'ž'],
  ])('%s is read as it declares, where no character is lost by that', (name, byte, character) => {
    const start = `<?xml version="1.0" encoding="${name}"?><a>caf`;
    const { text, diagnostics } = decodeDocument(bytes(start, byte, '</a>'));
    expect(text).toBe(`${start}${character}</a>`);
    expect(diagnostics).toMatchObject([{ rule: 'ACC-1', severity: 'error', range: { start: 0, end: 0 } }]);
  });

  it.each(['UTF-8', 'utf-16', 'klingon'])('declared as %s it is read as far as it can be', (name) => {
    const start = `<?xml version="1.0" encoding="${name}"?><a>caf`;
    expect(decodeDocument(bytes(start, 0xe9, '</a>')).text).toBe(`${start}\uFFFD</a>`);
  });

  it('is not mistaken where the text itself holds U+FFFD', () => {
    const { diagnostics } = decodeDocument(bytes('<a>\uFFFD', 0xff));
    expect(diagnostics).toMatchObject([{ range: { start: 4, end: 5 } }]);
  });
});

test('any bytes are decoded, and the range of an error lies in the text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (any) => {
      const { text, diagnostics } = decodeDocument(any);
      for (const { range } of diagnostics) expect(range?.end ?? 0).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 200 },
  );
});
