/** What each scenario of the demo media server does. */
import type { DemoScenarioName } from '../../demo/scenarios.ts';
import { askForBasic, askForDigest } from './demo-authentication.ts';
import {
  hangUp,
  readSlowly,
  resetDuringReply,
  resetDuringUpload,
  trickleReply,
} from './demo-disturbances.ts';
import {
  answerEarly,
  answerInHtml,
  declareJsonAsXml,
  refuseUnread,
  replyAsPrinted,
  sayNothingOfUrl,
  sendTo,
  tellMessage,
} from './demo-refusals.ts';
import {
  announceLess,
  announceMore,
  compress,
  greetAsSsh,
  neverEnd,
  sendHuge,
  sendInterims,
  sendLargeHead,
  sendTrailers,
} from './demo-strange-replies.ts';
import { answer, type DemoBehaviour } from './demo-visit.ts';

export const demoBehaviours: Readonly<Record<DemoScenarioName, DemoBehaviour>> = {
  slow: readSlowly,
  'slow-reply': trickleReply,
  // The connection stays open until the sender closes it, or patience ends.
  never: async ({ receive }) => void (await receive()),
  reset: resetDuringUpload,
  'hang-up': hangUp,
  'reset-reply': resetDuringReply,
  early: answerEarly,
  '413': refuseUnread(413, 'The file is too large'),
  '411': refuseUnread(411, 'The Content-Length is missing'),
  '402': tellMessage,
  redirect: sendTo,
  digest: askForDigest,
  basic: askForBasic,
  html: answerInHtml,
  'no-media-url': sayNothingOfUrl,
  empty: async ({ receive, response }) => {
    if (await receive()) answer(response, { status: 200, contentType: '', body: '' });
  },
  'json-as-xml': declareJsonAsXml,
  'too-short': announceMore,
  'too-long': announceLess,
  huge: sendHuge,
  endless: neverEnd,
  'large-head': sendLargeHead,
  'not-http': greetAsSsh,
  gzip: compress,
  trailers: sendTrailers,
  interim: sendInterims,
  documentation: replyAsPrinted,
};
