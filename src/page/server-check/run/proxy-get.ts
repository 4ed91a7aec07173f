/** GETs an address through the proxy: what a `media_url` leads to can't be asked for by a page of another origin. */
import type { CheckIo, Got } from '../../../server-check/check-io.ts';
import { bytesOfBase64 } from '../../../upload/base64.ts';
import { createEventReader } from '../../../upload/event-reader.ts';
import { type Envelope, type FailureCode, sendPath, tokenHeader } from '../../../upload/protocol.ts';
import { askToken } from '../../exchange/token.ts';
import { wait, waitAsked, waitWords } from './proxy-patience.ts';

export async function getByProxy(
  url: string,
  choices: Parameters<CheckIo['get']>[1],
  say: (text: string | null) => void,
): Promise<Got> {
  const { signal, headers, seconds, acceptCertificate } = choices;
  const envelope: Envelope = {
    ...{ method: 'GET', url, headers, bodyLength: 0 },
    limits: { total: seconds },
    ...(acceptCertificate !== undefined && { acceptCertificate }),
  };
  try {
    for (;;) {
      const asked = await askToken(signal);
      const response = asked.ok ? await post(asked.token, envelope, signal) : asked.response;
      if (asked.ok && response?.ok && response.body !== null) return await read(response.body, choices);
      const longer = waitAsked(response?.status ?? 0, response?.headers.get('Retry-After') ?? null);
      if (longer === null)
        return asked.ok ? failed('proxy-refused', `${response?.status}`) : failed(asked.code, asked.detail);
      say(waitWords(longer));
      await wait(longer, signal);
      say(null);
      if (signal.aborted) return failed('cancelled');
    }
  } catch {
    return failed(signal.aborted ? 'cancelled' : 'proxy-unreachable');
  }
}

function failed(code: FailureCode, detail = ''): Got {
  return { reply: null, failure: { code, detail } };
}

function post(token: string, envelope: Envelope, signal: AbortSignal): Promise<Response> {
  return fetch(sendPath, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', [tokenHeader]: token },
    body: `${JSON.stringify(envelope)}\n`,
    signal,
  });
}

async function read(body: ReadableStream<Uint8Array>, { take }: Parameters<CheckIo['get']>[1]): Promise<Got> {
  const events = createEventReader();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let reply: Got['reply'] = null;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { reply, failure: { code: 'proxy-unreachable', detail: '' } };
    for (const event of events.push(decoder.decode(value, { stream: true }))) {
      switch (event.type) {
        case 'reply-head': {
          const { httpVersion, status, statusText, headers } = event;
          reply = { httpVersion, status, statusText, headers };
          break;
        }
        case 'reply-body':
          if (await take(bytesOfBase64(event.base64))) break;
          await reader.cancel();
          return { reply, failure: null };
        case 'end':
          return { reply, failure: null };
        case 'error':
          return { reply, failure: { code: event.code, detail: event.detail } };
        default:
      }
    }
  }
}
