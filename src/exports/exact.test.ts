/**
 * What is promised as exact, run by its own program against a socket that keeps every byte. Some runs of
 * each here; `npm run exports` does 100 of each.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestSecrets } from '../core/secrets/request-secrets.ts';
import { type BuiltForTest, buildFor, jpegBytes, type ShortRequest } from '../test/build-for-test.ts';
import { type ByteServer, byteServer, sentBeside } from '../test/byte-server.ts';
import { ended, isMissing, media, runProgram, runtimes } from '../test/export-runtimes.ts';
import { anyConfiguration } from '../test/generated-configurations.ts';
import { exportedRequest, exportedWithValues } from './exported-request-of.ts';
import { powershellCommand } from './powershell.ts';
import { filesOf } from './powershell-for-test.ts';

const runs = Number(process.env['PLAYGROUND_EXPORT_RUNS'] ?? 8);
/** Milliseconds: as many processes as there are runs, on a busy machine. */
const patience = 20_000 + runs * 3_000;
/** A failure is looked into for as long as the test has, and then told. */
const withinPatience = { interruptAfterTimeLimit: patience * 0.8, markInterruptAsFailure: true };

let folder: string;
let server: ByteServer;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exports-'));
  server = await byteServer();
  origin = `http://127.0.0.1:${server.port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function previewOf(built: BuiltForTest): string {
  const bytes = Buffer.concat([Buffer.from(built.headText), built.bodyBytes]);
  server.expect(bytes.length);
  return bytes.toString('latin1');
}

function build(short: ShortRequest) {
  const built = buildFor(short);
  // A placeholder in a path can leave no URL.
  fc.pre(built.plan !== null);
  if (!built.plan) throw new Error('There is no request.');
  const { plan } = built;
  return {
    preview: previewOf(built),
    request: exportedRequest(plan),
    hidden: exportedWithValues(plan, requestSecrets(built)),
  };
}

/** Secrets wherever they may stand, with what shells and languages read as their own in them. */
const withSecrets = (): ShortRequest => ({
  url: `${origin}/%account[password]%?key=%token%`,
  headers: 'X-Auth-Token: %token%\nAuthorization: Bearer %account[password]%',
  data: 'user=%to%&pass=%account[password]%&hash=%sha1(%account[password]%x)%&token=%token%%00%token%&f=%media_content%',
  nodes: { password: '$(x) `y` "z" \'w\' \\ %41 ! Š🌅 --' },
  params: { to: '+1', token: '\r\nB"$x\\' },
  assume: { 'http-password': 'send' },
});

function expectNoSecret(text: string) {
  for (const secret of ['%24%28x%29', '$(x) `y`', 'Š🌅', '%C5%A0', '\\xc5\\xa0', '\\305\\240', '%0D%0AB%22'])
    expect(text).not.toContain(secret);
}

describe.each(runtimes)('the export for $name', (runtime) => {
  const missing = isMissing(runtime);
  if (missing) console.log(`Skipped: ${runtime.name} is not installed, so its export was not run.`);

  it.skipIf(missing)(
    'puts the bytes of the preview on the socket, whatever the configuration',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyConfiguration(origin), fc.boolean(), async (short, isHidden) => {
          const { preview, request, hidden } = build(short);
          const bytes = short.mediaBytes ?? jpegBytes;
          const ran = isHidden
            ? await runProgram(folder, runtime, hidden.request, bytes, hidden.values)
            : await runProgram(folder, runtime, request, bytes);
          expect({ ...ran, sent: sentBeside(server.received(), preview) }).toEqual({
            status: 0,
            out: expect.stringContaining('reply'),
            errors: expect.any(String),
            sent: 'the preview',
          });
        }),
        { numRuns: runs, ...withinPatience },
      );
    },
    patience,
  );

  it.skipIf(missing)(
    'reads secrets from the environment, and puts the same bytes on the socket',
    async () => {
      const { preview, hidden } = build(withSecrets());
      expect(Object.keys(hidden.values).length).toBeGreaterThan(4);
      expectNoSecret(runtime.write(hidden.request));
      const ran = await runProgram(folder, runtime, hidden.request, jpegBytes, hidden.values);
      expect({ ...ran, sent: sentBeside(server.received(), preview) }).toEqual({
        status: 0,
        out: expect.stringContaining('reply'),
        errors: expect.any(String),
        sent: 'the preview',
      });
      server.expect(preview.length);
      const unset = await runProgram(folder, runtime, hidden.request, jpegBytes);
      expect(unset.status).not.toBe(0);
      expect(unset.errors).toContain('MEDIA_UPLOAD_');
      expect(server.received()).toBe('');
    },
  );

  it.skipIf(missing)('takes a secret that its language may take for none', async () => {
    const { preview, hidden } = build({
      url: `${origin}/`,
      headers: 'X-Token: %token%',
      params: { token: '0' },
    });
    const ran = await runProgram(folder, runtime, hidden.request, jpegBytes, hidden.values);
    expect(Object.values(hidden.values)).toEqual(['0']);
    expect(ran).toMatchObject({ status: 0, out: expect.stringContaining('reply') });
    expect(sentBeside(server.received(), preview)).toBe('the preview');
  });

  it.skipIf(missing || runtime.name === 'curl')(
    'says by its exit status that the server refused',
    async () => {
      const { request, preview } = build({ url: `${origin}/`, data: 'a=1' });
      server.expect(preview.length, 402);
      const ran = await runProgram(folder, runtime, request, jpegBytes);
      expect(ran.status).toBe(1);
      expect(ran.out).toContain('402 Fine');
    },
  );

  it.skipIf(missing || runtime.name === 'curl')('sends nothing for a file of another size', async () => {
    const { request } = build({ url: `${origin}/` });
    const ran = await runProgram(folder, runtime, request, Uint8Array.of(1, 2));
    expect(ran.status).not.toBe(0);
    expect(ran.errors).toContain(`2 bytes; this request was made for ${jpegBytes.length}`);
    expect(server.received()).toBe('');
  });
});

/** PowerShell itself is rarely installed: an emulation writes its files, and the real curl sends them. */
describe('the export for PowerShell', () => {
  it(
    'puts the bytes of the preview on the socket, whatever the configuration',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyConfiguration(origin), async (short) => {
          const { preview, request } = build(short);
          const files = filesOf(powershellCommand(request, media), short.mediaBytes ?? jpegBytes);
          writeFileSync(join(folder, 'options'), files.options);
          writeFileSync(join(folder, 'body'), files.body);
          const ran = await ended(
            spawn('curl', ['--config', 'options'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }),
          );
          expect({ ...ran, sent: sentBeside(server.received(), preview) }).toEqual({
            status: 0,
            out: 'reply',
            errors: '',
            sent: 'the preview',
          });
        }),
        { numRuns: runs, ...withinPatience },
      );
    },
    patience,
  );

  it('reads secrets from the environment, and puts the same bytes on the socket', async () => {
    const { preview, hidden } = build(withSecrets());
    const script = powershellCommand(hidden.request, media);
    expectNoSecret(script);
    const files = filesOf(script, jpegBytes, hidden.values);
    writeFileSync(join(folder, 'options'), files.options);
    writeFileSync(join(folder, 'body'), files.body);
    const ran = await ended(
      spawn('curl', ['--config', 'options'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    expect({ ...ran, sent: sentBeside(server.received(), preview) }).toEqual({
      status: 0,
      out: 'reply',
      errors: '',
      sent: 'the preview',
    });
    expect(() => filesOf(script, jpegBytes)).toThrow('is not set');
  });
});
