import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xmlPieces } from './xml-pieces.ts';

const piecesOf = (text: string) => [...xmlPieces(text)];

describe('pieces of XML', () => {
  it('are tags, texts, comments, CDATA and instructions', () => {
    const pieces = ['<?xml version="1.0"?>', '<a t="x>y">', 'text', '<!-- > -->', '<![CDATA[<i>]]>', '</a>'];
    expect(piecesOf(pieces.join(''))).toEqual(pieces);
  });

  it('are a whole document type declaration, whatever hides its end', () => {
    const doctype = `<!DOCTYPE a SYSTEM "<!-- >" [<!ENTITY x "]>"><!-- ]> ' --><?p ]> ?>]>`;
    expect(piecesOf(`${doctype}<a/>`)).toEqual([doctype, '<a/>']);
  });

  it('are never empty, and are the text when joined', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!D [',
      ']',
      '<?',
      'a',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const pieces = piecesOf(parts.join(''));
        expect(pieces.join('')).toBe(parts.join(''));
        expect(pieces).not.toContain('');
      }),
    );
  });

  // Read twice and again, these would take hours.
  it.each([
    ['comments in a quoted name', `<!DOCTYPE a SYSTEM "${'<!--'.repeat(1_000_000)}" [<!ENTITY x "y">]><a/>`],
    ['tags that are none', '<a '.repeat(1_000_000)],
    ['quotes that hide tags', '<"'.repeat(1_000_000)],
    ['quotes without an end', `${`<a t="x">`.repeat(500_000)}<a t='`],
    ['comments without an end', '<!-'.repeat(1_000_000)],
    ['declarations without an end', '<!D [" '.repeat(1_000_000)],
  ])('are found in one pass: %s', (_, text) => {
    let length = 0;
    for (const piece of xmlPieces(text)) length += piece.length;
    expect(length).toBe(text.length);
  });
});
