/** Test support: what stands in front of several senders. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { packageRoot } from '../cli/package-root.ts';
import { type At, publicHost } from './hosted-client.ts';
import { temporaryFolder } from './hosted-processes.ts';

export const hasNginx = spawnSync('nginx', ['-v']).status === 0;
if (!hasNginx) console.warn('nginx is not installed here: only a plain balancer is tried.');

/** Starts a balancer in front of these ports; its address. */
export type StartBalancer = (ports: readonly number[]) => Promise<At>;

/** Connections in turn, past those who do not listen; with this the statelessness is shown everywhere. */
async function ownBalancer(ports: readonly number[]): Promise<At> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    return socket.on('error', () => {});
  };
  let turn = 0;
  const server = createServer({ allowHalfOpen: true }, (client) => {
    keep(client);
    const tryNext = (left: number) => {
      turn += 1;
      const port = ports[turn % ports.length] ?? 0;
      const upstream = keep(connect({ port, host: '127.0.0.1', allowHalfOpen: true }));
      upstream.once('error', () => (left > 0 ? tryNext(left - 1) : client.destroy()));
      upstream.once('connect', () => {
        client.pipe(upstream).pipe(client);
        client.once('close', () => upstream.destroy());
        upstream.once('close', () => client.destroy());
      });
    };
    tryNext(ports.length);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const socket = join(temporaryFolder(), 'balancer.sock');
  server.listen(socket);
  await once(server, 'listening');
  return socket;
}

/** nginx, with the configuration that the guide prints: only names, ports and certificates are others. */
export async function nginx(ports: readonly number[]): Promise<At> {
  const folder = temporaryFolder();
  const socket = join(folder, 'nginx.sock');
  const guide = readFileSync(join(packageRoot, 'docs', 'hosting.md'), 'utf8');
  const printed = /```nginx\n([^`]*)```/.exec(guide)?.[1] ?? '';
  const http = printed
    .replace('listen 443 ssl;', `listen unix:${socket};`)
    .replace(/^.*ssl_certificate.*\n/gm, '')
    .replace('server_name playground.example.com;', `server_name ${publicHost};`)
    .replace(
      /(?: +server 127\.0\.0\.1:\d+;\n)+/,
      ports.map((port) => `server 127.0.0.1:${port};\n`).join(''),
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
      'events {}',
      `http { access_log off; ${paths.join(' ')}\n${http} }`,
    ].join('\n'),
  );
  const child = spawn('nginx', ['-p', folder, '-c', file, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  await expect.poll(() => errors, { timeout: 10_000 }).toMatch(/start worker process \d|\[emerg\]/);
  expect(errors).not.toContain('[emerg]');
  return socket;
}

/** For `describe.each`. */
export const balancers: readonly (readonly [string, StartBalancer])[] = [
  ['a plain balancer', ownBalancer],
  ...(hasNginx ? ([['nginx, as the guide sets it up', nginx]] as const) : []),
];
