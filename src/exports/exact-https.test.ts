/** The https branch of every exact export, against a certificate that its program was told to trust, or was not. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFor, jpegBytes, type ShortRequest } from '../test/build-for-test.ts';
import { type ByteServer, byteServer, sentBeside } from '../test/byte-server.ts';
import { ended, isMissing, media, type Ran, runProgram, runtimes } from '../test/export-runtimes.ts';
import { anyConfiguration } from '../test/generated-configurations.ts';
import type { ExportedRequest } from './exported-request.ts';
import { exportedRequest } from './exported-request-of.ts';
import { powershellCommand } from './powershell.ts';
import { filesOf } from './powershell-for-test.ts';

const runs = Math.ceil(Number(process.env['PLAYGROUND_EXPORT_RUNS'] ?? 8) / 4);
/** Milliseconds. */
const patience = 20_000 + runs * 3_000;
const withinPatience = { interruptAfterTimeLimit: patience * 0.8, markInterruptAsFailure: true };

const fixture = (name: string) => fileURLToPath(new URL(`../test/fixtures/tls/${name}.pem`, import.meta.url));

/** How each program is told of an authority, by the environment: the guide names the same (docs/exports.md). */
const trust: Readonly<Record<string, string>> = {
  curl: 'CURL_CA_BUNDLE',
  Node: 'NODE_EXTRA_CA_CERTS',
  Python: 'SSL_CERT_FILE',
  PHP: 'SSL_CERT_FILE',
  Go: 'SSL_CERT_FILE',
};

let folder: string;
let server: ByteServer;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exports-https-'));
  server = await byteServer({
    cert: readFileSync(fixture('good-cert')),
    key: readFileSync(fixture('leaf-key')),
  });
  origin = `https://127.0.0.1:${server.port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

type Run = (
  request: ExportedRequest,
  bytes: Uint8Array,
  variables: Readonly<Record<string, string>>,
) => Promise<Ran>;

async function runOf(run: Run, short: ShortRequest, isTrusted: boolean, variable: string) {
  const { plan, headText, bodyBytes } = buildFor(short);
  fc.pre(plan !== null);
  if (plan === null) throw new Error('There is no request.');
  const preview = Buffer.concat([Buffer.from(headText), bodyBytes]).toString('latin1');
  server.expect(preview.length);
  const authority = isTrusted ? { [variable]: fixture('authority-cert') } : {};
  const ran = await run(exportedRequest(plan), short.mediaBytes ?? jpegBytes, authority);
  return { ...ran, sent: sentBeside(server.received(), preview) };
}

function testOverTls(run: Run, variable: string, missing: boolean): void {
  it.skipIf(missing)(
    'puts the bytes of the preview on the wire, inside TLS',
    () =>
      fc.assert(
        fc.asyncProperty(anyConfiguration(origin), async (short) => {
          expect(await runOf(run, short, true, variable)).toEqual({
            status: 0,
            out: expect.stringContaining('reply'),
            errors: expect.any(String),
            sent: 'the preview',
          });
        }),
        { numRuns: runs, ...withinPatience },
      ),
    patience,
  );

  it.skipIf(missing)('sends nothing to a server whose certificate it does not trust', async () => {
    const ran = await runOf(run, { url: `${origin}/` }, false, variable);
    expect(ran.status).not.toBe(0);
    expect(ran.errors).toMatch(/certificat|unable to verify/i);
    expect(server.received()).toBe('');
  });
}

describe.each(runtimes)('the export for $name', (runtime) => {
  const run: Run = (request, bytes, variables) => runProgram(folder, runtime, request, bytes, variables);
  // Elsewhere Go asks the system alone.
  const isDeaf = runtime.name === 'Go' && process.platform !== 'linux';
  if (isDeaf) console.log('Skipped: Go can’t be told of an authority here, so its https was not run.');
  testOverTls(run, trust[runtime.name] ?? '', isDeaf || isMissing(runtime));
});

describe('the export for PowerShell', () => {
  const run: Run = (request, bytes, variables) => {
    const files = filesOf(powershellCommand(request, media), bytes);
    writeFileSync(join(folder, 'options'), files.options);
    writeFileSync(join(folder, 'body'), files.body);
    const env = { ...process.env, ...variables };
    return ended(
      spawn('curl', ['--config', 'options'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  };
  testOverTls(run, 'CURL_CA_BUNDLE', false);
});
