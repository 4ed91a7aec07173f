/** Looks for what matters between two requests; in the worker. */

import { namedRequest, requestFrom } from '../../../bisect/compared-requests.ts';
import { sendHybrids } from '../../../bisect/send-hybrids.ts';
import { buildRequest } from '../../../core/build-request.ts';
import { TextMask } from '../../../core/secrets/text-mask.ts';
import type { Session } from '../../../server-check/definition.ts';
import { secretsOf } from '../../../server-check/record/check-mask.ts';
import { checkIo } from './check-io.ts';
import type { BisectEnd, BisectToRun, CheckSaid } from './check-messages.ts';

export async function runBisect(
  order: BisectToRun,
  signal: AbortSignal,
  say: (said: CheckSaid) => void,
): Promise<void> {
  say({ type: 'bisected', end: await bisected(order, signal, (sent) => say({ type: 'sent', sent })) });
}

async function bisected(
  order: BisectToRun,
  signal: AbortSignal,
  onSent: (sent: number) => void,
): Promise<BisectEnd> {
  const { budget, acceptCertificate } = order;
  const { session, from, to, own } = requestsOf(order);
  if (from.kind !== 'request') return { isFound: false, text: from.text, sent: 0 };
  if (to.kind !== 'request') return { isFound: false, text: to.text, sent: 0 };
  const io = checkIo(own, () => {});
  const choices = { budget, signal, acceptCertificate, onSent };
  const found = await sendHybrids({ passing: from, failing: to }, session, io, choices);
  const mask = new TextMask(secretsOf(session.built));
  return { isFound: found.kind === 'found', text: mask.text(found.text), sent: found.sent };
}

function requestsOf(order: BisectToRun) {
  switch (order.kind) {
    case 'named': {
      const { inputs, passing, failing, own } = order;
      const session: Session = { inputs, built: buildRequest(inputs) };
      return { session, from: namedRequest(passing, session), to: namedRequest(failing, session), own };
    }
    case 'uploads': {
      const { passing, failing } = order.uploads;
      const { inputs } = failing;
      const session: Session = { inputs, built: buildRequest(inputs) };
      return { session, from: requestFrom(passing), to: requestFrom(failing), own: null };
    }
  }
}
