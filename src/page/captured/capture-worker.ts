/** A worker for it: a HAR of 100 MB, or a command that is meant to take long, must not freeze the page. */
import { answerOrder } from './answer-order.ts';
import type { CaptureOrder, CaptureReport } from './capture-messages.ts';
import { type ReadSource, readSource } from './read-source.ts';

let last: { readonly number: number; readonly entry: number | null; readonly read: ReadSource } | null = null;
let turn: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<CaptureOrder>) => {
  turn = turn.then(async () => self.postMessage(await answer(data)));
};

async function answer({ id, source, entry, task }: CaptureOrder): Promise<CaptureReport> {
  try {
    if (last?.number !== source.number || last.entry !== entry)
      last = { number: source.number, entry, read: await readSource(source.blob, entry) };
    return { id, answer: answerOrder(last.read, task) };
  } catch {
    // A file that was moved, or no memory: the page says so.
    last = null;
    return { id, answer: null };
  }
}
