import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../cli/package-root.ts';
import { examplesFor } from '../page/examples/examples.ts';
import { escapeXml } from '../test/build-for-test.ts';
import { runCaptured } from '../test/captured-console.ts';
import type { ReceiverLanguage } from './starters.ts';

const photo = join(packageRoot, 'public', 'sample.jpg');
const clip = join(packageRoot, 'public', 'sample.mp4');

interface Started {
  readonly folder: string;
  /** Names of what it stored. */
  readonly stored: () => readonly string[];
  readonly log: () => string;
}

const runs = (command: string, ...arguments_: readonly string[]) =>
  spawnSync(command, arguments_, { stdio: 'ignore' }).status === 0;

/** Where Express is not installed, its handler runs under node:http: of Express it uses nothing else. */
const nodeModules = process.env['RECEIVER_NODE_MODULES'] ?? join(packageRoot, 'node_modules');
const hasExpress = existsSync(join(nodeModules, 'express'));
const underNodeHttp = `import { createServer } from 'node:http';
import { receive } from './receiver.js';
createServer(receive).listen(process.env.PORT, '127.0.0.1', () => console.error('Listening on'));
`;

interface Runtime {
  readonly language: ReceiverLanguage;
  readonly isInstalled: boolean;
  readonly command: (port: number, folder: string, readme: string) => readonly [string, ...string[]];
}

const runtimes: readonly Runtime[] = [
  {
    language: 'php',
    isInstalled: runs('php', '--version'),
    command: (port, _, readme) => {
      const [, line = ''] = /^(php .*)$/m.exec(readme) ?? [];
      const [command = '', ...arguments_] = line.replace('8080', String(port)).split(' ');
      return [command, ...arguments_];
    },
  },
  {
    language: 'express',
    isInstalled: true,
    command: (_, folder) => {
      symlinkSync(nodeModules, join(folder, 'node_modules'));
      if (!hasExpress) writeFileSync(join(folder, 'server.js'), underNodeHttp);
      return [process.execPath, 'server.js'];
    },
  },
  {
    language: 'flask',
    isInstalled: runs('flask', '--version'),
    command: (port) => ['flask', '--app', 'app', 'run', '--port', String(port)],
  },
  {
    language: 'go',
    isInstalled: runs('go', 'version'),
    command: (_, folder) => {
      const built = spawnSync('go', ['build', '-o', 'receiver', '.'], { cwd: folder, encoding: 'utf8' });
      if (built.status !== 0) throw new Error(built.stderr);
      return [join(folder, 'receiver')];
    },
  },
];

const missing = runtimes.filter(({ isInstalled }) => !isInstalled).map(({ language }) => language);
const installed = runtimes.filter(({ isInstalled }) => isInstalled);
if (missing.length > 0) console.warn(`Not installed here, so not tried as receivers: ${missing.join(', ')}.`);
if (!hasExpress) console.warn('Express is not installed: its receiver is tried under node:http.');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return address.port;
}

