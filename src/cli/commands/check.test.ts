import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';
import { junitFaults } from '../../test/junit-rules.ts';

const good = `<account>
  <genericMediaUploadUrl>https://media.example/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>
`;
const warns = good.replace('/up<', '/up/%to_%<');
const bad = good.replace('https:', 'ftp:');

let folder: string;
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  for (const [name, text] of Object.entries({ good, warns, bad })) writeFileSync(path(name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a document without a fault prints nothing without advice, and ends with 0', async () => {
  expect(await runCaptured(['check', path('good'), '--no-advice'])).toMatchObject({
    status: 0,
    text: '',
    err: '',
  });
});

test('a warning is a line with file, line and column, and no error', async () => {
  const { status, text } = await runCaptured(['check', path('warns'), '--no-advice']);
  expect(status).toBe(0);
  expect(text).toMatch(/^[^\n]*warns:2:51 warning TPL-5 [^\n]+\n$/);
});

test('an error in any of the files ends with 1', async () => {
  const { status, text } = await runCaptured(['check', path('good'), path('bad'), path('warns')]);
  expect(status).toBe(1);
  expect(text).toMatch(/bad:2:\d+ error URL-1 /);
  expect(text).toMatch(/warns:2:51 warning TPL-5 /);
});

test('--json lists every file', async () => {
  const { text } = await runCaptured(['check', '--json', '--no-advice', path('good'), path('warns')]);
  expect(JSON.parse(text)).toEqual([
    { file: path('good'), diagnostics: [] },
    {
      file: path('warns'),
      diagnostics: [
        expect.objectContaining({
          rule: 'TPL-5',
          severity: 'warning',
          line: 2,
          column: 51,
          endLine: 2,
          endColumn: 56,
        }),
      ],
    },
  ]);
});

test('bytes that are no UTF-8 are an error at their place', async () => {
  const bytes = Buffer.from(good.replace('/up<', '/\u00e9<'), 'latin1');
  const { status, text } = await runCaptured(['check', '-'], { input: bytes });
  expect(status).toBe(1);
  expect(text).toMatch(/^-:2:48 error ACC-1 /);
});

test('parameters, assumptions, account and locale are taken', async () => {
  const args = [
    '--no-advice',
    '--param',
    'to_=1',
    '--assume',
    'unknown-parameter=empty',
    '--account',
    '1',
    '--locale',
    'cs',
  ];
  expect(await runCaptured(['check', path('warns'), ...args])).toMatchObject({ status: 0, text: '' });
  const other = await runCaptured(['check', path('good'), '--account', '2']);
  expect(other.status).toBe(1);
  expect(other.text).toContain(' ACC-1 ');
});

test('a file that is not there is bad usage, and nothing is printed of the others', async () => {
  const { status, text, err } = await runCaptured(['check', path('bad'), path('nowhere')]);
  expect({ status, text }).toEqual({ status: 2, text: '' });
  expect(err).toContain('File not found');
});

test('a file that goes away before its turn is an error of that file, and the others are checked', async () => {
  for (const name of ['1', '2', '3']) writeFileSync(path(`gone-${name}`), warns);
  const { status, text, err } = await runCaptured(['check', path('gone-*'), '--no-advice'], {
    onOut: () => rmSync(path('gone-2'), { force: true }),
  });
  expect(status).toBe(1);
  expect(text.split('\n').map((line) => line.replace(/^.*?gone-/, ''))).toEqual([
    expect.stringMatching(/^1:2:51 warning TPL-5 /),
    expect.stringMatching(/^2:1:1 error FILE File not found/),
    expect.stringMatching(/^3:2:51 warning TPL-5 /),
    '',
  ]);
  expect(err).toBe('3 files checked: 1 error, 2 warnings, 0 pieces of advice.\n');
});

test('each file is printed once it is checked', async () => {
  const chunks: string[] = [];
  await runCaptured(['check', path('warns'), path('bad'), '--no-advice'], {
    onOut: (text) => chunks.push(text),
  });
  expect(chunks).toEqual([expect.stringContaining('warns:2:51'), expect.stringContaining('bad:2:')]);
});

