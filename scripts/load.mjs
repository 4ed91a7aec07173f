/**
 * `npm run load`: many users of a hosted playground, each with a page, a token and one upload through the proxy to a
 * media server on loopback. Held: so many users over so many minutes, on lines of usual speeds, every byte compared.
 * `--saturate SECONDS`: as many as it carries, one after the other at `--at-once` places, without lines.
 * Prints what it measured; ends with 1 where an upload was lost.
 *
 *   npm run load -- [--users 2000] [--minutes 10] [--saturate SECONDS] [--at-once 32]
 *                   [--processes 1] [--nginx] [--redis]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { figures, randomOf } from './load/figures.mjs';
import { origin, startPlayground } from './load/playground.mjs';
import { visit } from './load/user.mjs';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '10' },
    saturate: { type: 'string' },
    'at-once': { type: 'string', default: '32' },
    processes: { type: 'string', default: '1' },
    nginx: { type: 'boolean', default: false },
    redis: { type: 'boolean', default: false },
  },
});
const seconds = values.saturate === undefined ? Number(values.minutes) * 60 : Number(values.saturate);
const isSaturated = values.saturate !== undefined;
const mebibyte = 2 ** 20;
const megabit = 1e6 / 8;

/** Mostly photos, some clips: 0.2 to 4 MiB (70 %), 4 to 16 (25 %), 16 to 48 (5 %); 4.7 on average. */
const sizes = /** @type {const} */ ([
  [0.7, 0.2, 4],
  [0.95, 4, 16],
  [1, 16, 48],
]);
/** Of what users send with: phones on the road up to fibre. */
const lines = [2, 5, 10, 20, 50, 100].map((each) => each * megabit);
const random = randomOf(2026);
const block = Buffer.alloc(48 * mebibyte);
for (let at = 0; at < block.length; at += 4) block.writeUInt32LE((random() * 2 ** 32) >>> 0, at);

function bytesOfOne() {
  const draw = random();
  const [, least, most] = sizes.find(([share]) => draw <= share) ?? [1, 0.2, 4];
  return Math.round((least + random() * (most - least)) * mebibyte);
}

await ensureBuilt();
const target = fork(
  fileURLToPath(new URL('load/target.mjs', import.meta.url)),
  isSaturated ? ['--count'] : [],
);
const [{ port: targetPort }] = /** @type {[{ port: number }]} */ (await once(target, 'message'));
const playground = await startPlayground({
  processes: Number(values.processes),
  nginx: values.nginx || Number(values.processes) > 1,
  redis: values.redis,
  atOnce: 1000,
});

/** @type {import('./load/user.mjs').Times[]} */
const served = [];
/** @type {string[]} */
const lost = [];
let begun = 0;
let running = 0;
let mostRunning = 0;
async function next() {
  begun += 1;
  running += 1;
  mostRunning = Math.max(mostRunning, running);
  try {
    const bytesPerSecond = isSaturated ? null : (lines[Math.floor(random() * lines.length)] ?? null);
    const user = { number: begun, bytes: bytesOfOne(), bytesPerSecond, block };
    served.push(await visit({ ...user, port: playground.port, targetPort, origin, verifies: !isSaturated }));
  } catch (error) {
    lost.push(error instanceof Error ? error.message : String(error));
  }
  running -= 1;
}

/** As many as are told to, spread evenly. @param {number} count */
async function held(count) {
  /** @type {Promise<void>[]} */
  const all = [];
  const began = performance.now();
  for (let index = 0; index < count; index += 1) {
    const due = began + (index * seconds * 1000) / count;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    all.push(next());
  }
  await Promise.all(all);
}

async function saturated() {
  const end = performance.now() + seconds * 1000;
  const place = async () => {
    while (performance.now() < end) await next();
  };
  await Promise.all(Array.from({ length: Number(values['at-once']) }, place));
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await playground.stop();
    process.exit(1);
  });
}
try {
  /** @type {import('./load/playground.mjs').Sample[][]} */
  const samples = [await playground.samples()];
  const began = performance.now();
  const timer = setInterval(async () => {
    samples.push(await playground.samples());
  }, 5000);
  await (isSaturated ? saturated() : held(Number(values.users)));
  clearInterval(timer);
  const elapsed = (performance.now() - began) / 1000;
  samples.push(await playground.samples());
  const setup = [
    `${values.processes} process(es)`,
    values.nginx || Number(values.processes) > 1 ? 'nginx' : '',
    values.redis ? 'Redis' : '',
    `${cpus().length} cores, load of the machine ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}`,
  ];
  console.log(setup.filter((each) => each !== '').join(', '));
  console.log(figures({ served, lost, atOnce: mostRunning, elapsed, samples }));
  process.exitCode = lost.length === 0 && served.length > 0 ? 0 : 1;
} finally {
  await playground.stop();
  target.disconnect();
}
