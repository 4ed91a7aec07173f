import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertRow, moveRow, removeRow, setField } from './form-rows.ts';
import { partGrammar } from './part-rows.ts';

const parts = partGrammar(() => true);

function shown(text: string): readonly (readonly [string, string | null])[] {
  return parts
    .rows(text)
    .map(({ name, value }) => [
      text.slice(name.start, name.end),
      value && text.slice(value.start, value.end),
    ]);
}

function typed(text: string, at: number, field: 'name' | 'value', what: string): string {
  const edit = setField(parts, text, at, field, what);
  return edit.kind === 'text' ? edit.text : `refused: ${edit.reason}`;
}

describe('parts as rows', () => {
  it('are split as the contract says', () => {
    expect(shown('a=1&\n  b=x=y &&c& = &%sha1(p&q=%to%)%=%account[a=b]%')).toEqual([
      ['a', '1'],
      ['b', 'x=y'],
      ['c', null],
      ['', ''],
      ['%sha1(p&q=%to%)%', '%account[a=b]%'],
    ]);
  });

  it('keep all that stands around an edited value', () => {
    expect(typed('a=1&\n  b=2 &\n\n  c=3&', 1, 'value', '%to%')).toBe('a=1&\n  b=%to% &\n\n  c=3&');
  });

  it('escape what would separate, but not inside a call', () => {
    expect(typed('a=1&b=2', 0, 'value', 'x&y=z')).toBe('a=x%26y=z&b=2');
    expect(typed('a=1&b=2', 0, 'name', 'x&y=z')).toBe('x%26y%3Dz=1&b=2');
    expect(typed('a=1&b=2', 0, 'value', '%sha1(x&y)%&')).toBe('a=%sha1(x&y)%%26&b=2');
  });

  it('keep white space typed at the ends of a part', () => {
    expect(typed('a=1&b=2', 1, 'value', ' x ')).toBe('a=1&b= x%20');
    expect(typed('a=1&b=2', 1, 'name', ' x ')).toBe('a=1&%20x =2');
  });

  it('take no row away when a name is emptied', () => {
    expect(typed('a&b', 0, 'name', '')).toBe('=&b');
    expect(typed('a&b', 0, 'value', '1')).toBe('a=1&b');
    expect(typed('a&b', 0, 'value', '')).toBe('a&b');
  });

  it('never open a call that would take in the next part', () => {
    expect(typed('a=1&b=(x)%', 0, 'value', '%sha1(')).toBe('a=%25sha1(&b=(x)%');
    expect(typed('a=%sha1(&b=2', 1, 'value', ')%41')).toBe('a=%sha1(&b=%29%41');
    expect(typed('a=b]%', 0, 'name', '%account[')).toBe('%account%5B=b]%');
  });

  it('are added in the style of their neighbours', () => {
    const add = (text: string, at: number, lead = '') => insertRow(parts, text, at, 'n=', lead);
    expect(add('a=1&\n  b=2', 2)).toMatchObject({ text: 'a=1&\n  b=2&\n  n=' });
    expect(add('a=1&\n  b=2', 0)).toMatchObject({ text: 'n=&\n  a=1&\n  b=2' });
    expect(add('a=1&b=2&\n c=3', 1)).toMatchObject({ text: 'a=1&n=&b=2&\n c=3' });
    expect(add('a=1', 1, '\n    ')).toMatchObject({ text: 'a=1&\n    n=' });
    expect(add('', 0)).toMatchObject({ text: 'n=' });
  });

  it('are removed with one separator', () => {
    expect(removeRow(parts, 'a=1&\n  b=2&\n  c=3', 1)).toMatchObject({ text: 'a=1&\n  c=3' });
    expect(removeRow(parts, 'a=1&\n  b=2&\n  c=3', 2)).toMatchObject({ text: 'a=1&\n  b=2' });
    expect(removeRow(parts, 'a=1', 0)).toMatchObject({ text: '' });
  });

  it('change places and leave the separators where they are', () => {
    expect(moveRow(parts, 'a=1&\n  b=2&c=3', 0, 2)).toMatchObject({ text: 'b=2&\n  c=3&a=1' });
    expect(moveRow(parts, 'a=1&b=2', 1, 0)).toMatchObject({ text: 'b=2&a=1' });
    expect(moveRow(parts, 'b=x)%&a=%sha1(&c', 0, 1).kind).toBe('refused');
    expect(moveRow(parts, 'a=1', 0, 1).kind).toBe('refused');
  });
});

const piece = fc.constantFrom(
  'a',
  '=',
  '&',
  '%',
  '%to%',
  '%sha1(',
  ')%',
  '%41',
  ' ',
  '\n  ',
  '%account[',
  ']',
);
const template = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const anyTyped = fc.oneof(template, fc.string({ maxLength: 6 }));

describe('any multipart data', () => {
  it('changes in the edited field alone, and nothing typed is refused', () => {
    fc.assert(
      fc.property(
        template,
        fc.nat(5),
        fc.constantFrom('name', 'value'),
        anyTyped,
        (text, at, field, what) => {
          const before = shown(text);
          fc.pre(at < before.length);
          const edit = setField(parts, text, at, field, what);
          if (edit.kind === 'refused') return expect(edit.reason).toBe('');
          const [name, value] = before[at] ?? ['', null];
          const wanted = field === 'name' ? [edit.field, value] : [name, edit.field];
          const after = shown(edit.text);
          expect(after.map(([n, v]) => [n, v ?? ''])).toEqual(
            before.map(([n, v], index) => (index === at ? wanted : [n, v]).map((one) => one ?? '')),
          );
          // What is written is what was typed, but for escapes.
          expect(decoded(edit.field)).toBe(decoded(what));
        },
      ),
      {
        examples: [
          ['%sha1(&a', 1, 'name', ')%a%account['],
          ['%sha1(', 0, 'value', ') '],
        ],
      },
    );
  });

  it('is the same text to the byte when a row goes and comes back, or moves and moves back', () => {
    fc.assert(
      fc.property(template, fc.nat(5), fc.nat(5), (text, from, to) => {
        const count = parts.rows(text).length;
        fc.pre(from < count && to < count);
        const there = moveRow(parts, text, from, to);
        if (there.kind === 'text')
          expect(moveRow(parts, there.text, to, from)).toMatchObject({ kind: 'text', text });
      }),
    );
  });

  it('keeps its other rows when one is added or removed', () => {
    fc.assert(
      fc.property(template, fc.nat(5), (text, at) => {
        const before = shown(text);
        fc.pre(at <= before.length);
        const added = insertRow(parts, text, at, 'n=', '');
        if (added.kind === 'refused') return;
        expect(shown(added.text)).toEqual(before.toSpliced(at, 0, ['n', '']));
        const removed = removeRow(parts, added.text, at);
        expect(removed.kind === 'text' && shown(removed.text)).toEqual(before);
      }),
    );
  });
});

function decoded(text: string): string {
  return text.replaceAll(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
