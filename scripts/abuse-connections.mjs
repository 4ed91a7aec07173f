/**
 * Ten thousand connections that say nothing, against a hosted playground of its own: uploads go on
 * meanwhile, the connections are closed in time, and no descriptor stays. Prints what it measured; ends
 * with 1 where something is wrong. `npm run abuse:connections [COUNT]`, after a build.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './lib/ensure-built.mjs';

const wanted = Number(process.argv[2] ?? 10_000);
const headSeconds = 20;
const origin = 'https://play.example.com';

const folder = mkdtempSync(join(tmpdir(), 'abuse-connections-'));
const config = join(folder, 'hosted.json');
writeFileSync(
  config,
  JSON.stringify({
    listen: { port: 0 },
    origins: [origin],
    token: { secrets: [randomBytes(32).toString('hex')] },
    targets: { allowNetworks: ['127.0.0.1'] },
    limits: { headSeconds, connections: wanted + 1000, uploadsPerMinute: 1000 },
  }),
);
const program = join(root, 'dist', 'server', 'main.js');
const server = spawn(process.execPath, [program, 'serve', '--hosted', '--config', config], {
  // Its log tells of every upload here.
  stdio: ['ignore', 'pipe', 'ignore'],
});
const target = createServer((incoming, outgoing) => {
  incoming.resume().on('end', () => outgoing.end('ok'));
}).listen(0, '127.0.0.1');

try {
  await once(target, 'listening');
  const [line] = await once(createInterface({ input: server.stdout }), 'line');
  await run(
    Number(new URL(line).port),
    /** @type {import('node:net').AddressInfo} */ (target.address()).port,
  );
} finally {
  server.kill('SIGTERM');
  target.close();
  rmSync(folder, { recursive: true, force: true });
}

/** @param {number} port @param {number} targetPort */
async function run(port, targetPort) {
  await upload(port, targetPort);
  const before = held();
  say('before', before, await upload(port, targetPort));

  const began = performance.now();
  const { open, refused, closed } = await openMany(port);
  console.log(`${open} connections after ${seconds(began)}, ${refused} not taken`);
  const times = [];
  for (let count = 0; count < 20; count += 1) times.push(await upload(port, targetPort));
  const during = held();
  say('while they are open', during, Math.max(...times));

  await closed;
  console.log(`all closed by the server after ${seconds(began)} (time for a head: ${headSeconds} s)`);
  const time = await upload(port, targetPort);
  const after = held();
  say('after', after, time);

  const leaked = after.descriptors - before.descriptors;
  const isFine = open === wanted && refused === 0 && leaked <= 5 && Math.max(...times) < 5000;
  console.log(isFine ? 'Fine.' : 'NOT fine.');
  process.exitCode = isFine ? 0 : 1;
}

/** Some hundred at a time: the queue of connections that were not accepted yet is short. @param {number} port */
async function openMany(port) {
  let open = 0;
  let refused = 0;
  /** @type {Promise<void>[]} */
  const ends = [];
  for (let left = wanted; left > 0; left -= 200) {
    const batch = Array.from({ length: Math.min(200, left) }, () => {
      const socket = connect(port, '127.0.0.1').resume();
      ends.push(new Promise((resolve) => socket.on('close', () => resolve())));
      return new Promise((resolve) => {
        socket.once('connect', () => {
          open += 1;
          resolve(undefined);
        });
        socket.once('error', () => {
          refused += 1;
          resolve(undefined);
        });
        socket.on('error', () => {});
      });
    });
    await Promise.all(batch);
  }
  return { open, refused, closed: Promise.all(ends) };
}

/** Milliseconds of an honest upload from token to end. @param {number} port @param {number} targetPort */
async function upload(port, targetPort) {
  const began = performance.now();
  const { token } = JSON.parse(await ask(port, 'GET', '/api/token', {}, ''));
  const envelope = {
    method: 'POST',
    url: `http://127.0.0.1:${targetPort}/`,
    headers: [
      ['Host', 'a'],
      ['Content-Length', '5'],
    ],
    bodyLength: 5,
  };
  const headers = { Origin: origin, 'Content-Type': 'application/octet-stream', 'X-Playground-Token': token };
  const events = await ask(port, 'POST', '/api/send', headers, `${JSON.stringify(envelope)}\nhello`);
  if (!events.includes('"type":"end"')) throw new Error(`The upload failed: ${events}`);
  return performance.now() - began;
}

/**
 * @param {number} port @param {string} method @param {string} path
 * @param {Record<string, string>} headers @param {string} body
 */
async function ask(port, method, path, headers, body) {
  const asking = request({
    port,
    host: '127.0.0.1',
    agent: false,
    method,
    path,
    headers: { ...headers, Host: new URL(origin).host, 'Content-Length': Buffer.byteLength(body) },
  });
  asking.end(body);
  const [response] = await once(asking, 'response');
  let text = '';
  for await (const piece of response) text += piece;
  return text;
}

/** What the server holds, where the system tells it. */
function held() {
  const of = `/proc/${server.pid}`;
  if (!existsSync(of)) return { descriptors: 0, mebibytes: 0 };
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`${of}/status`, 'utf8'))?.[1];
  return { descriptors: readdirSync(`${of}/fd`).length, mebibytes: Math.round(Number(resident) / 1024) };
}

/** @param {string} when @param {{ descriptors: number, mebibytes: number }} held @param {number} time */
function say(when, { descriptors, mebibytes }, time) {
  console.log(`${when}: ${descriptors} descriptors, ${mebibytes} MiB, an upload in ${Math.round(time)} ms`);
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
