import fc from 'fast-check';
import { xxhash64 } from 'hash-wasm';
import { expect, it, onTestFinished, vi } from 'vitest';
import { runningHash } from '../test/running-hashes.ts';

it('is that of all bytes so far, at any moment, however many streams take turns', async () => {
  const step = fc.record({ stream: fc.nat({ max: 2 }), bytes: fc.uint8Array({ maxLength: 200 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const streams = await Promise.all([runningHash(), runningHash(), runningHash()]);
      const taken = streams.map(() => new Uint8Array());
      for (const { stream, bytes } of steps) {
        streams[stream]?.update(bytes);
        taken[stream] = Uint8Array.of(...(taken[stream] ?? []), ...bytes);
        expect(streams[stream]?.digest()).toBe(await xxhash64(taken[stream] ?? ''));
      }
      for (const [index, stream] of streams.entries()) {
        expect(stream.digest()).toBe(await xxhash64(taken[index] ?? ''));
      }
    }),
  );
});

it('begins anew, whether or not another stream took a turn', async () => {
  const [one, other] = [await runningHash(), await runningHash()];
  const bytes = new TextEncoder().encode('some bytes');
  for (const between of [() => {}, () => other.update(bytes)]) {
    one.update(bytes);
    between();
    one.reset();
    one.update(bytes.subarray(5));
    expect(one.digest()).toBe(await xxhash64('bytes'));
    one.reset();
  }
  expect(other.digest()).toBe(await xxhash64('some bytes'));
});

it('is null without WebAssembly', async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('WebAssembly', undefined);
  vi.resetModules();
  const fresh = await import('./running-hash.ts');
  expect(await fresh.createRunningHash()).toBeNull();
});
