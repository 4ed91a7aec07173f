/** The reply: whether it is what it says, and whether people can use what is in it. */
import { declaredKind, parseContentType } from '../../core/response/content-kind.ts';
import { headerValues } from '../../core/response/headers.ts';
import type { Judged, ReplyScenario, SeenUpload } from '../definition.ts';
import type { Reason } from '../report.ts';
import { worst } from '../worst.ts';
import { mediaUrlScenarios } from './media-url-scenarios.ts';
import { judgeMessage } from './message-judge.ts';

const mostBytes = 1024 * 1024;

export const replyScenarios: readonly ReplyScenario[] = [
  {
    kind: 'reply',
    name: 'reply-type',
    group: 'reply',
    title: 'The reply is declared as what it is',
    why: 'Whether the app goes by Content-Type or by the first character is not known; where both agree it does not matter.',
    request: 'Looks at every reply.',
    expected: 'XML under a type such as text/xml, JSON under application/json.',
    failure: 'The app may read the reply as the wrong kind, and find nothing in it.',
    rule: 'RES-4',
    about: 'any',
    judge: (seen) => worst(seen.map(judgeType)),
  },
  {
    kind: 'reply',
    name: 'reply-fields',
    group: 'reply',
    title: 'media_url is named as the app reads it',
    why: 'The app looks for media_url in exactly these letters.',
    request: 'Looks at every reply with a 2xx status.',
    expected: 'A field media_url with a value.',
    failure: 'The upload failed for the app, though the server said that it went well.',
    rule: 'RES-5',
    about: 'any',
    judge: judgeFields,
  },
  {
    kind: 'reply',
    name: 'reply-plain',
    group: 'reply',
    title: 'The reply is as long as it says',
    why: 'A wrong length makes clients wait or cut; nobody asked for compression.',
    request: 'Looks at every reply.',
    expected: 'The very bytes of Content-Length, no Content-Encoding, less than 1 MB.',
    failure: 'Some programs of phones can’t read such a reply.',
    rule: 'RES-7',
    about: 'any',
    judge: (seen) => worst(seen.map(judgePlain)),
  },
  ...mediaUrlScenarios,
  {
    kind: 'reply',
    name: 'error-message',
    group: 'reply',
    title: 'Errors are told in words',
    why: 'The field message is all that the user reads: on a small screen, and without knowing your server.',
    request: 'Looks at every refusal.',
    expected: 'A message in each: a sentence or two, no markup, nothing for programmers.',
    failure: 'The user reads a general text, or one that says nothing to them.',
    rule: 'RES-2',
    about: 'refusal',
    judge: (seen) => worst(seen.map(judgeMessage)),
  },
];

const judged = (outcome: Judged['outcome'], reasons: readonly Reason[]) => {
  return { outcome, reasons };
};

function judgeType({ reply, verdict }: SeenUpload): Judged {
  const type = headerValues(reply.headers, 'Content-Type')[0] ?? '';
  const declared = declaredKind(parseContentType(type));
  const names = { xml: 'XML', json: 'JSON' };
  const reason = (text: string): Reason[] => [{ rule: 'RES-4', text }];
  const isRead = verdict.success || (verdict.shown !== null && !verdict.generic);
  if (verdict.kind === null || (declared === null && !isRead)) {
    const what = /html/i.test(type) ? 'a web page, neither XML nor JSON' : 'neither XML nor JSON';
    const said = type === '' ? '' : ` (Content-Type: ${type})`;
    const isSuccess = reply.status >= 200 && reply.status <= 299;
    // Of a refusal the words are what matters: error-message looks at those.
    return judged(
      isSuccess ? 'failed' : 'skipped',
      reason(`A reply with status ${reply.status} is ${what}${said}.`),
    );
  }
  const came = names[verdict.kind];
  if (declared === null) {
    const said = type === '' ? 'has no Content-Type' : `is declared as ${type}`;
    return judged(
      'warning',
      reason(`${came} ${said}: the app is assumed to tell it by its first character.`),
    );
  }
  if (declared !== verdict.kind) return judged('failed', reason(`${type} is declared, and ${came} came.`));
  return judged('passed', reason(`${came}, declared as ${type}.`));
}

function judgeFields(seen: readonly SeenUpload[]): Judged {
  const good = seen.filter(({ reply }) => reply.status >= 200 && reply.status <= 299);
  const bad = good.filter(({ verdict }) => !verdict.success);
  // What must be refused is judged where it is sent.
  const own = bad.filter(({ scenario }) => scenario !== 'without-file' && !scenario.startsWith('wrong-'));
  const [first = null] = own;
  if (first !== null) {
    const reasons = first.verdict.reasons.filter(({ tone }) => tone !== 'pass');
    const text = `A reply with status ${first.reply.status} has no media_url that the app could read.`;
    return judged('failed', [
      { rule: 'RES-5', text },
      ...reasons.map(({ rule, text: why }) => ({ rule, text: why })),
    ]);
  }
  const path = good.find(({ verdict }) => verdict.success)?.verdict.path;
  if (path === undefined)
    return {
      outcome: 'skipped',
      reasons: [{ rule: 'RES-5', text: 'No upload was answered with a 2xx status.' }],
    };
  return judged('passed', [{ rule: 'RES-5', text: `media_url is found at ${path}.` }]);
}

function judgePlain({ reply, replyBytes, excess }: SeenUpload): Judged {
  const encoding = headerValues(reply.headers, 'Content-Encoding').filter(
    (one) => !/^identity$/i.test(one),
  )[0];
  const reason = (text: string): Reason[] => [{ rule: 'RES-7', text }];
  if (excess) return judged('failed', reason('More bytes came than Content-Length says.'));
  if (replyBytes > mostBytes) return judged('failed', reason('A reply has more than 1 MB.'));
  if (encoding !== undefined)
    return judged(
      'warning',
      reason(`A reply is compressed (${encoding}), though the app asks for no such thing.`),
    );
  return judged('passed', reason('Every reply is as long as it says, and not compressed.'));
}
