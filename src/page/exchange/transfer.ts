/**
 * One XMLHttpRequest to the proxy, because that streams a file of any size from its reference and reports
 * progress. All that it learns goes out as actions of an exchange; it decides nothing.
 */
import { createEventReader } from '../../upload/event-reader.ts';
import { sendPath, tokenHeader } from '../../upload/protocol.ts';
import type { ReplyCollector } from '../../upload/reply-collector.ts';
import type { Transfer, WorkerReport } from './reply-worker-messages.ts';

type Step = Extract<WorkerReport, { type: 'step' }>['action'];

export function transfer(
  { token, line, body }: Transfer,
  collector: ReplyCollector,
  signal: AbortSignal,
  report: (action: Step) => void,
  /** True: whoever is told takes care of it, and nothing is reported. */
  onRefused: (request: XMLHttpRequest) => boolean = () => false,
): void {
  const request = new XMLHttpRequest();
  const reader = createEventReader();
  let read = 0;
  const readOn = () => {
    if (request.status !== 200) return;
    const text = request.responseText;
    const events = reader.push(text.slice(read));
    read = text.length;
    if (events.length > 0) report({ type: 'events', events: collector.take(events) });
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
    else if (!onRefused(request)) report({ type: 'failed', code: 'proxy-refused', detail: refusal(request) });
  };
  request.onerror = () => {
    readOn();
    report({ type: 'failed', code: 'proxy-unreachable', detail: '' });
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
