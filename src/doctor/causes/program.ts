/** What the server's own program does wrong, whatever reads its uploads. */
import type { DiagnosedCause, Remedy } from '../../server-check/report.ts';
import { type Cause, type Facts, failedIn, saidIn } from '../facts.ts';

const errorReply =
  'HTTP/1.1 402 Payment Required\nContent-Type: application/json\n\n{"message": "Your credit is used up."}';

export const successForAnything: Cause = (facts) => {
  const failed = failedIn(facts, 'without-file');
  if (failed?.upload?.verdict?.success !== true) return null;
  return {
    id: 'success-for-anything',
    title: 'The program says success without looking whether a file arrived',
    confidence: 'high',
    evidence: [saidIn(failed), 'It answered an upload without a file with success.'],
    explains: ['without-file'],
    remedies: [
      {
        kind: 'lines',
        text: 'Answer with an error where there is no file:',
        where: 'the reply',
        lines: errorReply,
      },
    ],
  };
};

export const successStatusForErrors: Cause = (facts) => {
  const failed = ['without-file', 'wrong-credentials', 'wrong-recipient']
    .flatMap((name) => failedIn(facts, name) ?? [])
    .filter(({ status, upload }) => status >= 200 && status <= 299 && upload?.verdict?.success === false);
  if (failed.length === 0) return null;
  return {
    id: 'success-status-for-errors',
    title: 'Refusals come with a status of success, so users do not read their message',
    confidence: 'high',
    evidence: failed.map(saidIn),
    explains: failed.map(({ name }) => name),
    remedies: [
      {
        kind: 'lines',
        text: 'The app shows a message with a status other than 2xx (RES-2):',
        where: 'the reply',
        lines: errorReply,
      },
    ],
  };
};

export const errorsWithoutMessage: Cause = (facts) => {
  const failed = failedIn(facts, 'error-message');
  if (failed === null) return null;
  const page = facts.evidence.replies.find(
    ({ reply }) => reply.status >= 400 && /^\s*<(?:!doctype|html|head|body)/i.test(reply.body.text),
  );
  return {
    id: page === undefined ? 'errors-without-message' : 'errors-as-pages',
    title:
      page === undefined
        ? 'Errors come without a message that the user can read'
        : 'Errors come as web pages, which the app can’t show',
    confidence: 'high',
    evidence: [
      ...failed.result.reasons.slice(0, 2).map(({ text }) => text),
      ...(page === undefined ? [] : [`The reply to ${page.scenario} is a page of HTML.`]),
    ],
    explains: ['error-message'],
    remedies: [
      { kind: 'lines', text: 'Answer in this form, in XML or JSON:', where: 'the reply', lines: errorReply },
      ...(page !== undefined && isNginxPage.test(page.reply.body.text) ? [nginxPage(page.reply.status)] : []),
    ],
  };
};

const isNginxPage = /<center>(?:nginx|openresty)/i;

function nginxPage(status: number): Remedy {
  return {
    kind: 'lines',
    text: 'This page is nginx’s own. Put words in its place:',
    where: 'nginx.conf, in the server',
    lines: `error_page ${status} @refused;\nlocation @refused {\n  default_type application/json;\n  return ${status} '{"message": "The server did not take the file."}';\n}`,
  };
}

const replyCauses = {
  'reply-type': ['reply-declared-wrong', 'The reply is declared as another type than it is'],
  'reply-fields': ['reply-fields-wrong', 'The reply’s fields are not named as the app reads them'],
  'media-url-absolute': ['media-url-not-absolute', 'media_url is no absolute address'],
  'media-url-bytes': ['media-url-other-bytes', 'media_url gives other bytes than were uploaded'],
  'media-url-type': ['media-url-other-type', 'media_url declares another type than the media has'],
  'media-url-https': ['media-url-not-secure', 'media_url is plain http'],
  'media-url-reachable': ['media-url-not-reachable', 'media_url can’t be reached from outside'],
} as const;

const replyRemedies: Readonly<Record<keyof typeof replyCauses, string>> = {
  'reply-type':
    'Send Content-Type: application/json with JSON and text/xml with XML, and nothing before or behind it.',
  'reply-fields': 'Name the field media_url, in small letters, at the top or within response.',
  'media-url-absolute': 'Answer with the whole address, https:// and the host included.',
  'media-url-bytes': 'Store and give back the file as it came; do not resize, convert or wrap it.',
  'media-url-type': 'Send the file’s own Content-Type (image/jpeg, video/mp4) when it is fetched.',
  'media-url-https':
    'Write https into media_url. Behind a proxy that ends TLS the program sees http: read X-Forwarded-Proto, or set the base address.',
  'media-url-reachable': 'Write the public host name into media_url, not localhost or a private address.',
};

/** One for each of the reply's own scenarios that failed. */
export function replyFaults(facts: Facts): readonly DiagnosedCause[] {
  return Object.entries(replyCauses).flatMap(([name, [id, title]]) => {
    const failed = failedIn(facts, name);
    if (failed === null || !isReplyCause(name)) return [];
    return [
      {
        id,
        title,
        confidence: 'high',
        evidence: failed.result.reasons.slice(0, 2).map(({ text }) => text),
        explains: [name],
        remedies: [{ kind: 'advice', text: replyRemedies[name] }],
      } as const,
    ];
  });
}

const isReplyCause = (name: string): name is keyof typeof replyCauses => Object.hasOwn(replyCauses, name);

export const redirects: Cause = (facts) => {
  const failed = failedIn(facts, 'photo') ?? failedIn(facts, 'clip');
  if (failed === null || failed.status < 300 || failed.status > 399) return null;
  const to = failed.upload?.reply?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '';
  return {
    id: 'redirects',
    title: 'The server sends uploads on to another address',
    confidence: 'high',
    evidence: [saidIn(failed), ...(to === '' ? [] : [`Location: ${to}`])],
    explains: [failed.name],
    remedies: [
      {
        kind: 'advice',
        text: 'Put the address that it names into genericMediaUploadUrl; whether the app follows a redirect is not known (RES-7).',
      },
    ],
  };
};

export const loginRefused: Cause = (facts) => {
  const failed = failedIn(facts, 'photo') ?? failedIn(facts, 'clip');
  if (failed?.status !== 401) return null;
  return {
    id: 'login-refused',
    title: 'The server asks for a login that this configuration does not give',
    confidence: 'high',
    evidence: [saidIn(failed)],
    explains: [failed.name],
    remedies: [
      {
        kind: 'advice',
        text: 'Set genericMediaUploadAuthUsername and genericMediaUploadAuthPassword for Digest (HDR-6), or a header Authorization of your own.',
      },
    ],
  };
};
