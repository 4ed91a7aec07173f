import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFor, jpegBytes, type ShortRequest } from '../test/build-for-test.ts';
import { curlCommand } from './curl.ts';
import { exportedRequest } from './exported-request-of.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom("'", '"', '\\', '%s', '%%', '\\n', '\\101', '\r\n', '-', '\0'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  ),
  maxLength: 8,
});

describe('what the command pipes into curl', () => {
  let folder: string;
  let photo: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'curl-'));
    photo = join(folder, "it's a photo.jpg");
    writeFileSync(photo, jpegBytes);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The bytes on the standard input of curl, as a character a byte. */
  function piped(short: ShortRequest, path = photo): [string, string] {
    const built = buildFor(short);
    const command = built.plan ? curlCommand(exportedRequest(built.plan), path) : '';
    const { stdout, stderr } = spawnSync('/bin/sh', ['-c', `curl() { cat; }\n${command}`], { cwd: folder });
    expect(stderr.toString()).toBe('');
    return [stdout.toString('latin1'), built.bodyText];
  }

  it('is the body, byte for byte', () => {
    const [bytes, body] = piped({ data: 'a=%ff%00100%+\\n&f=%media_content%&g=%media_content%&b=é' });
    expect(bytes).toBe(body);
  });

  it('is the body, whatever the values hold', () => {
    fc.assert(
      fc.property(anyText, (to) => {
        const [bytes, body] = piped({ data: 'a=%to%&%to%=b&f=%media_content%', params: { to } });
        expect(bytes).toBe(body);
      }),
      { numRuns: 30 },
    );
  });

  it('takes a media file whose name starts with a dash', () => {
    writeFileSync(join(folder, '-n.jpg'), jpegBytes);
    const [bytes, body] = piped({}, '-n.jpg');
    expect(bytes).toBe(body);
  });

  it.each(['\x1b]0;x\x07.jpg', 'a\nb\r\u202e.jpg', 'a\x7f\n\n'])('takes a media file named %j', (name) => {
    writeFileSync(join(folder, name), jpegBytes);
    const [bytes, body] = piped({}, name);
    expect(bytes).toBe(body);
  });
});
