/**
 * `npm run bench:proxy`: what an upload costs on its way through the playground, beside the direct way and
 * beside other proxies, in turns so that a slow minute hits all of them.
 *
 *   node scripts/bench-proxy.mjs [--large MIB] [--small-count N] [--at-once N] [--rounds N] [--only TEXT]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createXXHash64 } from 'hash-wasm';
import { findPeers } from './bench-proxy/peers.mjs';
import { ensureBuilt } from './lib/ensure-built.mjs';

/** @typedef {import('./bench-proxy/peers.mjs').Way} Way */
/** @typedef {{ title: string, bytes: number, count: number, atOnce: number, rounds: number }} Load */

const { values } = parseArgs({
  options: {
    large: { type: 'string', default: '1024' },
    'small-count': { type: 'string', default: '300' },
    'at-once': { type: 'string', default: '50' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
});
const mebibyte = 2 ** 20;
const rounds = Number(values.rounds);
const large = Number(values.large);
const small = Number(values['small-count']);
const atOnce = Number(values['at-once']);
/** @type {Load[]} */
const loads = [
  { title: `${large} MiB, one upload`, bytes: large * mebibyte, count: 1, atOnce: 1, rounds },
  { title: `1 MiB, ${small} uploads one after the other`, bytes: mebibyte, count: small, atOnce: 1, rounds },
  {
    title: `64 MiB, ${atOnce} uploads at once`,
    bytes: 64 * mebibyte,
    count: atOnce,
    atOnce,
    rounds: Math.ceil(rounds / 3),
  },
].filter(({ count, bytes }) => count * bytes > 0);

/** @type {Map<number, string>} */
const hashes = new Map();
const folder = mkdtempSync(join(tmpdir(), 'bench-proxy-'));
const program = (/** @type {string} */ name) =>
  fork(fileURLToPath(new URL(`bench-proxy/${name}.mjs`, import.meta.url)));
await ensureBuilt();
const sink = program('sink');
const [{ port: sinkPort }] = /** @type {[{ port: number }]} */ (await once(sink, 'message'));
let delivered = 0;
sink.on('message', (/** @type {{ bytes: number }} */ { bytes }) => {
  delivered += bytes;
});
const sender = program('sender');
try {
  const peers = findPeers(folder).filter(({ name }) => name === 'direct' || name.includes(values.only));
  console.log(
    `${cpus()[0]?.model}, ${cpus().length} cores; Node ${process.version}; medians of rounds in turns`,
  );
  for (const load of loads) await measure(load, peers);
} finally {
  sink.disconnect();
  sender.disconnect();
  rmSync(folder, { recursive: true });
}

async function measure(/** @type {Load} */ load, /** @type {ReturnType<typeof findPeers>} */ peers) {
  console.log(`\n${load.title}`);
  /** @type {{ way: Way, times: number[], seconds: number[] }[]} */
  const rows = [];
  try {
    for (const peer of peers) {
      if ('start' in peer) rows.push({ way: await peer.start(sinkPort), times: [], seconds: [] });
    }
    // So that every side runs compiled code, which takes a thousand small uploads.
    const isSmall = load.bytes <= mebibyte;
    const warmUp = {
      ...load,
      bytes: Math.min(load.bytes, 128 * mebibyte),
      count: isSmall ? 4 * load.count : Math.ceil(load.count / 10),
    };
    for (const { way } of rows) await run(way, warmUp);
    for (let round = 0; round < load.rounds; round += 1) {
      for (const { way, times, seconds } of rows) {
        const before = processorSeconds(way.pid);
        times.push(await run(way, load));
        seconds.push(processorSeconds(way.pid) - before);
      }
    }
    const base = median(rows[0]?.times ?? []);
    console.table(
      Object.fromEntries(
        rows.map(({ way, times, seconds }) => [
          way.name,
          {
            'ms an upload': round(median(times) / load.count),
            'times direct': round(median(times) / base),
            'its processor, ms an upload': way.pid ? round((median(seconds) / load.count) * 1000) : '',
            'resident at most, MiB': peakMemory(way.pid),
          },
        ]),
      ),
    );
    for (const peer of peers)
      if ('missing' in peer) console.log(`${peer.name}: not measured, ${peer.missing}`);
  } finally {
    for (const { way } of rows) await way.stop();
  }
}

/** Milliseconds; throws where not every byte arrived, or where ours did not tell of the right ones. */
async function run(/** @type {Way} */ way, /** @type {Load} */ { bytes, count, atOnce }) {
  delivered = 0;
  sender.send({ port: way.port, ...way.request(bytes), bytes, count, atOnce });
  const [result] = /** @type {[{ milliseconds: number, answer: string, failure?: string }]} */ (
    await once(sender, 'message')
  );
  if (result.failure) throw new Error(`${way.name}: ${result.failure}`);
  for (let look = 0; delivered < bytes * count && look < 100; look += 1) await new Promise(setImmediate);
  if (delivered !== bytes * count)
    throw new Error(`${way.name} delivered ${delivered} of ${bytes * count} bytes.`);
  if (!result.answer.startsWith('HTTP/1.1 200'))
    throw new Error(`${way.name} answered: ${result.answer.slice(0, 300)}`);
  const isOurs = result.answer.includes('"type":"head-sent"');
  if (isOurs && !result.answer.includes(`"${await hashOf(bytes)}"],"first"`))
    throw new Error('The receipt is of other bytes.');
  return result.milliseconds;
}

/** XXH64 of what the sender sends, as the last of the receipt's hashes. */
async function hashOf(/** @type {number} */ bytes) {
  let known = hashes.get(bytes);
  if (known === undefined) {
    const block = Buffer.alloc(mebibyte, 'media');
    const hash = await createXXHash64();
    for (let left = bytes; left > 0; left -= block.length) hash.update(block.subarray(0, left));
    known = hash.digest('hex');
    hashes.set(bytes, known);
  }
  return known;
}

/** Of user and system, in all threads of a process (Linux counts in hundredths). */
function processorSeconds(/** @type {number | undefined} */ pid) {
  if (pid === undefined || process.platform !== 'linux') return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function peakMemory(/** @type {number | undefined} */ pid) {
  if (pid === undefined || process.platform !== 'linux') return '';
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
}

function median(/** @type {readonly number[]} */ numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

function round(/** @type {number} */ number) {
  return Number(number.toPrecision(3));
}
