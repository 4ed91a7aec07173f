import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FieldScanner } from './field-scanner.ts';
import { challengesOf, parseChallenges } from './www-authenticate.ts';

const read = (value: string) =>
  parseChallenges(value).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

describe('challenges (RFC 9110, section 11.6.1)', () => {
  test.each([
    ['Basic', [['Basic', {}]]],
    ['Basic realm="a, b", charset="UTF-8"', [['Basic', { realm: 'a, b', charset: 'UTF-8' }]]],
    ['Basic realm = "a"', [['Basic', { realm: 'a' }]]],
    ['Basic REALM=a, realm=b', [['Basic', { realm: 'a' }]]],
    ['Basic realm="\\"q\\\\"', [['Basic', { realm: '"q\\' }]]],
    [
      ', ,Basic,, Digest nonce=n',
      [
        ['Basic', {}],
        ['Digest', { nonce: 'n' }],
      ],
    ],
    [
      'Negotiate abc==, Basic realm=x',
      [
        ['Negotiate', {}],
        ['Basic', { realm: 'x' }],
      ],
    ],
    ['Negotiate abc==', [['Negotiate', {}]]],
    [
      'Negotiate a+/b=  ,NTLM',
      [
        ['Negotiate', {}],
        ['NTLM', {}],
      ],
    ],
    [
      'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
      [
        ['Newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
        ['Basic', { realm: 'simple' }],
      ],
    ],
    ['Basic realm="not closed', [['Basic', {}]]],
    ['Basic realm="ends in a backslash\\', [['Basic', {}]]],
    ['realm=x, Basic', [['Basic', {}]]],
    ['Basic realm=', [['Basic', {}]]],
    ['"Basic"', []],
    ['', []],
  ])('of %j', (value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  test('are gathered from all headers of that name, in their order', () => {
    const headers = [
      ['WWW-Authenticate', 'A'],
      ['X', 'B'],
      ['www-authenticate', 'C, D'],
    ] as const;
    expect(challengesOf(headers).map(({ scheme }) => scheme)).toEqual(['A', 'C', 'D']);
  });
});

describe('reading a challenge costs as much as it is long', () => {
  const cost = (value: string) => {
    const scanner = new FieldScanner(value);
    parseChallenges(value, scanner);
    return scanner.reads;
  };

  test.each([
    ['a realm of escaped quotes', (size: number) => `Digest realm="${'\\"'.repeat(size)}", nonce="n"`],
    ['one that is not closed', (size: number) => `Digest realm="${'\\"'.repeat(size)}`],
    ['many parameters', (size: number) => `Digest ${'a="\\\\b", '.repeat(size / 8)}nonce=n`],
    ['many challenges', (size: number) => 'Basic realm="a", '.repeat(size / 16)],
    ['many schemes', (size: number) => 'a '.repeat(size)],
    ['a long token68', (size: number) => `Negotiate ${'a'.repeat(size)}${'='.repeat(size)}"`],
    ['spaces', (size: number) => `a${' '.repeat(size)}b${' '.repeat(size)}"`],
    ['commas', (size: number) => ', '.repeat(size)],
  ])('%s', (_, make) => {
    for (const size of [8000, 80_000]) {
      const value = make(size);
      const reads = cost(value);
      expect(reads).toBeGreaterThanOrEqual(value.length / 2);
      expect(reads).toBeLessThan(8 * value.length + 20);
    }
  });

  test('whatever a server sends', () => {
    const atom = fc.constantFrom(
      'a',
      'Basic',
      '=',
      '"',
      '\\',
      ',',
      ' ',
      '\t',
      '==',
      '%',
      '\u00E9',
      'realm="x"',
    );
    fc.assert(
      fc.property(fc.array(atom, { maxLength: 200 }), (atoms) => {
        const value = atoms.join('');
        expect(cost(value)).toBeLessThan(8 * value.length + 20);
      }),
      { numRuns: 500 },
    );
  });
});
