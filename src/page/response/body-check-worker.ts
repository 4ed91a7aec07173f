/** The worker that hashes a body: off the page's own thread, and loaded with the first receipt only. */
import { createRunningHash } from '../../upload/running-hash.ts';
import { type CheckOrder, type CheckReport, checkBody, sha256OfSent } from './body-check.ts';

const say = (report: CheckReport) => self.postMessage(report);

self.onmessage = async ({ data }: MessageEvent<CheckOrder>) => {
  const [hash, blockHash] = [await createRunningHash(), await createRunningHash()];
  if (hash === null || blockHash === null) return say({ type: 'unavailable' });
  const finding = await checkBody(data, hash, blockHash, (bytes) => say({ type: 'progress', bytes }));
  say({ type: 'done', finding });
  if (finding.kind !== 'compared' || finding.comparison.kind !== 'equal') return;
  hash.reset();
  say({ type: 'sha256', sha256: await sha256OfSent(data, hash) });
};
