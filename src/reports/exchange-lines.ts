/** An exchange as lines of text: request, reply, what the app's user would see. */
import type {
  CutText,
  HeaderPair,
  RecordedExchange,
  RecordedReply,
  RecordedRequest,
  RecordedVerdict,
} from '../server-check/report.ts';

export function requestLines({ method, url, headers, body }: RecordedRequest): readonly string[] {
  return [`${method} ${url}`, ...headers.map(headerLine), ...bodyLines(body)];
}

export function replyLines({
  httpVersion,
  status,
  statusText,
  headers,
  body,
}: RecordedReply): readonly string[] {
  const start = `HTTP/${httpVersion} ${status} ${statusText}`.trimEnd();
  return [start, ...headers.map(headerLine), ...bodyLines(body)];
}

/** One sentence. */
export function verdictText({ success, mediaUrl, shown, generic }: RecordedVerdict): string {
  if (success) return `Upload succeeded. The app will use this media URL: ${mediaUrl ?? ''}`;
  return generic
    ? 'Upload failed. The user sees the app’s generic error.'
    : `Upload failed. The user sees: ${shown ?? ''}`;
}

export function failureText({ title, detail }: NonNullable<RecordedExchange['failure']>): string {
  return detail === '' ? title : `${title}: ${detail}`;
}

/** All of it, for a report that is text alone. */
export function exchangeLines(exchange: RecordedExchange): readonly string[] {
  const { about, milliseconds, request, reply, failure, verdict } = exchange;
  return [
    `--- ${about === '' ? 'upload' : about} (${milliseconds} ms)`,
    ...requestLines(request),
    '',
    ...(reply ? [...replyLines(reply), ''] : []),
    ...(failure ? [failureText(failure)] : []),
    ...(verdict ? [verdictText(verdict), ...verdict.reasons.map(({ rule, text }) => `${rule} ${text}`)] : []),
  ];
}

const headerLine = ([name, value]: HeaderPair) => `${name}: ${value}`;

function bodyLines({ text, more }: CutText): readonly string[] {
  if (text === '' && more === 0) return [];
  const cut = more > 0 ? [`(${more} more characters)`] : [];
  return ['', ...text.split(/\r?\n/), ...cut];
}
