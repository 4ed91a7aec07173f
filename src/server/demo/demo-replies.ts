/**
 * The demo media server's replies, in the forms that the documentation prints, but with the right
 * lengths: by what arrived, or those of the documentation themselves.
 */

import { XMLBuilder } from 'fast-xml-parser';
import type { BrokenBody, DemoBody } from './demo-body.ts';

export type DemoReplyKind = 'xml' | 'json';

export interface DemoReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The documentation's. Nothing can be had there. */
const printedUrl = 'http://media.server.com/video_1234567890.mp4';

/** The documentation's two texts, and for other statuses what a provider might say. */
const messages: Readonly<Record<number, string>> = {
  200: 'Stored',
  400: 'The upload could not be read',
  401: 'Wrong user name or password',
  402: 'Not enough credit',
  403: 'This account may not send media',
  404: 'No such service',
  406: 'Invalid recipient',
  408: 'The upload took too long',
  409: 'This file was uploaded already',
  413: 'The file is too large',
  415: 'Only photos and videos can be sent',
  429: 'Too many uploads, please try again later',
  500: 'Something went wrong, please try again later',
  503: 'The service is down for maintenance',
  507: 'No space left for media',
};

/** RFC 9110, 15.3.5, 15.3.6 and 15.4.5: these have no content. */
const withoutContent = new Set([204, 205, 304]);

/** The form that a query asks for; XML where it asks for none that there is. */
export function replyKindOf(query: URLSearchParams): DemoReplyKind {
  return query.get('reply') === 'json' ? 'json' : 'xml';
}

/**
 * The reply that a query asks for, whatever arrives; null where it asks for none. Any `status` gives the
 * error form, 200 too: that is a success without `media_url` (RES-3). What can't be given is said as a 400.
 */
export function demandedReply(query: URLSearchParams): DemoReply | null {
  const kind = query.get('reply') ?? 'xml';
  const status = query.get('status');
  if (kind !== 'xml' && kind !== 'json') {
    return writeReply('xml', 400, 'message', 'The demo server replies with reply=xml or reply=json');
  }
  if (status === null) return null;
  if (!/^[2-5]\d\d$/.test(status)) {
    return writeReply(kind, 400, 'message', 'The demo server gives a status from 200 to 599');
  }
  return writeReply(kind, Number(status), 'message', messageFor(Number(status)));
}

/** By what arrived. `addressOf` says where a file can be had; null where nothing is kept for others. */
export function replyTo(
  kind: DemoReplyKind,
  { broken, files }: Pick<DemoBody, 'broken' | 'files'>,
  addressOf: ((media: string | null) => string) | null,
): DemoReply {
  if (broken !== null) return demoRefusal(kind, 400, brokenMessages[broken]);
  const file = files.find(({ size }) => size > 0);
  if (file !== undefined) return demoSuccess(kind, addressOf?.(file.media));
  const message =
    files.length > 0
      ? 'The file is empty (0 bytes). Choose a file that has content.'
      : 'The upload has no file. Add a part such as file=%media_content% to genericMediaUploadMultipartData.';
  return demoRefusal(kind, 400, message);
}

const brokenMessages: Readonly<Record<BrokenBody, string>> = {
  cut: 'The upload ended before all of it had arrived.',
  'no-form':
    'The upload cannot be read: its Content-Type is not multipart/form-data with a boundary. Set genericMediaUploadMultipartData.',
  'bad-header':
    'The upload cannot be read: the headers of a part are malformed. Is there an empty line in front of them? Most servers refuse that.',
  unfinished: 'The upload cannot be read: its body ends before the closing delimiter.',
  malformed: 'The upload cannot be read: its body is not well-formed multipart/form-data.',
};

/** The documentation's success, by default to the letter. */
export function demoSuccess(kind: DemoReplyKind, mediaUrl = printedUrl): DemoReply {
  return writeReply(kind, 200, 'media_url', mediaUrl);
}

export function demoRefusal(kind: DemoReplyKind, status: number, message: string): DemoReply {
  return writeReply(kind, status, 'message', message);
}

function messageFor(status: number): string {
  const own = messages[status];
  if (own !== undefined) return own;
  if (status < 300) return 'Received';
  if (status < 400) return 'The service has moved';
  return status < 500 ? 'The upload was refused' : 'The server is out of order';
}

/** White space as the documentation prints it. */
function writeReply(
  kind: DemoReplyKind,
  status: number,
  field: 'media_url' | 'message',
  text: string,
): DemoReply {
  const contentType = kind === 'xml' ? 'text/xml' : 'application/json';
  if (withoutContent.has(status)) return { status, contentType, body: '' };
  switch (kind) {
    case 'xml':
      return { status, contentType, body: xmlBody(field, text) };
    case 'json': {
      const gap = field === 'media_url' ? ' ' : '        ';
      return { status, contentType, body: `{\n    "${field}"${gap}: ${JSON.stringify(text)}\n}` };
    }
  }
}

/** The documentation's success stands on three lines, its error on one; neither ends with a line break. */
function xmlBody(field: 'media_url' | 'message', text: string): string {
  const builder = new XMLBuilder({ format: field === 'media_url', indentBy: '    ' });
  return builder.build({ response: { [field]: text } }).trimEnd();
}
