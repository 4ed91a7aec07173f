/**
 * Shares the event loop between what others make us parse and everybody else. A burst of one-byte chunks, or of
 * headers without end, would take a second in one turn; so all replies and all requests in chunks together
 * have a budget for each turn. It counts framing: bytes of heads, chunk sizes and trailers cost time, those of
 * a body next to none.
 */

/** Bytes of framing in one turn, some milliseconds of parsing. */
const budget = 8 * 1024;

let spent = 0;
let isScheduled = false;
const waiting: (() => void)[] = [];

/** Something was parsed. */
export function spend(framing: number): void {
  spent += framing;
  schedule();
}

export function hasBudget(): boolean {
  return spent < budget;
}

/** Calls back in a turn that has some budget left, each in the order of asking. */
export function whenBudget(step: () => void): void {
  waiting.push(step);
  schedule();
}

function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  setImmediate(() => {
    isScheduled = false;
    spent = 0;
    while (hasBudget()) {
      const step = waiting.shift();
      if (step === undefined) return;
      step();
    }
    schedule();
  });
}
