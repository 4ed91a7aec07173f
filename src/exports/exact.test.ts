/**
 * What is promised as exact, run by its own program against a socket that keeps every byte. Some runs of
 * each here; `npm run exports` does 100 of each.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestSecrets } from '../core/secrets/request-secrets.ts';
import { type BuiltForTest, buildFor, jpegBytes, type ShortRequest } from '../test/build-for-test.ts';
import { anyConfiguration } from '../test/generated-configurations.ts';
import { curlCommand } from './curl.ts';
import type { ExportedRequest } from './exported-request.ts';
import { exportedRequest, exportedWithValues } from './exported-request-of.ts';
import { goProgram } from './go-program.ts';
import { nodeProgram } from './node-program.ts';
import { phpProgram } from './php-program.ts';
import { powershellCommand } from './powershell.ts';
import { filesOf } from './powershell-for-test.ts';
import { pythonProgram } from './python-program.ts';

interface Runtime {
  readonly name: string;
  /** How its version is asked for. */
  readonly version: readonly string[];
  readonly write: (request: ExportedRequest) => string;
  readonly file: string;
  readonly run: readonly string[];
}

const media = 'photo.jpg';

/** Itself, where `python3` is a script that looks for it at every start. */
function python(): string {
  const { stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)']);
  return stdout?.toString().trim() || 'python3';
}

const runtimes: readonly Runtime[] = [
  {
    name: 'curl',
    version: ['curl', '--version'],
    write: (request) => curlCommand(request, media),
    file: 'upload.sh',
    run: ['sh', 'upload.sh'],
  },
  {
    name: 'Node',
    version: ['node', '--version'],
    write: nodeProgram,
    file: 'upload.mjs',
    run: ['node', 'upload.mjs', media],
  },
  {
    name: 'Python',
    version: ['python3', '--version'],
    write: pythonProgram,
    file: 'upload.py',
    run: [python(), 'upload.py', media],
  },
  {
    name: 'PHP',
    version: ['php', '--version'],
    write: phpProgram,
    file: 'upload.php',
    run: ['php', 'upload.php', media],
  },
  {
    name: 'Go',
    version: ['go', 'version'],
    write: goProgram,
    file: 'upload.go',
    run: ['go', 'run', 'upload.go', media],
  },
];

const runs = Number(process.env['PLAYGROUND_EXPORT_RUNS'] ?? 8);
/** Milliseconds: as many processes as there are runs, on a busy machine. */
const patience = 20_000 + runs * 3_000;
/** Milliseconds without a byte after which a program is taken to have sent all that it will. */
const silence = 2_000;
/** A failure is looked into for as long as the test has, and then told. */
const withinPatience = { interruptAfterTimeLimit: patience * 0.8, markInterruptAsFailure: true };

let folder: string;
let server: Server;
let origin: string;
let received: Buffer[] = [];
let expectedLength = 0;
let status = 200;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exports-'));
  server = createServer((socket) => {
    const chunks: Buffer[] = [];
    received = chunks;
    let length = 0;
    socket
      .setTimeout(silence, () => socket.end('HTTP/1.1 408 Bytes Missing\r\nConnection: close\r\n\r\n'))
      .on('error', () => {})
      .on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length >= expectedLength)
          socket.end(`HTTP/1.1 ${status} Fine\r\nConnection: close\r\nContent-Length: 5\r\n\r\nreply`);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

async function ended(child: ChildProcess): Promise<Ran> {
  let out = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  return { status: code, out, errors };
}

function runProgram(
  { write, file, run }: Runtime,
  request: ExportedRequest,
  mediaBytes: Uint8Array,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  writeFileSync(join(folder, file), write(request));
  writeFileSync(join(folder, media), mediaBytes);
  const [command = '', ...options] = run;
  const env = { ...process.env, ...variables };
  return ended(spawn(command, options, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] }));
}

function previewOf(built: BuiltForTest): string {
  const bytes = Buffer.concat([Buffer.from(built.headText), built.bodyBytes]);
  expectedLength = bytes.length;
  return bytes.toString('latin1');
}

const sent = () => Buffer.concat(received).toString('latin1');

/** Where the two part, with what stands there: whole bodies would hide it. */
function sentBeside(preview: string): string {
  const bytes = sent();
  if (bytes === preview) return 'the preview';
  let at = 0;
  while (at < preview.length && bytes[at] === preview[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(at, at + 60));
  return `${bytes.length} of ${preview.length} bytes; at ${at} ${around(bytes)} for ${around(preview)}`;
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

const isMissing = ({ version: [command = '', ...options] }: Runtime) =>
  spawnSync(command, options).error !== undefined;

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
            ? await runProgram(runtime, hidden.request, bytes, hidden.values)
            : await runProgram(runtime, request, bytes);
          expect({ ...ran, sent: sentBeside(preview) }).toEqual({
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
      const ran = await runProgram(runtime, hidden.request, jpegBytes, hidden.values);
      expect({ ...ran, sent: sentBeside(preview) }).toEqual({
        status: 0,
        out: expect.stringContaining('reply'),
        errors: expect.any(String),
        sent: 'the preview',
      });
      received = [];
      const unset = await runProgram(runtime, hidden.request, jpegBytes);
      expect(unset.status).not.toBe(0);
      expect(unset.errors).toContain('MEDIA_UPLOAD_');
      expect(sent()).toBe('');
    },
  );

  it.skipIf(missing || runtime.name === 'curl')(
    'says by its exit status that the server refused',
    async () => {
      status = 402;
      const { request } = build({ url: `${origin}/`, data: 'a=1' });
      const ran = await runProgram(runtime, request, jpegBytes);
      status = 200;
      expect(ran.status).toBe(1);
      expect(ran.out).toContain('402 Fine');
    },
  );

  it.skipIf(missing || runtime.name === 'curl')('sends nothing for a file of another size', async () => {
    received = [];
    const { request } = build({ url: `${origin}/` });
    const ran = await runProgram(runtime, request, Uint8Array.of(1, 2));
    expect(ran.status).not.toBe(0);
    expect(ran.errors).toContain(`2 bytes; this request was made for ${jpegBytes.length}`);
    expect(sent()).toBe('');
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
          expect({ ...ran, sent: sentBeside(preview) }).toEqual({
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
    expect({ ...ran, sent: sentBeside(preview) }).toEqual({
      status: 0,
      out: 'reply',
      errors: '',
      sent: 'the preview',
    });
    expect(() => filesOf(script, jpegBytes)).toThrow('is not set');
  });
});
