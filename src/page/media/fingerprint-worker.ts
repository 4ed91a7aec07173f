/** The worker that hashes a chosen file, and compares it with its hashes before it is sent. */
import { createRunningHash } from '../../upload/running-hash.ts';
import {
  compareBlocks,
  type DiskState,
  type Edges,
  type Fingerprint,
  takeFingerprint,
} from './fingerprint.ts';

export type FingerprintOrder =
  | { readonly type: 'take'; readonly file: Blob; readonly edges: Edges }
  | { readonly type: 'compare'; readonly file: Blob; readonly blocks: readonly string[] };

export type FingerprintReport = Fingerprint | { readonly kind: 'compared'; readonly state: DiskState };

self.onmessage = async ({ data }: MessageEvent<FingerprintOrder>) => {
  const say = (report: FingerprintReport) => self.postMessage(report);
  const hash = await createRunningHash();
  if (hash === null) return say({ kind: 'unavailable' });
  if (data.type === 'take') return say(await takeFingerprint(data.file, data.edges, hash));
  say({ kind: 'compared', state: await compareBlocks(data.file, data.blocks, hash) });
};
