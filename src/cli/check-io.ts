/** A check of a server as the command line does it: without a proxy. */
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerChallenge } from '../core/request/answer-challenge.ts';
import { createHostedPolicy } from '../server/policy/address-policy.ts';
import { type SendOptions, sendUpload } from '../server/upload/send-upload.ts';
import type { CheckIo, GetChoices, Got } from '../server-check/check-io.ts';
import { madePieces } from '../server-check/media/made-media.ts';
import { bytesOfBase64 } from '../upload/base64.ts';
import { envelopeOf } from '../upload/envelope.ts';
import { ReplyCollector } from '../upload/reply-collector.ts';
import { bodyBytes } from './input/body-bytes.ts';
import type { MediaFile } from './input/media-file.ts';

/** `options`: of every request that is sent. */
export function checkIo(own: MediaFile, options: Pick<SendOptions, 'lookup'> = {}): CheckIo<ReplyCollector> {
  return {
    uploadIo: (made, bytesPerSecond) => ({
      send: (sent, report, signal) => {
        const reply = new ReplyCollector();
        report({ type: 'prepared', local: reply });
        const body = bodyBytes(sent.plan, made === null ? own : { bytes: () => madePieces(made) });
        const pace = bytesPerSecond === null ? {} : { pace: bytesPerSecond };
        return sendUpload(envelopeOf({ ...sent, ...pace }), Readable.from(body), {
          ...options,
          signal,
          report: (event) => report({ type: 'events', events: reply.take([event]) }),
        });
      },
      loadAnswer: async () => answerChallenge,
      randomNonce: () => randomBytes(16).toString('hex'),
      now: () => Date.now(),
    }),
    replyBody: async (reply, most) => reply.body().subarray(0, most),
    get: (url, choices) => get(url, choices, options),
    ownMedia: () => own.bytes(),
    wait: (milliseconds, signal) =>
      sleep(Math.min(milliseconds, longestTimer), undefined, { signal }).catch(() => {}),
    now: () => Date.now(),
  };
}

/** A timer can't be longer. */
const longestTimer = 2 ** 31 - 1;

async function get(
  url: string,
  { signal, headers, seconds, publicOnly, acceptCertificate, take }: GetChoices,
  options: Pick<SendOptions, 'lookup'>,
): Promise<Got> {
  const enough = new AbortController();
  const stop = () => enough.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let reply: Got['reply'] = null;
  let failure: Got['failure'] = null;
  let isWanted = true;
  const accept = acceptCertificate === undefined ? {} : { acceptCertificate };
  const limits = { total: seconds };
  const envelope = { method: 'GET', url, headers, bodyLength: 0, limits, ...accept };
  await sendUpload(envelope, Readable.from([]), {
    ...options,
    ...(publicOnly && { policy: createHostedPolicy() }),
    signal: enough.signal,
    report: async (event) => {
      if (event.type === 'reply-head') reply = event;
      if (event.type === 'error' && isWanted) failure = { code: event.code, detail: event.detail };
      if (event.type !== 'reply-body' || !isWanted) return;
      isWanted = await take(bytesOfBase64(event.base64));
      if (!isWanted) stop();
    },
  });
  signal.removeEventListener('abort', stop);
  return { reply, failure };
}
