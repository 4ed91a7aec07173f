/** For tests: a running hash, and those of a receipt, each computed by itself. */
import { xxhash64 } from 'hash-wasm';
import { receiptBlock } from '../upload/protocol.ts';
import { createRunningHash, type RunningHash } from '../upload/running-hash.ts';

export async function runningHash(): Promise<RunningHash> {
  const hash = await createRunningHash();
  if (hash === null) throw new Error('There is no WebAssembly.');
  return hash;
}

export function runningHashesOf(body: Uint8Array): Promise<readonly string[]> {
  const count = Math.ceil(body.length / receiptBlock);
  return Promise.all(
    Array.from({ length: count }, (_, index) => xxhash64(body.subarray(0, (index + 1) * receiptBlock))),
  );
}
