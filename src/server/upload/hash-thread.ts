/**
 * SHA-256 in a thread of its own: at some 1.8 GB/s it would else take as long as reading and writing
 * together. What lies in the shared blocks is hashed where it lies. Both threads see one queue of what is
 * to be hashed, and how far it is done: a message for each piece would cost more than a small upload.
 */
import { Worker } from 'node:worker_threads';
import { type Hasher, type Hashes, hashHere } from './body-digest.ts';
import { region } from './shared-blocks.ts';

/**
 * Entries of the queue. There are never so many: a piece of a block makes three at most (what is before a
 * mark, the mark, the rest), an upload one more, and a block is lent anew only when its piece is hashed.
 */
const capacity = 1024;
/** Places of two counters, of entries written and of those done; the entries are behind them. */
const [written, done, entries] = [0, 1, 2];
/** Id of the upload; offset in the region; length in bytes, or what else to do. */
const entryLength = 3;
const [mark, end] = [-1, -2];

const queue = new Int32Array(new SharedArrayBuffer(4 * (entries + capacity * entryLength)));

/** Text, because Node 20 starts no thread from TypeScript, and a built server is few files. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { queue } = workerData;
const region = new Uint8Array(workerData.region);
const running = new Map();
function work(id, from, length) {
  let entry = running.get(id);
  if (entry === undefined) running.set(id, (entry = { hash: createHash('sha256'), marks: [] }));
  if (length === ${mark}) entry.marks.push(entry.hash.copy().digest('hex'));
  else if (length === ${end}) {
    running.delete(id);
    parentPort.postMessage({ id, hashes: { sha256: entry.hash.digest('hex'), marks: entry.marks } });
  } else entry.hash.update(region.subarray(from, from + length));
}
for (let at = Atomics.load(queue, ${done}); ; ) {
  Atomics.wait(queue, ${written}, at);
  while (at !== Atomics.load(queue, ${written})) {
    const place = ${entries} + ((at >>> 0) % ${capacity}) * ${entryLength};
    work(queue[place], queue[place + 1], queue[place + 2]);
    at = (at + 1) | 0;
    Atomics.store(queue, ${done}, at);
    Atomics.notify(queue, ${done});
  }
}
`;

interface Answer {
  readonly id: number;
  readonly hashes: Hashes;
}

/** What waits for the result of an upload. */
const jobs = new Map<number, (hashes: Hashes | null) => void>();
/** One for each entry that is not done, in their order. */
const unfinished: (() => void)[] = [];
/** Entries seen to be done. */
let seen = 0;
let isWatching = false;
let isRunning = false;
let lastId = 0;

function put(id: number, from: number, length: number, whenDone: () => void): void {
  if (!isRunning) start();
  const at = Atomics.load(queue, written);
  queue.set([id, from, length], entries + ((at >>> 0) % capacity) * entryLength);
  unfinished.push(whenDone);
  Atomics.store(queue, written, (at + 1) | 0);
  Atomics.notify(queue, written);
  watch();
}

/** Calls those whose entries are done, now and as long as there are others. */
function watch(): void {
  if (isWatching) return;
  while (unfinished.length > 0) {
    const { async: isLater, value } = Atomics.waitAsync(queue, done, seen);
    if (isLater) {
      isWatching = true;
      void value.then(() => {
        isWatching = false;
        settle();
        watch();
      });
      return;
    }
    settle();
  }
}

function settle(): void {
  const now = Atomics.load(queue, done);
  const finished = unfinished.splice(0, (now - seen) | 0);
  seen = now;
  for (const whenDone of finished) whenDone();
}

function start(): void {
  isRunning = true;
  const worker = new Worker(program, { eval: true, workerData: { queue, region }, execArgv: [] });
  // A server that has closed need not wait for it. Node holds on to it anew when it has started.
  worker.unref();
  worker.once('online', () => worker.unref());
  worker.on('message', ({ id, hashes }: Answer) => jobs.get(id)?.(hashes));
  worker.on('error', () => {});
  worker.on('exit', () => {
    isRunning = false;
    // Its uploads go on without a receipt, and the next thread begins behind what they had asked.
    for (const finish of jobs.values()) finish(null);
    Atomics.store(queue, done, Atomics.load(queue, written));
    Atomics.notify(queue, done);
  });
  // A program that is done need not wait for it; last, because listening counts as waiting.
  worker.unref();
}

/** Only for bytes in the shared blocks. `finish` gives null where the thread has died. */
export function hashInThread(): Hasher {
  lastId = (lastId + 1) | 0;
  const id = lastId;
  let result: Promise<Hashes | null> | undefined;
  /** False where the thread died under this upload, or the queue is full: there will be no hash. */
  const isAlive = () => {
    result ??= new Promise((resolve) => {
      jobs.set(id, (hashes) => {
        jobs.delete(id);
        resolve(hashes);
      });
    });
    if (unfinished.length >= capacity) jobs.get(id)?.(null);
    return jobs.has(id);
  };
  return {
    update: (bytes, whenDone) => {
      // One without bytes, too, is done when those before it are: they may be of one block.
      const isAsked = bytes.length > 0 || result !== undefined;
      if (isAsked && isAlive()) put(id, bytes.byteOffset, bytes.length, whenDone);
      else whenDone();
    },
    mark: () => {
      if (isAlive()) put(id, 0, mark, () => {});
    },
    finish: () => {
      // Nothing was ever asked of the thread.
      if (result === undefined) return hashHere().finish();
      if (isAlive()) put(id, 0, end, () => {});
      return result;
    },
  };
}
