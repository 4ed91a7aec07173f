import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseTemplate, type TemplateToken } from './template-tokens.ts';

const known = new Set(['to', 'description', 'ab', 'A9s']);
const parse = (text: string) => parseTemplate(text, (name) => known.has(name) || name.startsWith('account['));

/** Each token in brackets: `'…'` typed, `…` a parameter's name, `name(…)` a call with its argument. */
function short(text: string, tokens = parse(text)): string {
  return tokens.map((token) => shortToken(text, token)).join(' ');
}

function shortToken(text: string, token: TemplateToken): string {
  switch (token.kind) {
    case 'literal':
      return `'${text.slice(token.start, token.end)}'`;
    case 'parameter':
      return token.name;
    case 'call':
      return `${token.functionName}(${short(text, token.argument)})`;
  }
}

describe('a parameter (TPL-1)', () => {
  it.each([
    ['%to%', 'to'],
    ['a%to%b', "'a' to 'b'"],
    ['%to%%to%', 'to to'],
    ['%_%', '_'],
    ['%To_2%', 'To_2'],
    ['%nobody_knows_it%', 'nobody_knows_it'],
  ])('%s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  it.each([
    '%1st%',
    '%a-b%',
    '%a b%',
    '%%',
    '%é%',
    '%to',
    'to%',
    '%',
    '%to %',
    '% to%',
    '%a.b%',
    '100%',
  ])('%s is not one: its percent signs are literal (TPL-4)', (text) => {
    expect(short(text)).toBe(`'${text}'`);
  });

  it('may follow a literal percent sign (TPL-4)', () => {
    expect(short('100%%to%')).toBe("'100%' to");
    expect(short('%a b%to%')).toBe("'%a b' to");
  });
});

describe('a node of the account (TPL-2)', () => {
  it.each([
    ['%account[username]%', 'account[username]'],
    ['%account[a.b-c:d/é=1"]%', 'account[a.b-c:d/é=1"]'],
    ['%account[sha1(x)]%', 'account[sha1(x)]'],
  ])('%s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  it.each([
    '%account[]%',
    '%account[a b]%',
    '%account[a\tb]%',
    '%account[a[b]%',
    '%account[a&b]%',
    '%account[a<b]%',
    '%account[a>b]%',
    '%Account[a]%',
    '%account[a%',
    '%account [a]%',
    '%node[a]%',
  ])('%s is not one', (text) => {
    expect(short(text)).toBe(`'${text}'`);
  });

  it('holds no percent sign: what follows one is read for itself', () => {
    expect(short('%account[%to%]%')).toBe("'%account[' to ']%'");
  });
});

describe('a call (TPL-3)', () => {
  it.each([
    ['%sha1(abc)%', "sha1('abc')"],
    ['%sha1()%', 'sha1()'],
    ['%sha1(%account[password]%)%', 'sha1(account[password])'],
    ['a%sha1(b%to%c)%d', "'a' sha1('b' to 'c') 'd'"],
    ['%sha1(a&b=c\nd+%41)%', "sha1('a&b=c\nd+%41')"],
    ['%sha1(%sha1(%to%)%)%', 'sha1(sha1(to))'],
    ['%sha1(a)%%sha1(b)%', "sha1('a') sha1('b')"],
    ['%sha1(())%', "sha1('()')"],
    ['%md5(%to%)%', 'md5(to)'],
    ['%SHA1(x)%', "SHA1('x')"],
  ])('%j', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  it.each([
    ['%sha1(abc', "'%sha1(abc'"],
    ['%sha1(abc)', "'%sha1(abc)'"],
    ['%sha1(%to%', "'%sha1(' to"],
    ['%sha1(%to%)', "'%sha1(' to ')'"],
    ['%sha1 (x)%', "'%sha1 (x)%'"],
    ['%sha1(a%to%%description%b', "'%sha1(a' to description 'b'"],
  ])('%s is not closed, so its %% is a literal and reading goes on after it', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  it('that is not closed does not take the )% of a later one', () => {
    expect(short('%sha1(a %sha1(b)%')).toBe("'%sha1(a ' sha1('b')");
  });
});

describe('a percent escape (TPL-4)', () => {
  it.each([
    'caf%C3%A9s%20au%20lait',
    '%41%42',
    '%aa%',
    '%AA%BB%CC%',
    'a%20b%2Bc',
    '%e2%82%ac%',
    '%C3%A9abc%',
    '%80%abc%',
    '%FF%ab_1%',
  ])('%s holds no parameter', (text) => {
    expect(
      short(
        text,
        parseTemplate(text, () => false),
      ),
    ).toBe(`'${text}'`);
  });

  it('is none where the name is a known one', () => {
    expect(short('%ab%')).toBe('ab');
    expect(short('%C3%A9s%')).toBe("'%C3' A9s");
    expect(short('%ac%account[x]%')).toBe("'%ac' account[x]");
  });

  it('is none where the two digits only start the name, and no high escape stands before it', () => {
    expect(short('%abc%')).toBe('abc');
    expect(short('%7F%abc%')).toBe("'%7F' abc");
    expect(short('%C3 %abc%')).toBe("'%C3 ' abc");
    expect(short('%C3%28%abc%')).toBe("'%C3%28' abc");
  });

  it('is none where the name is of another length', () => {
    expect(short('%a%')).toBe('a');
    expect(short('%dead%')).toBe('dead');
  });
});

test('any text is cut without a gap, and typed runs never touch each other', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
  const pieces = fc.constantFrom(
    '%',
    '%to%',
    '%sha1(',
    ')%',
    '(',
    ')',
    'a',
    'C3',
    '%C3',
    '%A9',
    '&',
    '%account[',
    'x]%',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, unit), { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      expect(hasNoGap(parse(text), 0, text.length)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('calls that are never closed are read in one pass', () => {
  expect(short('%sha1('.repeat(3))).toBe("'%sha1(%sha1(%sha1('");
  expect(parse('%sha1('.repeat(50_000))).toEqual([{ kind: 'literal', start: 0, end: 300_000 }]);
  expect(parse('%C3'.repeat(100_000))).toEqual([{ kind: 'literal', start: 0, end: 300_000 }]);
  expect(parse('%account['.repeat(30_000))).toEqual([{ kind: 'literal', start: 0, end: 270_000 }]);
});

/** Plain comparisons: `expect` is too slow for every token of every text. */
function hasNoGap(tokens: readonly TemplateToken[], start: number, end: number): boolean {
  let at = start;
  let before: TemplateToken['kind'] | undefined;
  for (const token of tokens) {
    if (token.start !== at || token.end <= at) return false;
    if (before === 'literal' && token.kind === 'literal') return false;
    if (token.kind === 'call') {
      const argumentStart = token.start + token.functionName.length + 2;
      if (!hasNoGap(token.argument, argumentStart, token.end - 2)) return false;
    }
    at = token.end;
    before = token.kind;
  }
  return at === end;
}