test('a glob without a match is bad usage, and nothing is printed', async () => {
  const { status, text, err } = await runCaptured(['check', path('bad'), path('*.nothing')]);
  expect({ status, text }).toEqual({ status: 2, text: '' });
  expect(err).toContain('No file matches');
});

describe('formats', () => {
  const checked = (format: string) => {
    return runCaptured(['check', '--format', format, path('good'), path('bad'), '--no-advice']);
  };

  test('sarif names every rule that was met, and the status is by the errors', async () => {
    const { status, text } = await checked('sarif');
    expect(status).toBe(1);
    const [{ tool, results }] = JSON.parse(text).runs;
    expect(results).toMatchObject([{ ruleId: 'URL-1', level: 'error' }]);
    expect(tool.driver.rules).toMatchObject([{ id: 'URL-1' }]);
  });

  test('github annotates the lines', async () => {
    const { text } = await checked('github');
    expect(text).toMatch(/^::error file=[^,]*bad,line=2,col=26,endLine=2,endColumn=\d+,title=URL-1 [^:]*::./);
  });

  test('junit has a suite for a file without findings too', async () => {
    const { text } = await checked('junit');
    expect(junitFaults(text)).toEqual([]);
    expect(text.match(/<testsuite /g)).toHaveLength(2);
  });

  test('--json is --format json, and another one beside it is bad usage', async () => {
    const { text } = await checked('json');
    expect(text).toBe(
      (await runCaptured(['check', '--json', path('good'), path('bad'), '--no-advice'])).text,
    );
    expect(await runCaptured(['check', '--json', '--format', 'sarif', path('good')])).toMatchObject({
      status: 2,
    });
    expect(await runCaptured(['check', '--format', 'xml', path('good')])).toMatchObject({ status: 2 });
  });
});

test('no file at all, and a folder, are bad usage', async () => {
  expect(await runCaptured(['check'])).toMatchObject({ status: 2 });
  const { status, err } = await runCaptured(['check', folder]);
  expect(status).toBe(2);
  expect(err).toContain('folder');
});

describe('advice', () => {
  const put = good.replace('</account>', '  <genericMediaUploadMethod>PUT</genericMediaUploadMethod>\n$&');

  test('is a line with the rule that it concerns, how it is known, and no fault', async () => {
    const { status, text } = await runCaptured(['check', '-'], { input: put });
    expect(status).toBe(0);
    expect(text).toMatch(/^-:4:29 advice ACC-8 PHP and Django .* Measured on 26 servers; wrong on PHP, /m);
    expect(text).toMatch(/^-:3:4 advice MP-6 Names of parts .* Measured: right on 24 of 26 servers/m);
    expect(await runCaptured(['check', '-', '--no-advice'], { input: put })).toMatchObject({ text: '' });
  });

  test('is among the diagnostics of the JSON, with its fix', async () => {
    const { text } = await runCaptured(['check', '-', '--json'], { input: put });
    const [{ diagnostics }] = JSON.parse(text);
    const post = { line: 4, column: 29, endLine: 4, endColumn: 32, text: 'POST' };
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        rule: 'ACC-8',
        severity: 'advice',
        line: 4,
        fix: { title: 'Write POST', edits: [post] },
      }),
    );
  });

  test('follows the diagnostics, and stands where no line does without one', async () => {
    const input = warns.replace('https:', 'http:');
    const { text } = await runCaptured(['check', '-', '--json'], { input });
    const [{ diagnostics }] = JSON.parse(text);
    expect(diagnostics.map(({ severity }: { severity: string }) => severity)).toEqual([
      'warning',
      'advice',
      'advice',
    ]);
    const noPlace = diagnostics.find(({ rule }: { rule: string }) => rule === 'TPL-6');
    expect(noPlace).not.toHaveProperty('line');
    const lines = await runCaptured(['check', '-'], { input });
    expect(lines.text).toMatch(/^-:1:1 advice TPL-6 .*without TLS/m);
  });
});
