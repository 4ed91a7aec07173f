/**
 * The file that a person chose, and whether it is still that one on disk. A small one is held: what is
 * shown and what is sent are the same bytes, whatever happens to the file. Of a large one the edges are
 * kept, and the hashes of all of it as soon as a worker has taken them.
 */
import { compareBytes } from '../../upload/receipt-comparison.ts';
import { compareEdges, type DiskState, type Edges, type Fingerprint, readEdges } from './fingerprint.ts';
import type { FingerprintOrder, FingerprintReport } from './fingerprint-worker.ts';

/** Photos and short clips, as a rule; at most two are in memory: the chosen one and the one sent last. */
export const heldBytes = 32 * 1024 * 1024;

interface AnyFile {
  readonly file: File;
  /** The bytes to show and to send. */
  readonly toSend: Blob;
}

export type ChosenFile =
  | (AnyFile & { readonly kind: 'held'; readonly bytes: Uint8Array<ArrayBuffer> })
  | (AnyFile & {
      readonly kind: 'by-reference';
      readonly edges: Edges;
      readonly fingerprint: Promise<Fingerprint>;
    });

/** Asks the worker; `unavailable` where there is none. */
export type AskWorker = (order: FingerprintOrder) => Promise<FingerprintReport>;

/** Rejects where it can't be read. */
export async function chooseFile(file: File, ask: AskWorker = askWorker): Promise<ChosenFile> {
  // Of a file that has grown Firefox reads more than its size, and sends more than it announced; of a
  // slice, never.
  const bounded = file.slice(0, file.size, file.type);
  if (file.size <= heldBytes) {
    const bytes = new Uint8Array(await bounded.arrayBuffer());
    return { kind: 'held', file, toSend: new Blob([bytes], { type: file.type }), bytes };
  }
  const edges = await readEdges(file);
  const fingerprint = takeFingerprint(file, edges, ask);
  return { kind: 'by-reference', file, toSend: bounded, edges, fingerprint };
}

/**
 * What is on disk at this moment, as far as a moment tells: a held file is compared as a whole, of a
 * large one the edges and, where its hashes are there, blocks spread over it.
 */
export async function diskState(chosen: ChosenFile, ask: AskWorker = askWorker): Promise<DiskState> {
  if (chosen.kind === 'held') return compareWhole(chosen.file, chosen.bytes);
  const state = await edgeState(chosen);
  // Sending does not wait for the hashes.
  const fingerprint = await Promise.race([chosen.fingerprint, null]);
  if (state !== 'as-chosen' || fingerprint === null) return state;
  switch (fingerprint.kind) {
    case 'taken': {
      const report = await ask({ type: 'compare', file: chosen.file, blocks: fingerprint.blocks });
      return report.kind === 'compared' ? report.state : state;
    }
    case 'changed':
    case 'unreadable':
      return fingerprint.kind;
    case 'unavailable':
      return state;
  }
}

/** Cheap, for now and then; what is held can't have changed. */
export async function edgeState(chosen: ChosenFile): Promise<DiskState> {
  return chosen.kind === 'held' ? 'as-chosen' : compareEdges(chosen.file, chosen.edges);
}

/** By its stream: that alone shows in Firefox that a file has grown. */
async function compareWhole(file: Blob, bytes: Uint8Array): Promise<DiskState> {
  let at = 0;
  try {
    const reader = file.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = bytes.subarray(at, at + value.length);
      at += value.length;
      if (compareBytes(part, value).kind === 'equal') continue;
      await reader.cancel();
      return 'changed';
    }
  } catch {
    return 'unreadable';
  }
  return at === bytes.length ? 'as-chosen' : 'changed';
}

async function takeFingerprint(file: File, edges: Edges, ask: AskWorker): Promise<Fingerprint> {
  const report = await ask({ type: 'take', file, edges });
  return report.kind === 'compared' ? { kind: 'unavailable' } : report;
}

function askWorker(order: FingerprintOrder): Promise<FingerprintReport> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./fingerprint-worker.ts', import.meta.url), {
      type: 'module',
      name: 'fingerprint',
    });
    const end = (report: FingerprintReport) => {
      worker.terminate();
      resolve(report);
    };
    worker.onmessage = ({ data }: MessageEvent<FingerprintReport>) => end(data);
    worker.onerror = () => end({ kind: 'unavailable' });
    worker.postMessage(order);
  });
}
