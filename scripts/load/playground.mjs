/** A hosted playground as docs/hosting.md sets it up: processes, nginx in front, Redis beside, on this machine. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../lib/ensure-built.mjs';

export const origin = 'https://playground.example.com';

/**
 * @typedef {{ name: string, memory: number, processor: number }} Sample Bytes that are resident, seconds of processor time.
 * @typedef {Awaited<ReturnType<typeof startPlayground>>} Playground
 */

/** @param {{ processes: number, nginx: boolean, redis: boolean, atOnce: number }} options */
export async function startPlayground({ processes, nginx, redis, atOnce }) {
  const folder = mkdtempSync(join(tmpdir(), 'load-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const keep = (/** @type {import('node:child_process').ChildProcess} */ child) => {
    children.push(child);
    return child;
  };
  const stop = async () => {
    for (const child of children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const redisPort = redis ? await startRedis(folder, keep) : null;
    const config = join(folder, 'hosted.json');
    writeFileSync(config, JSON.stringify(configuration(nginx, redisPort, atOnce)));
    const started = await Promise.all(Array.from({ length: processes }, () => startProcess(config, keep)));
    const ports = started.map(({ port }) => port);
    const balancer = nginx ? await startNginx(folder, ports, keep) : null;
    const samples = async () => [
      ...(await Promise.all(started.map(({ operations }) => sampleOf(operations)))),
      ...(balancer === null ? [] : [sampleOfChild('nginx', balancer.pid)]),
    ];
    return { port: balancer?.port ?? ports[0] ?? 0, stop, samples };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {boolean} nginx @param {number | null} redisPort @param {number} atOnce */
function configuration(nginx, redisPort, atOnce) {
  return {
    listen: { port: 0 },
    operations: { port: 0 },
    origins: [origin],
    trustedProxies: nginx ? 1 : 0,
    token: { secrets: [randomBytes(32).toString('hex')] },
    targets: { allowNetworks: ['127.0.0.1'] },
    limits: {
      uploadsAtOnce: atOnce,
      ...(redisPort !== null && { redis: `redis://127.0.0.1:${redisPort}` }),
    },
  };
}

/** @param {string} config @param {(child: import('node:child_process').ChildProcess) => unknown} keep */
async function startProcess(config, keep) {
  const program = join(root, 'dist', 'server', 'main.js');
  const args = [program, 'serve', '--hosted', '--config', config];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  keep(child);
  const lines = createInterface({ input: child.stderr });
  const told = new Promise((resolve) => {
    // The rest is the log, which is read and dropped.
    lines.on('line', (line) => {
      const port = /Health and metrics are at [^,]*, port (\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
  const [address] = await once(createInterface({ input: child.stdout }), 'line');
  return { port: Number(new URL(address).port), operations: /** @type {number} */ (await told) };
}

/** @param {number} port @returns {Promise<Sample>} */
async function sampleOf(port) {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const value = (/** @type {string} */ name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    name: 'process',
    memory: value('process_resident_memory_bytes'),
    processor: value('process_cpu_seconds_total'),
  };
}

/** Of its first child, by Linux's own files. @param {string} name @param {number} pid @returns {Sample} */
function sampleOfChild(name, pid) {
  if (process.platform !== 'linux') return { name, memory: Number.NaN, processor: Number.NaN };
  const [child = ''] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  const fields = readFileSync(`/proc/${child}/stat`, 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  return {
    name,
    memory: Number(fields[21]) * 4096,
    processor: (Number(fields[11]) + Number(fields[12])) / 100,
  };
}

/** @param {string} folder @param {(child: import('node:child_process').ChildProcess) => unknown} keep */
async function startRedis(folder, keep) {
  const port = await freePort();
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  keep(child);
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('Ready to accept connections')) break;
  }
  child.stdout.resume();
  return port;
}

/** The guide's own configuration; only name, port and TLS are others. */
async function startNginx(
  /** @type {string} */ folder,
  /** @type {readonly number[]} */ ports,
  /** @type {(child: import('node:child_process').ChildProcess) => unknown} */ keep,
) {
  const port = await freePort();
  const guide = readFileSync(join(root, 'docs', 'hosting.md'), 'utf8');
  const http = (/```nginx\n([^`]*)```/.exec(guide)?.[1] ?? '')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^.*ssl_certificate.*\n/gm, '')
    .replace(
      /(?: +server 127\.0\.0\.1:\d+;\n)+/,
      ports.map((each) => `server 127.0.0.1:${each};\n`).join(''),
    );
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    [
      'daemon off;',
      `pid ${join(folder, 'nginx.pid')};`,
      'error_log stderr notice;',
      'events { worker_connections 4096; }',
      `http { access_log off; ${paths.join(' ')}\n${http} }`,
    ].join('\n'),
  );
  const child = spawn('nginx', ['-p', folder, '-c', file, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  keep(child);
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes('[emerg]')) throw new Error(line);
    if (/start worker process \d/.test(line)) break;
  }
  child.stderr.resume();
  return { port, pid: child.pid ?? 0 };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
