/** What a check needs of its surroundings, in a worker of the page. */
import type { CheckIo } from '../../../server-check/check-io.ts';
import { blobOf, type CheckLocal, sendInCheck } from './check-sending.ts';
import { getByProxy } from './proxy-get.ts';
import { wait } from './proxy-patience.ts';

/** `own`: the session's own media; null where it can't be had. */
export function checkIo(own: Blob | null, sayWaiting: (text: string | null) => void): CheckIo<CheckLocal> {
  return {
    uploadIo: (made, bytesPerSecond) => ({
      send: (sent, report, signal) =>
        sendInCheck(
          sent,
          { media: made === null ? own : blobOf(made), bytesPerSecond, signal, say: sayWaiting },
          report,
        ),
      loadAnswer: async () => (await import('../../../core/request/answer-challenge.ts')).answerChallenge,
      randomNonce: () =>
        Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
          byte.toString(16).padStart(2, '0'),
        ).join(''),
      now: () => Date.now(),
    }),
    replyBody: async ({ collector }, most) => collector.body().subarray(0, most),
    get: (url, choices) => getByProxy(url, choices, sayWaiting),
    ownMedia: () => bytesOf(own),
    wait,
    now: () => Date.now(),
  };
}

async function* bytesOf(blob: Blob | null): AsyncGenerator<Uint8Array> {
  if (blob === null) return;
  const reader = blob.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
