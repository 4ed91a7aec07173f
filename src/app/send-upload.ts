/**
 * The thin edge between the page and the proxy: one XMLHttpRequest per upload, because that
 * streams a file of any size from its reference and reports progress. All that it learns goes
 * out as actions of an exchange; it decides nothing.
 */
import { bodyStretches } from '../core/request/bytes.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { sendPath, tokenHeader, tokenPath } from '../wire/protocol.ts';
import { envelopeLine } from './envelope.ts';
import type { ExchangeAction, FailureCode } from './exchange.ts';
import { isReadable } from './media.ts';
import { createEventReader } from './ndjson.ts';

export interface Sending {
  /** Breaks the upload off; the proxy then closes its connection to the server. */
  readonly cancel: () => void;
}

/** Starts at once. `report` gets every step; the last one ends the exchange. */
export function sendUpload(
  plan: RequestPlan,
  media: Blob,
  report: (action: ExchangeAction) => void,
): Sending {
  const abort = new AbortController();
  const fail = (code: FailureCode, detail: string) => report({ type: 'failed', code, detail });
  abort.signal.addEventListener('abort', () => fail('cancelled', ''));
  void prepare(plan, media, abort.signal).then((prepared) => {
    if (abort.signal.aborted) return;
    if (prepared.ok) transfer(prepared, media, abort.signal, report);
    else fail(prepared.code, prepared.detail);
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

async function prepare(plan: RequestPlan, media: Blob, signal: AbortSignal): Promise<Prepared> {
  const line = envelopeLine(plan);
  if (line === null)
    return { ok: false, code: 'envelope-invalid', detail: 'URL and headers are over 4 MiB.' };
  if (!(await isReadable(media))) return { ok: false, code: 'media-unreadable', detail: '' };
  const stretches = bodyStretches(plan).map((stretch) => (stretch === 'media' ? media : stretch));
  const body = new Blob([line, ...stretches]);
  if (body.size !== line.length + plan.bodyLength) {
    return { ok: false, code: 'media-unreadable', detail: 'Its size is not the one of the preview.' };
  }
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

function transfer(
  { token, line, body }: Extract<Prepared, { ok: true }>,
  media: Blob,
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
  request.onload = () => {
    readOn();
    if (request.status === 200) report({ type: 'closed' });
    else report({ type: 'failed', code: 'proxy-refused', detail: refusal(request) });
  };
  request.onerror = () => {
    readOn();
    // The browser says no more than "error"; whether it is the file's, the file itself tells.
    void isReadable(media).then((readable) => {
      const code = readable ? 'proxy-unreachable' : 'media-unreadable';
      report({ type: 'failed', code, detail: '' });
    });
  };
  signal.addEventListener('abort', () => request.abort());
  request.send(body);
}

function refusal(request: XMLHttpRequest): string {
  return `${request.status} ${request.statusText}: ${request.responseText.slice(0, 300)}`.trim();
}
