/** The worker that hashes a body: off the page's own thread, and loaded with the first receipt only. */
import { compareBody } from '../wire/receipt-comparison.ts';
import { blocksOf, type CheckOrder, type CheckReport } from './body-check.ts';
import { createStreamHash } from './stream-hash.ts';

const say = (report: CheckReport) => self.postMessage(report);

self.onmessage = async ({ data }: MessageEvent<CheckOrder>) => {
  const { receipt, body } = data;
  const hash = await createStreamHash().catch(() => null);
  if (hash === null) return say({ type: 'unavailable' });
  try {
    const onProgress = (bytes: number) => say({ type: 'progress', bytes });
    const comparison = await compareBody(receipt, blocksOf(body), body.size, hash, onProgress);
    say({ type: 'done', comparison });
  } catch {
    // Reading is all that can fail here.
    say({ type: 'unreadable' });
  }
};
