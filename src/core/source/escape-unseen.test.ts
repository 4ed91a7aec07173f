import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeUnseen, hasUnseen, visibleJson } from './escape-unseen.ts';

const units = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('\\', '\\u{', '{', '}', 'u', '\u{e0041}', '\n', '1b'),
  ),
});

/** Reads the escapes back. */
function read(text: string): string {
  return text.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

describe('text for a terminal', () => {
  it.each([
    ['\x1b]0;owned\x07', '\\u{1b}]0;owned\\u{7}'],
    ['\x9b2K\x7f', '\\u{9b}2K\\u{7f}'],
    ['a\r\nb\tc', 'a\\u{d}\\u{a}b\\u{9}c'],
    ['\u202egpj.\u2066\u200f\u061c', '\\u{202e}gpj.\\u{2066}\\u{200f}\\u{61c}'],
    ['\u200b\ufeff\u00ad\u2060\u3164\u2800', '\\u{200b}\\u{feff}\\u{ad}\\u{2060}\\u{3164}\\u{2800}'],
    ['\u2028\u2029\u00a0', '\\u{2028}\\u{2029}\\u{a0}'],
    ['\ud800x\udc00', '\\u{d800}x\\u{dc00}'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\\u{1b}', '\\u{5c}u{1b}'],
  ])('shows %j as %s', (text, shown) => {
    expect(escapeUnseen(text)).toBe(shown);
  });

  it('leaves what shows itself: letters, emoji, a path, a typed line break', () => {
    const text = 'Šípek 🌅 日本 C:\\new\\users X-A: 1\\nX-B: 2';
    expect(escapeUnseen(text)).toBe(text);
  });

  it('holds nothing unseen, and can be read back, whatever it was', () => {
    fc.assert(
      fc.property(units, (text) => {
        const shown = escapeUnseen(text);
        expect(hasUnseen(shown)).toBe(false);
        expect(read(shown)).toBe(text);
      }),
    );
  });
});

describe('JSON for a terminal', () => {
  it('has no such character but its own line breaks, and is the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(units, fc.array(units)), (value) => {
        const json = visibleJson(value);
        expect(hasUnseen(json.replaceAll('\n', ''))).toBe(false);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
