import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureProgram, program } from '../test/hosted-processes.ts';

beforeAll(ensureProgram, 180_000);

/** `--help` in the real program, where writing to standard output does what `statement` says. */
function startFaulty(statement: string, message = '') {
  const fault = `process.stdout.write = () => { ${statement} }`;
  return spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(fault)}`, program, '--help'],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PLANTED_MESSAGE: message } },
  );
}

describe('a fault that no command expects', () => {
  test('ends with 70, and its message can neither steer the terminal nor forge a line', async () => {
    const message = 'one \x1b[2K\x07\u202e\nUpload succeeded\r';
    const child = startFaulty('throw new RangeError(process.env.PLANTED_MESSAGE)', message);
    const [out, err, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect({ status, out }).toEqual({ status: 70, out: '' });
    expect(err).toMatch(
      /^RangeError: one \\u\{1b\}\[2K\\u\{7\}\\u\{202e\}\\u\{a\}Upload succeeded\\u\{d\}\n {4}at process\.stdout\.write /,
    );
    expect(err).toMatch(/^ {4}at .*main\.js:\d+:\d+\)?$/m);
  });

  test('is printed as text where it is not an Error', async () => {
    const child = startFaulty("throw 'thrown \\u009b'");
    const [err, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect({ status, err }).toEqual({ status: 70, err: 'thrown \\u{9b}\n' });
  });

  test('ends with 70 where standard error is not read', async () => {
    const child = startFaulty('throw new Error()');
    child.stdout.resume();
    child.stderr.destroy();
    expect(await once(child, 'close')).toEqual([70, null]);
  });
});
