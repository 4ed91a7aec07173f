/** Sends hybrids as a check sends its scenarios: waits where it is told to, and ends where nothing answers. */

import { TextMask } from '../core/secrets/text-mask.ts';
import type { CheckContext } from '../server-check/check-context.ts';
import type { CheckIo } from '../server-check/check-io.ts';
import type { Session } from '../server-check/definition.ts';
import { secretsOf } from '../server-check/record/check-mask.ts';
import { sendScenarioUpload } from '../server-check/send-scenario-upload.ts';
import { type Bisected, bisect } from './bisect.ts';
import type { Named } from './compared-requests.ts';

export interface HybridChoices {
  /** Requests in all. */
  readonly budget: number;
  readonly signal: AbortSignal;
  readonly acceptCertificate?: string | undefined;
  readonly onSent?: (sent: number) => void;
}

type Request = Extract<Named, { kind: 'request' }>;

export type HybridsSent =
  | Bisected
  /** The server can't be reached, or asks to be left alone. */
  | { readonly kind: 'unreached'; readonly text: string; readonly sent: number };

/** Milliseconds that a server may have us wait. */
const longestWait = 30_000;

/** A hybrid passes where the app would take the reply for success and the file, if it can be fetched, is the same. */
export async function sendHybrids<Local>(
  { passing, failing }: { readonly passing: Request; readonly failing: Request },
  session: Session,
  io: CheckIo<Local>,
  { budget, signal: outer, acceptCertificate, onSent }: HybridChoices,
): Promise<HybridsSent> {
  let unreached: string | null = null;
  let sent = 0;
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const secrets = secretsOf(session.built);
  const context: CheckContext<Local> = {
    io,
    session,
    secrets,
    mask: new TextMask(secrets),
    signal,
    acceptCertificate,
    longestWait,
    deadHosts: new Set(),
    seen: [],
    uploads: () => 0,
    countUpload: () => {},
    countRequests: () => {},
    markReached: () => {},
    say: () => {},
  };
  const result = await bisect(
    passing.request,
    failing.request,
    async ({ plan, media }) => {
      const prepared = { ...passing.inputs, media };
      const asked = { scenario: 'bisect', about: '', prepared, bytesPerSecond: null, edit: () => plan };
      const { answer } = await sendScenarioUpload(asked, context);
      sent += 1;
      if (answer.kind === 'unreached' || answer.kind === 'put-off') {
        unreached = answer.text;
        stop.abort();
      }
      if (answer.kind !== 'answered') return 'fails';
      const { verdict, fetched } = answer.seen;
      return verdict.success && fetched?.arrival !== 'different' ? 'passes' : 'fails';
    },
    { budget, signal, ...(onSent && { onSent }) },
  );
  return unreached === null ? result : { kind: 'unreached', text: unreached, sent };
}
