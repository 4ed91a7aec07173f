import { describe, expect, test } from 'vitest';
import { runCaptured } from '../test/captured-console.ts';
import { OutputClosed } from './output/console.ts';
import { packageVersion } from './package-root.ts';
import { run } from './run.ts';

test('--help names every command, on standard output', async () => {
  const { status, text, err } = await runCaptured(['--help']);
  expect(status).toBe(0);
  expect(err).toBe('');
  for (const name of ['preview', 'check', 'send', 'judge', 'set', 'explain', 'serve'])
    expect(text).toContain(`  ${name} `);
});

test.each([
  'preview',
  'check',
  'send',
  'judge',
  'set',
  'explain',
  'serve',
])('%s --help explains its options', async (name) => {
  const { status, text } = await runCaptured([name, '--help']);
  expect(status).toBe(0);
  expect(text).toMatch(new RegExp(`${name} .*\\n`));
  expect(text).toMatch(/--[a-z]/);
});

test('--version prints the version of the package', async () => {
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
  expect(await runCaptured(['--version'])).toMatchObject({ status: 0, text: `${packageVersion()}\n` });
});

describe('bad usage', () => {
  test.each([[[]], [['prevew']], [['__proto__']], [['--nope']]])('%j ends with 2', async (args) => {
    const { status, text, err } = await runCaptured(args);
    expect({ status, text }).toEqual({ status: 2, text: '' });
    expect(err).toMatch(/command/);
    expect(err).toMatch(/^See --help\.$/m);
  });

  test('of a command refers to its help', async () => {
    const { status, err } = await runCaptured(['check', '--nope']);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(/^See check --help\.$/m) });
  });
});

test('a reader that went away is not an error', async () => {
  const gone = async () => {
    throw new OutputClosed();
  };
  const input = async function* () {};
  const err = async () => {};
  const streams = {
    out: gone,
    err,
    isTerminal: false,
    input,
    stop: () => new AbortController().signal,
  };
  expect(await run(['--help'], streams)).toBe(0);
});
