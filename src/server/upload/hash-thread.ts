/**
 * SHA-256 in a thread of its own: at some 1.8 GB/s it would else take as long as reading and writing
 * together. What lies in the shared blocks is hashed where it lies. Both threads see one queue of what is
 * to be hashed, and how far it is done: messages would be made, sent and taken for every piece.
 */
import { Worker } from 'node:worker_threads';
import { type Hasher, type Hashes, hashHere } from './body-digest.ts';
import { region } from './shared-blocks.ts';

/**
 * Entries of the queue. There are never so many: a piece of a block makes three at most (what is before a
 * mark, the mark, the rest), an upload one more, and a block is lent anew only when its piece is hashed.
 */
const capacity = 1024;
/** Places of two counters, of entries written and of those done; the entries are behind. */
const [written, done, entries] = [0, 1, 2];
/** Id of the upload; offset in the region; length in bytes, or what else to do. */
const entryLength = 3;
const [mark, end] = [-1, -2];
/** Bytes of a hash. An entry that asks for one has it at its own place in `hashes`. */
const hashLength = 32;

const queue = new Int32Array(new SharedArrayBuffer(4 * (entries + capacity * entryLength)));
const hashes = Buffer.from(new SharedArrayBuffer(capacity * hashLength));

/** Text, because Node 20 starts no thread from TypeScript, and a built server is few files. */
const program = `
const { workerData } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { queue } = workerData;
const region = new Uint8Array(workerData.region);
const hashes = new Uint8Array(workerData.hashes);
const running = new Map();
function work(slot, id, from, length) {
  const hash = running.get(id) ?? createHash('sha256');
  running.set(id, hash);
  if (length >= 0) hash.update(region.subarray(from, from + length));
  else hashes.set((length === ${mark} ? hash.copy() : hash).digest(), slot * ${hashLength});
  if (length === ${end}) running.delete(id);
}
for (let at = Atomics.load(queue, ${done}); ; ) {
  if (at === Atomics.load(queue, ${written})) {
    Atomics.wait(queue, ${written}, at);
    continue;
  }
  const slot = (at >>> 0) % ${capacity};
  const place = ${entries} + slot * ${entryLength};
  work(slot, queue[place], queue[place + 1], queue[place + 2]);
  at = (at + 1) | 0;
  Atomics.store(queue, ${done}, at);
  Atomics.notify(queue, ${done});
}
`;

/** How an upload ends whose thread has died. */
const jobs = new Map<number, () => void>();
/** One for each entry that is not done, in their order. Called with the entry's place. */
const unfinished: ((slot: number) => void)[] = [];
/** Entries seen to be done. */
let seen = 0;
let isWatching = false;
let isRunning = false;
let lastId = 0;

const slotOf = (entry: number) => (entry >>> 0) % capacity;

function put(id: number, from: number, length: number, whenDone: (slot: number) => void): void {
  if (!isRunning) start();
  const at = Atomics.load(queue, written);
  queue.set([id, from, length], entries + slotOf(at) * entryLength);
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
  const first = seen;
  seen = now;
  for (const [index, whenDone] of finished.entries()) whenDone(slotOf(first + index));
}

function start(): void {
  isRunning = true;
  const workerData = { queue, region, hashes: hashes.buffer };
  const worker = new Worker(program, { eval: true, workerData, execArgv: [] });
  // A server that has closed need not wait for it. Node holds on to it anew when it has started.
  worker.unref();
  worker.once('online', () => worker.unref());
  worker.on('error', () => {});
  worker.on('exit', () => {
    isRunning = false;
    // Its uploads go on without a receipt, and the next thread begins behind what they had asked.
    for (const lose of jobs.values()) lose();
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
  const marks: string[] = [];
  let finish: (hashes: Hashes | null) => void = () => {};
  let result: Promise<Hashes | null> | undefined;
  const lose = () => {
    jobs.delete(id);
    finish(null);
  };
  /** False where nothing was asked: the thread died under this upload, or the queue is full. No hash will come. */
  const ask = (from: number, length: number, whenDone: (slot: number) => void): boolean => {
    if (result === undefined) {
      jobs.set(id, lose);
      result = new Promise((resolve) => {
        finish = resolve;
      });
    }
    if (unfinished.length >= capacity) lose();
    if (!jobs.has(id)) return false;
    put(id, from, length, whenDone);
    return true;
  };
  return {
    update: (bytes, whenDone) => {
      // One without bytes, too, is done when those before it are: they may be of one block.
      const isNeeded = bytes.length > 0 || result !== undefined;
      if (!isNeeded || !ask(bytes.byteOffset, bytes.length, whenDone)) whenDone();
    },
    mark: () => {
      ask(0, mark, (slot) => void marks.push(hashAt(slot)));
    },
    finish: () => {
      // Nothing was ever asked of the thread.
      if (result === undefined) return hashHere().finish();
      ask(0, end, (slot) => {
        jobs.delete(id);
        finish({ sha256: hashAt(slot), marks });
      });
      return result;
    },
  };
}

function hashAt(slot: number): string {
  return hashes.toString('hex', slot * hashLength, (slot + 1) * hashLength);
}
