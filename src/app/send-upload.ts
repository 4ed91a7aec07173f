/**
 * The thin edge between the page and the proxy: one XMLHttpRequest per upload, because that
 * streams a file of any size from its reference and reports progress. All that it learns goes
 * out as actions of an exchange; it decides nothing.
 */
import { bodyStretches } from '../core/request/bytes.ts';
import { maxEnvelopeBytes, sendPath, tokenHeader, tokenPath } from '../wire/protocol.ts';
import { diskState, edgeState } from './chosen-file.ts';
import { envelopeLine } from './envelope.ts';
import type { ExchangeAction, FailureCode, Sent } from './exchange.ts';
import { watchFile } from './file-watch.ts';
import type { DiskState } from './fingerprint.ts';
import type { MediaBytes } from './media.ts';
import { createEventReader } from './ndjson.ts';
import type { Sending } from './upload.ts';

/**
 * Starts at once. `report` gets every step; the last one ends the exchange. Where it is cancelled, the
 * proxy closes its connection to the server.
 */
export function sendUpload(sent: Sent, media: MediaBytes, report: (action: ExchangeAction) => void): Sending {
  const abort = new AbortController();
  const fail = (code: FailureCode, detail: string) => report({ type: 'failed', code, detail });
  abort.signal.addEventListener('abort', () => fail('cancelled', ''));
  void prepare(sent, media, abort.signal).then((prepared) => {
    if (abort.signal.aborted) return;
    if (!prepared.ok) return fail(prepared.code, prepared.detail);
    report({ type: 'prepared', body: prepared.body, chosen: media.chosen });
    transfer(prepared, media, abort.signal, report);
  });
  return { cancel: () => abort.abort() };
}

type Prepared =
  | {
      readonly ok: true;
      readonly token: string;
      readonly line: Uint8Array<ArrayBuffer>;
      readonly body: Blob;
    }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string };

async function prepare(sent: Sent, { blob, chosen }: MediaBytes, signal: AbortSignal): Promise<Prepared> {
  const { plan } = sent;
  const line = envelopeLine(sent);
  if (line === null)
    return {
      ok: false,
      code: 'envelope-invalid',
      detail: `URL and headers are over ${maxEnvelopeBytes / 1024} KiB.`,
    };
  const stretches = bodyStretches(plan).map((stretch) => (stretch === 'media' ? blob : stretch));
  const body = new Blob(stretches);
  if (body.size !== plan.bodyLength) {
    return { ok: false, code: 'media-unreadable', detail: 'Its size is not the one of the preview.' };
  }
  const state = chosen && stretches.includes(blob) ? await diskState(chosen) : 'as-chosen';
  if (state !== 'as-chosen') return { ok: false, code: failureOf[state], detail: '' };
  try {
    // A fresh token for each upload: the server may have been started anew since the last one.
    const response = await fetch(tokenPath, { signal, cache: 'no-store' });
    if (!response.ok) return { ok: false, code: 'proxy-refused', detail: `${tokenPath}: ${response.status}` };
    const answer: unknown = await response.json();
    if (
      typeof answer === 'object' &&
      answer !== null &&
      'token' in answer &&
      typeof answer.token === 'string'
    ) {
      return { ok: true, token: answer.token, line, body };
    }
    return { ok: false, code: 'proxy-refused', detail: `${tokenPath} gave no token.` };
  } catch {
    return { ok: false, code: 'proxy-unreachable', detail: '' };
  }
}

const failureOf: Readonly<Record<Exclude<DiskState, 'as-chosen'>, FailureCode>> = {
  changed: 'media-changed',
  unreadable: 'media-unreadable',
};

function transfer(
  { token, line, body }: Extract<Prepared, { ok: true }>,
  { chosen }: MediaBytes,
  signal: AbortSignal,
  report: (action: ExchangeAction) => void,
): void {
  const request = new XMLHttpRequest();
  const reader = createEventReader();
  let read = 0;
  const readOn = () => {
    if (request.status !== 200) return;
    const text = request.responseText;
    const events = reader.push(text.slice(read));
    read = text.length;
    // From then on the file may be what it likes.
    if (events.some(({ type }) => type === 'body-sent')) endWatch();
    if (events.length > 0) report({ type: 'wire', events });
  };
  let nextRead = 0;
  request.open('POST', sendPath);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader(tokenHeader, token);
  request.upload.onprogress = ({ loaded }) => {
    report({ type: 'uploading', bytes: Math.max(0, loaded - line.length) });
  };
  request.onprogress = ({ loaded }) => {
    // Each look at responseText copies all of it: so look rarely once a reply is long.
    if (loaded < nextRead) return;
    nextRead = loaded < 2 ** 20 ? 0 : loaded * 1.25;
    readOn();
  };
  const fileChanged = () => report({ type: 'failed', code: 'media-changed-while-sent', detail: '' });
  const endWatch = watchFile(chosen, () => {
    fileChanged();
    request.abort();
  });
  request.onloadend = endWatch;
  request.onload = () => {
    readOn();
    if (request.status === 200) report({ type: 'closed' });
    else report({ type: 'failed', code: 'proxy-refused', detail: refusal(request) });
  };
  request.onerror = () => {
    readOn();
    // The browser says no more than "error"; whether it is the file's, the file itself tells.
    void (chosen ? edgeState(chosen) : Promise.resolve('as-chosen')).then((state) => {
      if (state === 'as-chosen') report({ type: 'failed', code: 'proxy-unreachable', detail: '' });
      else fileChanged();
    });
  };
  signal.addEventListener('abort', () => request.abort());
  request.send(new Blob([line, body]));
}

/** Our own server says why in words; what stands in front of it says what it likes. */
function refusal({ status, statusText, responseText }: XMLHttpRequest): string {
  const words = /^\{"code":"[a-z-]+","text":("(?:[^"\\]|\\.)*")\}$/.exec(responseText)?.[1];
  const text: unknown = words === undefined ? responseText.slice(0, 300) : JSON.parse(words);
  return `${status} ${statusText}: ${String(text)}`.trim();
}
