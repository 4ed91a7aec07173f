/**
 * The ways from the sender to the sink: none between, ours, and the peers. Peers are installed on demand
 * into a temporary folder and are no dependencies of the playground.
 */
import { execFileSync, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { root } from '../lib/ensure-built.mjs';

/**
 * @typedef {object} Way
 * @property {string} name
 * @property {number} port where the sender connects
 * @property {number | undefined} pid of the process between; none for the direct way
 * @property {(bytes: number) => { head: string, prologue: string }} request
 * @property {() => Promise<void>} stop
 *
 * @typedef {{ name: string, start: (sinkPort: number) => Promise<Way> } | { name: string, missing: string }} Peer
 */

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
const plain = () => ({
  head: `POST /u HTTP/1.1\r\nHost: sink\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n`,
  prologue: '',
});

/** @returns {Peer[]} */
export function findPeers(/** @type {string} */ folder) {
  return [
    direct(),
    ours(''),
    ours(', reads not reused', { PLAYGROUND_REUSED_READS: 'off' }),
    ...npmPeers(folder),
    ...nginxPeers(folder),
  ];
}

/** @returns {Peer} */
function direct() {
  return {
    name: 'direct',
    start: async (sinkPort) => ({
      name: 'direct',
      port: sinkPort,
      pid: undefined,
      request: plain,
      stop: async () => {},
    }),
  };
}

/** @returns {Peer} */
function ours(/** @type {string} */ suffix, /** @type {Record<string, string>} */ environment = {}) {
  const name = `ours (/api/send)${suffix}`;
  return {
    name,
    start: async (sinkPort) => {
      const program = join(root, 'dist', 'server', 'main.js');
      const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...environment },
      });
      const [address] = await once(createInterface({ input: child.stdout }), 'line');
      const { port, origin } = new URL(String(address));
      const { token } = await (await fetch(`${origin}/api/token`)).json();
      const head = `POST /api/send HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nX-Playground-Token: ${token}\r\nContent-Type: application/octet-stream\r\nContent-Length: {length}\r\n\r\n`;
      const request = (/** @type {number} */ bytes) => {
        const headers = [
          ['Host', 'sink'],
          ['Connection', 'close'],
          ['Content-Length', String(bytes)],
        ];
        const url = `http://127.0.0.1:${sinkPort}/u`;
        return { head, prologue: `${JSON.stringify({ method: 'POST', url, headers, bodyLength: bytes })}\n` };
      };
      return { name, port: Number(port), pid: child.pid, request, stop: () => end(child) };
    },
  };
}

/** @returns {Peer[]} */
function npmPeers(/** @type {string} */ folder) {
  const packages = ['http-proxy', 'http-proxy-3'];
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  try {
    const arguments_ = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages];
    execFileSync('npm', arguments_, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch {
    return packages.map((name) => ({ name, missing: 'npm could not install it' }));
  }
  const kinds = packages.flatMap((name) => [
    { name, from: name, more: [] },
    // None of the peers looks at a body, and ours hashes it: these do, too.
    { name: `${name}, and SHA-256`, from: name, more: ['--hash'] },
  ]);
  return kinds.map(({ name, from, more }) => ({
    name,
    start: async (sinkPort) => {
      const arguments_ = [join(folder, 'node_modules', from), String(sinkPort), ...more];
      const child = fork(here('npm-proxy.mjs'), arguments_);
      const [{ port }] = /** @type {[{ port: number }]} */ (await once(child, 'message'));
      return { name, port, pid: child.pid, request: plain, stop: () => end(child) };
    },
  }));
}

/** @returns {Peer[]} */
function nginxPeers(/** @type {string} */ folder) {
  const program = findNginx();
  const kinds = [
    { name: 'nginx, request buffering off', more: '' },
    { name: 'nginx, off, 64k body buffer', more: 'client_body_buffer_size 64k;' },
  ];
  if (program === null) return kinds.map(({ name }) => ({ name, missing: 'there is no nginx' }));
  return kinds.map(({ name, more }) => ({
    name,
    start: async (sinkPort) => {
      const port = await freePort();
      const place = join(folder, `nginx-${port}`);
      mkdirSync(place);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((kind) => `${kind}_temp_path ${place}/${kind};`)
        .join(' ');
      writeFileSync(
        join(place, 'nginx.conf'),
        `daemon off; master_process off; pid ${place}/pid; error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off; client_max_body_size 0; ${temporary}
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://127.0.0.1:${sinkPort}; proxy_http_version 1.1; proxy_request_buffering off; ${more} }
  }
}`,
      );
      const child = spawn(program, ['-p', place, '-c', join(place, 'nginx.conf')], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await answers(port);
      return { name, port, pid: child.pid, request: plain, stop: () => end(child) };
    },
  }));
}

function findNginx() {
  const found = () =>
    ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(
      (path) => spawnSync(path, ['-v']).status === 0,
    ) ?? null;
  const isDebian = process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (found() === null && isDebian) {
    console.error('Installing nginx with apt-get …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const arguments_ of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'nginx-light'],
    ]) {
      spawnSync('apt-get', arguments_, { stdio: 'ignore', env });
    }
  }
  return found();
}

async function end(/** @type {import('node:child_process').ChildProcess} */ child) {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves once somebody listens. */
async function answers(/** @type {number} */ port) {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise((resolve) =>
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false)),
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nginx did not start.');
}
