/**
 * Shares the event loop between uploads that are parsed and hashed, and everybody else. 200 of them at once, or one of
 * very many small parts, would take seconds of one turn; so all together have a budget of time for each turn.
 */

/** Milliseconds of one turn, for all uploads together. */
const budget = 10;
/** Bytes that are worked on at once, by how long the last ones took. */
const [smallest, largest] = [1024, 64 * 1024];

let spent = 0;
let isScheduled = false;
const waiting: (() => void)[] = [];

function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  setImmediate(() => {
    isScheduled = false;
    spent = 0;
    // What it does is done when the next one is asked for: promises are settled in between.
    const next = () => {
      if (spent < budget) waiting.shift()?.();
      if (waiting.length === 0) return;
      if (spent < budget) queueMicrotask(next);
      else schedule();
    };
    next();
  });
}

/** Resolves in a turn that has time left. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    schedule();
  });
}

/** `work` is called with the bytes of one chunk after the other, piece by piece, in their order. */
export function pacedWork(work: (piece: Buffer) => Promise<void>): (chunk: Buffer) => Promise<void> {
  let size = largest;
  return async (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (spent >= budget) await turn();
      const piece = chunk.subarray(at, at + size);
      at += piece.length;
      const began = performance.now();
      const done = work(piece);
      const took = performance.now() - began;
      spent += took;
      schedule();
      if (took > budget / 2) size = Math.max(smallest, size / 2);
      else if (took < budget / 8) size = Math.min(largest, size * 2);
      await done;
    }
  };
}
