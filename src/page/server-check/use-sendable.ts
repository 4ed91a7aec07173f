/** What is on the screen, ready to be sent by a worker; or why it can't be. */
import { buildRequest } from '../../core/build-request.ts';
import { askToken } from '../exchange/token.ts';
import { serverOf } from '../state/accepted-certificates.ts';
import { useMedia } from '../state/media-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { useAcceptedCertificates } from '../state/use-accepted-certificates.ts';
import { requestInputs } from '../state/use-built-request.ts';
import { checkInputs } from './check-inputs.ts';
import { setCheckState } from './check-state.ts';
import type { CheckToRun } from './run/check-messages.ts';

export type Sendable = Pick<CheckToRun, 'inputs' | 'file' | 'acceptCertificate' | 'own'>;

/** Null where nothing can be sent: it is said why. */
export function useSendable(): (signal: AbortSignal) => Promise<Sendable | null> {
  const { session } = useSession();
  const { source, ready } = useMedia();
  const { acceptedFor } = useAcceptedCertificates();
  return async (signal) => {
    const inputs = checkInputs(requestInputs(session, source), source);
    const plan = buildRequest(inputs).request;
    if (plan === null) return null;
    // From a static host, or while our own server is gone: said before anything begins.
    if (!(await canSend(signal))) {
      setCheckState({ fault: cannotSend });
      return null;
    }
    return {
      inputs,
      file: session.document.name ?? '',
      acceptCertificate: acceptedFor(serverOf(plan)),
      own: (await ready())?.blob ?? null,
    };
  };
}

/** The playground’s own server answers; that it is busy is no fault. */
export async function canSend(signal: AbortSignal): Promise<boolean> {
  const asked = await askToken(signal);
  return asked.ok || asked.response?.status === 429;
}

export const cannotSend =
  'Nothing can be sent from here: a check needs the playground’s own server, and it does not answer. Start it on your computer, by npm start or by npx with its package file, and open this page from it.';
