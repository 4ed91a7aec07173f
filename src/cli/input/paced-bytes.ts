/** Bytes no faster than so many a second, in small pieces, as a phone on a bad line sends them. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds from one piece to the next. */
const beat = 100;

export async function* pacedBytes(
  bytes: AsyncIterable<Uint8Array>,
  bytesPerSecond: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const each = Math.max(1, Math.round((bytesPerSecond * beat) / 1000));
  const began = performance.now();
  let sent = 0;
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += each) {
      const piece = chunk.subarray(at, at + each);
      const due = began + (sent / bytesPerSecond) * 1000;
      await sleep(Math.max(0, due - performance.now()), undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      yield piece;
      sent += piece.length;
    }
  }
}
