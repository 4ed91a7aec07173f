/** The worker that hashes a body: off the page's own thread, and loaded with the first receipt only. */
import { createBlockHash } from '../media/block-hashes.ts';
import { type CheckOrder, type CheckReport, checkBody } from './body-check.ts';
import { createStreamHash } from './stream-hash.ts';

const say = (report: CheckReport) => self.postMessage(report);

self.onmessage = async ({ data }: MessageEvent<CheckOrder>) => {
  const hashes = await Promise.all([createStreamHash(), createBlockHash()]).catch(() => null);
  if (hashes === null) return say({ type: 'unavailable' });
  const onProgress = (bytes: number) => say({ type: 'progress', bytes });
  say({ type: 'done', finding: await checkBody(data, ...hashes, onProgress) });
};
