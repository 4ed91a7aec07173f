import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertRow, moveRow, removeRow, setField } from './form-rows.ts';
import { headerGrammar } from './header-rows.ts';

const headers = headerGrammar(() => true);

function shown(text: string): readonly (readonly string[])[] {
  return headers
    .rows(text)
    .map(({ kind, name, value }) => [
      kind,
      text.slice(name.start, name.end),
      ...(value ? [text.slice(value.start, value.end)] : []),
    ]);
}

function typed(text: string, at: number, field: 'name' | 'value' | 'raw', what: string): string {
  const edit = setField(headers, text, at, field, what);
  return edit.kind === 'text' ? edit.text : edit.reason;
}

describe('headers as rows', () => {
  it('are split at real and at typed line breaks', () => {
    expect(shown('A: 1\n\n  B:2 \\r\\nC: %sha1(x\ny)%\\nno colon\nD :\nE:')).toEqual([
      ['pair', 'A', '1'],
      ['pair', 'B', '2'],
      ['pair', 'C', '%sha1(x\ny)%'],
      ['raw', 'no colon'],
      ['raw', 'D :'],
      ['pair', 'E', ''],
    ]);
  });

  it('keep spaces and line breaks around an edited value', () => {
    expect(typed('A:\t1 \r\n B:  2', 0, 'value', 'x')).toBe('A:\tx \r\n B:  2');
    expect(typed('A: 1\\nB: 2', 1, 'name', 'X-B')).toBe('A: 1\\nX-B: 2');
  });

  it('get a space after the colon with their first value', () => {
    expect(typed('A:\nB:', 0, 'value', '1')).toBe('A: 1\nB:');
    expect(typed('A: 1', 0, 'value', '')).toBe('A:');
  });

  it('refuse an invalid name and what would be another line', () => {
    expect(typed('A: 1', 0, 'name', 'a b')).toContain('is not a valid header name');
    expect(typed('A: 1', 0, 'name', '')).toContain('needs a name');
    expect(typed('A: 1', 0, 'value', 'x\ny')).toContain('one line');
    expect(typed('A: 1', 0, 'value', 'C:\\new')).toContain('counts as a line break');
    expect(typed('A: 1', 0, 'value', '%sha1(\\n)%')).toBe('A: %sha1(\\n)%');
  });

  it('become a name with a value when a raw line is fixed', () => {
    expect(shown(typed('no colon\nB: 2', 0, 'raw', 'no: colon'))).toEqual([
      ['pair', 'no', 'colon'],
      ['pair', 'B', '2'],
    ]);
  });

  it('are added, moved and removed in the style of their neighbours', () => {
    expect(insertRow(headers, 'A: 1\r\n  B: 2', 2, 'N:', '')).toMatchObject({
      text: 'A: 1\r\n  B: 2\r\n  N:',
    });
    expect(insertRow(headers, 'A: 1', 1, 'N:', '\n    ')).toMatchObject({ text: 'A: 1\n    N:' });
    expect(insertRow(headers, 'A: 1', 1, 'N:', '')).toMatchObject({ text: 'A: 1\nN:' });
    expect(insertRow(headers, 'A: 1\\nB: 2', 1, 'N:', '')).toMatchObject({ text: 'A: 1\\nN:\\nB: 2' });
    expect(moveRow(headers, 'A: 1\\nB: 2\nC: 3', 2, 0)).toMatchObject({ text: 'C: 3\\nA: 1\nB: 2' });
    expect(removeRow(headers, 'A: 1\\nB: 2\nC: 3', 1)).toMatchObject({ text: 'A: 1\\nC: 3' });
  });
});

const piece = fc.constantFrom('A', ':', ' ', '\n', '\\n', '\\r', '\\', '%to%', '%sha1(', ')%', 'B: 1', '\n ');
const template = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('any headers', () => {
  it('change in the edited field alone, or not at all', () => {
    fc.assert(
      fc.property(
        template,
        fc.nat(4),
        fc.constantFrom('name', 'value', 'raw'),
        template,
        (text, at, field, what) => {
          const before = shown(text);
          const isRaw = before[at]?.[0] === 'raw';
          fc.pre(at < before.length && isRaw === (field === 'raw'));
          const edit = setField(headers, text, at, field, what);
          if (edit.kind === 'refused') return;
          const after = shown(edit.text);
          expect(after.toSpliced(at, 1)).toEqual(before.toSpliced(at, 1));
          if (field === 'raw') return;
          const [kind, name = '', value = ''] = before[at] ?? [];
          expect(after[at]).toEqual(field === 'name' ? [kind, edit.field, value] : [kind, name, edit.field]);
        },
      ),
    );
  });

  it('are the same text to the byte when a row moves and moves back', () => {
    fc.assert(
      fc.property(template, fc.nat(4), fc.nat(4), (text, from, to) => {
        const count = headers.rows(text).length;
        fc.pre(from < count && to < count);
        const there = moveRow(headers, text, from, to);
        if (there.kind === 'text')
          expect(moveRow(headers, there.text, to, from)).toMatchObject({ kind: 'text', text });
      }),
    );
  });
});
