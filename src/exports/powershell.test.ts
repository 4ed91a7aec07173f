import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFor, jpegBytes, type ShortRequest } from '../test/build-for-test.ts';
import { exportedRequest } from './exported-request-of.ts';
import { powershellCommand } from './powershell.ts';
import { filesOf } from './powershell-for-test.ts';

/** Any UTF-16 units, and what PowerShell, .NET and curl read as their own. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "'",
      '\u2019',
      '\u201c',
      '"',
      '`',
      '$(x)',
      '\\',
      '\\x41',
      '\\n',
      '\r\n',
      '@',
      '#',
      '\x1b',
      '\u202e',
    ),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  ),
  maxLength: 8,
});

function scriptFor(short: ShortRequest, path = 'C:\\photos\\a.jpg') {
  const built = buildFor(short);
  if (!built.plan) throw new Error('There is no request.');
  return { ...built, script: powershellCommand(exportedRequest(built.plan), path) };
}

describe('the command for PowerShell', () => {
  it('is ASCII, whatever the values hold, so that no encoding of a script changes it', () => {
    fc.assert(
      fc.property(anyText, anyText, (to, path) => {
        const { script } = scriptFor(
          { data: '%to%=%to%&f=%media_content%', headers: 'X: %to%', params: { to } },
          path,
        );
        expect(script).toMatch(/^[\n\x20-\x7e]*$/);
      }),
    );
  });

  it('writes the body, byte for byte, and finds the media', () => {
    fc.assert(
      fc.property(anyText, anyText, (to, path) => {
        const short = { data: 'a=%to%%ff%00&f=%media_content%&%to%=b&g=%media_content%', params: { to } };
        const { script, bodyBytes } = scriptFor(short, path);
        const { body, media } = filesOf(script, jpegBytes);
        expect(body).toEqual(bodyBytes);
        expect(media).toBe(path);
      }),
    );
  });

  it('shows a path of Windows as it is', () => {
    expect(scriptFor({}, "C:\\it's a\\photo.jpg").script).toContain("-LiteralPath 'C:\\it''s a\\photo.jpg'");
  });
});

describe('what curl sends for it', () => {
  let folder: string;
  let server: Server;
  let received: Buffer[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'powershell-'));
    server = createServer((socket) => {
      const chunks: Buffer[] = [];
      received = chunks;
      socket
        .on('error', () => {})
        .on('data', (chunk) => {
          chunks.push(chunk);
          if (Buffer.concat(chunks).includes('\r\n--B--\r\n'))
            socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
        });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** Bytes at the socket, and those of the preview, as a character a byte. */
  async function sent(short: ShortRequest): Promise<[string, string]> {
    const { port } = server.address() as AddressInfo;
    const { script, headText, bodyBytes } = scriptFor({
      ...short,
      url: `http://127.0.0.1:${port}${short.url ?? '/'}`,
    });
    const { options, body } = filesOf(script, jpegBytes);
    writeFileSync(join(folder, 'options'), options);
    writeFileSync(join(folder, 'body'), body);
    const curl = spawn('curl', ['--config', 'options'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    curl.stderr.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    const [status] = await once(curl, 'close');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    return [
      Buffer.concat(received).toString('latin1'),
      Buffer.concat([Buffer.from(headText), bodyBytes]).toString('latin1'),
    ];
  }

  it('is the preview to the byte, with what curl, PowerShell and .NET would read as their own', async () => {
    const [bytes, preview] = await sent({
      method: 'PUT',
      url: '/[a]/{b}/%2e%2e/c?d="e"\'f\\g',
      headers:
        'X-A: it\'s 100% "$x" \\\\ C:\\dir `y` @z # \u2019\u201c \x9b \u202e\tend\nx-b: %description%\nX-A: 2',
      data: 'a=%to%\\x41%ff%00&%to%=b&f=%media_content%&g=%media_content%',
      params: { to: '\u2018\'"@\r\n--', description: 'Šípek 🌅 \u00a0' },
    });
    expect(bytes).toBe(preview);
  });

  it('is the preview where a header is empty, one of the app as well', async () => {
    const [bytes, preview] = await sent({
      headers: 'X-Empty:\nX-B: 1\nUser-Agent:\nX-Blank: %description%',
      params: { description: '\t' },
    });
    expect(bytes).toBe(preview);
  });

  it('is the preview, whatever the values hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (to) => {
        const [bytes, preview] = await sent({
          headers: 'X-A: <%to%>',
          data: '%to%=%to%&f=%media_content%',
          params: { to },
        });
        expect(bytes).toBe(preview);
      }),
      { numRuns: 20 },
    );
  });
});
