import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyLineEdits, applyTextEdits, editOfFieldValue, fieldValueOf, lineEndFor } from './line-edits.ts';

const insert = (line: number, column: number, text: string) => ({
  line,
  column,
  endLine: line,
  endColumn: column,
  text,
});

describe('edits by line and column', () => {
  it('leaves every other line end as it was', () => {
    expect(applyLineEdits('a\r\nb\nc\rd', [insert(3, 2, '!')])).toBe('a\r\nb\nc!\rd');
  });

  it('does not count a BOM as a column', () => {
    expect(applyLineEdits('\uFEFF<account/>', [insert(1, 1, ' ')])).toBe('\uFEFF <account/>');
  });

  it('applies several edits in positions of the old text', () => {
    const edits = [insert(2, 1, 'X'), { line: 1, column: 1, endLine: 1, endColumn: 2, text: '' }];
    expect(applyLineEdits('ab\r\ncd', edits)).toBe('b\r\nXcd');
  });

  it('joins lines when a line end is replaced', () => {
    expect(applyLineEdits('a\r\nb', [{ line: 1, column: 2, endLine: 2, endColumn: 1, text: '' }])).toBe('ab');
  });
});

describe('what was typed into a text field', () => {
  const document = fc.array(fc.constantFrom('a', 'b', '<', '\n', '\r\n', '\r'), { maxLength: 30 });

  it('gives the document the lines that the field shows', () => {
    fc.assert(
      fc.property(document, document, fc.boolean(), (before, after, bom) => {
        const text = (bom ? '\uFEFF' : '') + before.join('');
        const value = fieldValueOf(after.join(''));
        const edit = editOfFieldValue(text, value);
        const result = edit === null ? text : applyTextEdits(text, [edit]);
        expect(fieldValueOf(result)).toBe(value);
        expect(result.startsWith('\uFEFF')).toBe(bom);
      }),
    );
  });

  it('is nothing while only the kind of line end differs', () => {
    expect(editOfFieldValue('a\r\nb\rc', 'a\nb\nc')).toBeNull();
  });

  it('gets the line end that the document uses', () => {
    const edit = editOfFieldValue('a\r\nb', 'a\nx\nb');
    expect(edit && applyTextEdits('a\r\nb', [edit])).toBe('a\r\nx\r\nb');
    expect(lineEndFor('a')).toBe('\n');
  });
});