/** Writes the receiver by the command line and starts it; all of it ends with the test. */
async function start(
  { language, command }: Runtime,
  xml: string,
  port: number,
  env: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Started> {
  const workshop = mkdtempSync(join(tmpdir(), 'playground-receiver-'));
  onTestFinished(() => rmSync(workshop, { recursive: true, force: true }));
  const folder = join(workshop, 'receiver');
  const written = await runCaptured(['receiver', '-', '--language', language, '--out', folder, ...options], {
    input: xml,
  });
  expect(written.err).toBe('');
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const [program, ...arguments_] = command(port, folder, readme);
  const child = spawn(program, arguments_, {
    cwd: folder,
    env: { ...process.env, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, ...env },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (log += text));
  onTestFinished(() => ended(child));
  await new Promise<void>((resolve, reject) => {
    const look = () => /started|Running on|Listening on/.test(log) && resolve();
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('close', () => reject(new Error(log)));
  });
  const uploads = join(folder, 'uploads');
  return {
    folder,
    stored: () => (existsSync(uploads) ? readdirSync(uploads).filter((name) => name !== 'nonce.key') : []),
    log: () => log,
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

interface Sent {
  readonly success: boolean;
  readonly mediaUrl?: string;
  readonly shown: string | null;
  readonly exchange: { readonly status: number };
}

/** By the product's own sender. */
async function send(xml: string, media: string, ...options: readonly string[]): Promise<Sent> {
  const arguments_ = ['send', '-', '--format', 'json', '--no-advice', '--media', media];
  const { text } = await runCaptured([...arguments_, ...options], { input: xml });
  return JSON.parse(text);
}

const login = { UPLOAD_USERNAME: 'jana "the fast" Nová', UPLOAD_PASSWORD: 'p&ss:w<ö>rd' };
const basic = Buffer.from('555:p&ss:w<ö>rd').toString('base64');

interface Configuration {
  readonly title: string;
  readonly xml: (port: number) => string;
  readonly options: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly refused: { readonly status: number; readonly shown: string };
}

const keys = (nodes: Readonly<Record<string, string>>) =>
  `<account>${Object.entries(nodes)
    .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
    .join('')}</account>`;

/** It must end no text or comment of a language. */
const hostilePartName = `Recipient's "number" \` $HOME {1} \\ */ ?><?php #{x} // @@path@@`;
const wrongLogin = 'Wrong user name or password.';

const configurations: readonly Configuration[] = [
  {
    title: 'the documentation’s example, user name and password as fields',
    xml: (port) => {
      const example = examplesFor(`http://127.0.0.1:${port}`).find(({ id }) => id === 'documentation');
      if (example === undefined) throw new Error('There is no such example.');
      return example.xml
        .replace(/<username>.*?</, `<username>${escapeXml(login.UPLOAD_USERNAME)}<`)
        .replace(/<password>.*?</, `<password>${escapeXml(login.UPLOAD_PASSWORD)}<`);
    },
    options: ['--assume', 'http-password=send', '--param', 'to=+420777123456'],
    env: login,
    refused: { status: 403, shown: wrongLogin },
  },
  {
    title: 'own part names, Basic, JSON',
    xml: (port) =>
      keys({
        genericMediaUploadUrl: `http://127.0.0.1:${port}/v1.0/%to%/media`,
        genericMediaUploadMultipartData: `${encodeURIComponent(hostilePartName)}=%to%&text=%description%&my.file[0]=%media_content%`,
        genericMediaUploadCustomHeaders: `Authorization: Basic ${basic}`,
      }),
    options: ['--param', 'to=+420 777', '--param', 'description=Žluťoučký "kůň" & <b>'],
    env: { UPLOAD_USERNAME: '555', UPLOAD_PASSWORD: login.UPLOAD_PASSWORD, UPLOAD_REPLY: 'json' },
    refused: { status: 401, shown: wrongLogin },
  },
  {
    title: 'PUT, Digest',
    xml: (port) =>
      keys({
        genericMediaUploadUrl: `http://127.0.0.1:${port}/upload?to=%to%&x=[1]`,
        genericMediaUploadMethod: 'put',
        genericMediaUploadMultipartData: 'to=%to%&file=%media_content%',
        genericMediaUploadAuthUsername: login.UPLOAD_USERNAME,
        genericMediaUploadAuthPassword: login.UPLOAD_PASSWORD,
      }),
    options: ['--param', 'to=+420 777'],
    env: login,
    refused: { status: 401, shown: wrongLogin },
  },
];

const hostileNames = [
  '../../../../tmp/evil.jpg',
  '..\\..\\evil.php',
  'a"; filename="b.php',
  'index.php',
  '.htaccess',
  'a.jpg\u0000.php',
  'line\r\nContent-Type: text/html.jpg',
  `${'long'.repeat(500)}.jpg`,
];

const cases = installed.flatMap((runtime) =>
  configurations.map((configuration) => ({
    runtime,
    configuration,
    name: runtime.language,
    title: configuration.title,
  })),
);

test.each(cases)('$name, $title: takes the upload, and gives back its bytes', async ({
  runtime,
  configuration,
}) => {
  const { xml: xmlFor, options, env, refused } = configuration;
  const port = await freePort();
  const xml = xmlFor(port);
  const started = await start(runtime, xml, port, env, ...options);
  const files = readdirSync(started.folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((name) => /\.(?:md|php|m?js|json|py|go|mod|txt)$/.test(name) && !name.startsWith('node_modules'))
    .map((name) => readFileSync(join(started.folder, name), 'utf8'));
  expect(
    texts.filter((text) => text.includes(env['UPLOAD_PASSWORD'] ?? 'none') || text.includes(basic)),
  ).toEqual([]);

  const sent = await send(xml, photo, ...options);
  expect(sent, started.log()).toMatchObject({ success: true, exchange: { status: 200 } });
  const given = await fetch(sent.mediaUrl ?? '');
  expect(Buffer.from(await given.arrayBuffer()).equals(readFileSync(photo))).toBe(true);
  expect(given.headers.get('content-type')).toBe('image/jpeg');
  expect(given.headers.get('x-content-type-options')).toBe('nosniff');

  for (const name of hostileNames) {
    const hostile = await send(xml, clip, ...options, '--media-name', name);
    expect(hostile, `${JSON.stringify(name)} ${started.log()}`).toMatchObject({ success: true });
    expect(hostile.mediaUrl).toMatch(/\/media\/[0-9a-f]{32}\.mp4$/);
  }
  const count = hostileNames.length + 1;
  expect(started.stored().filter((name) => /^[0-9a-f]{32}\.(?:jpg|mp4)$/.test(name))).toHaveLength(count);

  const program = join(started.folder, 'evil.jpg');
  writeFileSync(program, '<?php echo 1;');
  expect(await send(xml, program, ...options)).toMatchObject({ success: false, exchange: { status: 415 } });
  const [wrong, right] = [`${env['UPLOAD_PASSWORD']}!`, env['UPLOAD_PASSWORD'] ?? ''];
  const other = xml
    .replaceAll(escapeXml(right), escapeXml(wrong))
    .replace(basic, Buffer.from(`555:${wrong}`).toString('base64'));
  expect(await send(other, photo, ...options)).toMatchObject({
    success: false,
    shown: refused.shown,
    exchange: { status: refused.status },
  });
  expect(started.stored()).toHaveLength(count);
  expect(started.log()).not.toContain(right);

  const ask = async (path: string, method = 'GET') =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { method })).status;
  const [name = ''] = started.stored();
  for (const path of [
    '/',
    '/media/',
    `/media/../media/${name}.php`,
    '/media/%2e%2e/README.md',
    '/README.md',
    '/nonce.key',
  ])
    expect([path, await ask(path)]).toEqual([path, 404]);
  expect(await ask(new URL(sent.mediaUrl ?? '').pathname, 'HEAD')).toBe(200);
});
