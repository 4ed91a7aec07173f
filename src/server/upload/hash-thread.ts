/**
 * SHA-256 in a thread of its own: at some 1.8 GB/s it would else take as long as reading and writing
 * together. What lies in the shared blocks is hashed where it lies.
 */
import { Worker } from 'node:worker_threads';
import type { Hasher, Hashes } from './body-digest.ts';
import { region } from './shared-blocks.ts';

type Message = { readonly id: number } & (
  | { readonly from: number; readonly to: number }
  | { readonly bytes: Uint8Array }
  | { readonly mark: true }
  | { readonly end: true }
);

/** Text, because Node 20 starts no thread from TypeScript, and a built server is few files. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const region = new Uint8Array(workerData);
const running = new Map();
function answer(message) {
  const { id } = message;
  let entry = running.get(id);
  if (entry === undefined) running.set(id, (entry = { hash: createHash('sha256'), marks: [] }));
  if (message.mark) {
    entry.marks.push(entry.hash.copy().digest('hex'));
    return null;
  }
  if (message.end) {
    running.delete(id);
    return { id, hashes: { sha256: entry.hash.digest('hex'), marks: entry.marks } };
  }
  entry.hash.update(message.bytes ?? region.subarray(message.from, message.to));
  return { id };
}
parentPort.on('message', (messages) => {
  parentPort.postMessage(messages.map(answer).filter((reply) => reply !== null));
});
`;

interface Answer {
  readonly id: number;
  /** At the end; else a piece was hashed. */
  readonly hashes?: Hashes;
}

interface Job {
  /** Of pieces that are not hashed yet, in their order. */
  readonly waiting: (() => void)[];
  readonly finish: (hashes: Hashes | null) => void;
  readonly result: Promise<Hashes | null>;
}

const jobs = new Map<number, Job>();
let thread: Worker | undefined;
let lastId = 0;

const outbox: Message[] = [];
/** To wake a thread costs as much as to hash a little; to wait for more leaves it idle. */
const together = 2;

function send(message: Message): void {
  outbox.push(message);
  if (outbox.length >= together) flush();
  else setImmediate(flush);
}

function flush(): void {
  if (outbox.length === 0) return;
  thread ??= start();
  thread.postMessage(outbox.splice(0));
}

function start(): Worker {
  const worker = new Worker(program, { eval: true, workerData: region, execArgv: [] });
  // A server that has closed need not wait for it. Node holds on to it anew when it has started.
  worker.unref();
  worker.once('online', () => worker.unref());
  worker.on('message', (answers: readonly Answer[]) => {
    for (const { id, hashes } of answers) {
      const job = jobs.get(id);
      if (hashes === undefined) job?.waiting.shift()?.();
      else job?.finish(hashes);
    }
  });
  worker.on('error', () => {});
  worker.on('exit', () => {
    thread = undefined;
    // Its uploads go on without a receipt.
    for (const { waiting, finish } of jobs.values()) {
      for (const done of waiting.splice(0)) done();
      finish(null);
    }
  });
  // A program that is done need not wait for it; last, because listening counts as waiting.
  worker.unref();
  return worker;
}

/** `finish` gives null where the thread has died. */
export function hashInThread(): Hasher {
  lastId += 1;
  const id = lastId;
  let job: Job | undefined;
  const begin = (): Job => {
    let finish: (hashes: Hashes | null) => void = () => {};
    const result = new Promise<Hashes | null>((resolve) => {
      finish = (hashes) => {
        jobs.delete(id);
        resolve(hashes);
      };
    });
    const begun = { waiting: [], finish, result };
    jobs.set(id, begun);
    return begun;
  };
  const isLost = () => job !== undefined && !jobs.has(id);
  return {
    update: (bytes, done) => {
      if (isLost()) {
        done();
        return;
      }
      job ??= begin();
      job.waiting.push(done);
      if (bytes.buffer === region) send({ id, from: bytes.byteOffset, to: bytes.byteOffset + bytes.length });
      // A copy of its own: what is passed on is the whole memory behind a view.
      else send({ id, bytes: new Uint8Array(bytes) });
    },
    mark: () => {
      if (!isLost()) send({ id, mark: true });
    },
    finish: () => {
      job ??= begin();
      if (!isLost()) send({ id, end: true });
      return job.result;
    },
  };
}
