/** One parser reads one body, in a thread of its own with bounds: no body can hold up or end this process. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type ReadingOutcome, readingLimits, type ServerParserId } from '../../../demo/readings.ts';

/** Milliseconds. Eight mebibytes take a tenth of that on a busy machine. */
const longest = 8000;

/** Mebibytes; the body and its copies stand outside of the heap. */
const memory = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

export interface ReadingTask {
  readonly parser: ServerParserId;
  readonly body: Uint8Array;
  /** Its Content-Type; empty where there was none. */
  readonly type: string;
}

/** `options.script` and `options.longest` are for tests. */
export function readWith(
  task: ReadingTask,
  options: { readonly script?: URL; readonly longest?: number } = {},
): Promise<ReadingOutcome> {
  return new Promise((resolve) => {
    const worker = new Worker(options.script ?? script(), {
      workerData: { ...task, ...readingLimits },
      resourceLimits: memory,
      // What a parser prints is nobody's business; it sees no environment and no arguments.
      stdout: true,
      stderr: true,
      env: {},
      argv: [],
      execArgv: [],
    });
    const settle = (outcome: ReadingOutcome) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(outcome);
    };
    const timer = setTimeout(() => settle({ kind: 'stopped', why: 'time' }), options.longest ?? longest);
    worker.on('message', (outcome: ReadingOutcome) => settle(outcome));
    worker.on('error', (error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle({ kind: 'stopped', why: isMemory ? 'memory' : 'fault' });
    });
    worker.on('exit', () => settle({ kind: 'stopped', why: 'fault' }));
  });
}

/** Beside this file; of the program in chunks, where its build put it. */
function script(): URL {
  const places = ['./reading-worker.mjs', './reading-worker.js', '../reading-worker.js'];
  const found = places
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(fileURLToPath(url)));
  if (found === undefined) throw new Error('The program is incomplete: reading-worker.js is not there.');
  return found;
}
