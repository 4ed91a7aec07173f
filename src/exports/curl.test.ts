import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUnseen } from '../core/source/escape-unseen.ts';
import { type BuiltForTest, buildFor } from '../test/build-for-test.ts';
import { curlCommand } from './curl.ts';
import { exportedRequest } from './exported-request-of.ts';

/** Any UTF-16 units, and what shells and curl read as their own. */
const unit = fc.oneof(
  fc.constantFrom(
    "'",
    '"',
    '\\',
    '$x',
    '$(x)',
    '`x`',
    '%s',
    '%%',
    '\\n',
    '\r\n',
    '-',
    '@',
    ';',
    '!',
    ' ',
    '\0',
    '*',
    '~',
  ),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);
const anyText = fc.string({ unit, maxLength: 8 });

/** What the command hands to curl, run by /bin/sh with a curl that only writes its arguments down. */
function curlArguments(built: BuiltForTest): string[] {
  const command = built.plan ? curlCommand(exportedRequest(built.plan), '/dev/null') : '';
  const script = `curl() { for argument; do printf '%s\\0' "$argument"; done; cat > /dev/null; }\n${command}`;
  const { stdout, status } = spawnSync('/bin/sh', ['-c', script]);
  expect(status).toBe(0);
  return stdout.toString().split('\0').slice(0, -1);
}

function optionsNamed(name: string, given: readonly string[]): string[] {
  return given.filter((_, index) => given[index - 1] === name);
}

describe('the command for curl', () => {
  it('names method, URL and body, and lets curl change none of them', () => {
    const built = buildFor({ method: 'put', url: 'https://e.example/[a]?c={b}&d=../e' });
    const given = curlArguments(built);
    expect(optionsNamed('-X', given)).toEqual(['PUT']);
    expect(optionsNamed('--data-binary', given)).toEqual(['@-']);
    expect(given).toEqual(
      expect.arrayContaining(['https://e.example/[a]?c={b}&d=../e', '--globoff', '--path-as-is']),
    );
  });

  it('hands over every header of the request, and keeps curl from adding its own', () => {
    const built = buildFor({ headers: 'X-A: it\'s 100% "$x"\nX-Empty:\nX-B: \\\\' });
    const headers = built.headerPairs.map(([name, value]) => `${name}: ${value}`).join('\n');
    const given = optionsNamed('-H', curlArguments(built));
    expect(given.slice(0, 2)).toEqual(['Accept:', 'Expect:']);
    expect(given.slice(2).join('\n').replaceAll('\r', '')).toBe(headers);
  });

  it.each([
    ['\u00a0', 'X-A: \u00a0'],
    ['\ufeff', 'X-A: \ufeff'],
    ['\t', 'Content-Length: 110\r\nX-A: \t'],
  ])('has a value for curl where curl would see one: %j', (description, expected) => {
    const built = buildFor({ headers: 'X-A: %description%', params: { description } });
    expect(optionsNamed('-H', curlArguments(built)).at(-1)).toBe(expected);
  });

  it('hands over exactly that, whatever the values hold', () => {
    fc.assert(
      fc.property(anyText, (to) => {
        const params = { to };
        const built = buildFor({ url: 'https://e.example/%to%', headers: 'X-A: <%to%>', params });
        const given = curlArguments(built);
        expect(given).toContain(built.plan?.url);
        expect(optionsNamed('-H', given).slice(2)).toEqual(built.headerPairs.map((pair) => pair.join(': ')));
      }),
      { numRuns: 30 },
    );
  });

  it('holds nothing that a terminal would obey, whatever the values hold', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('\x1b]0;x\x07', '\x9b2K', '\u202e', '\ud800'), (to, bad) => {
        const { plan } = buildFor({ headers: 'X-A: <%to%>', data: '%to%=%to%', params: { to: to + bad } });
        const command = plan ? curlCommand(exportedRequest(plan), `/tmp/a${bad}b`) : '';
        expect(command).toContain('curl');
        expect(hasUnseen(command.replaceAll('\n', ''))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('has no exclamation mark in double quotes, which shells take for an earlier command', () => {
    const built = buildFor({ headers: 'X-A: \x1b!ls' });
    expect(built.plan && curlCommand(exportedRequest(built.plan), '/dev/null')).toContain(
      `"$(printf 'X-A: \\033\\041ls')"`,
    );
    expect(optionsNamed('-H', curlArguments(built)).at(-1)).toBe('X-A: \x1b!ls');
  });
});
