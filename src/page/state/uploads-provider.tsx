/** The upload under way or the last one, its verdict, and the ways to start and end one. */

import type { ReactNode } from 'react';
import { type BuiltRequest, buildRequest } from '../../core/build-request.ts';
import type { Upload } from '../exchange/exchange.ts';
import type { ReadOutcome } from '../exchange/reply-source.ts';
import { serverOf } from './accepted-certificates.ts';
import { useDisplay } from './display-provider.tsx';
import { useMedia } from './media-provider.tsx';
import { useRequest } from './request-provider.tsx';
import { requiredContext } from './required-context.ts';
import { useSession } from './session-provider.tsx';
import { useAcceptedCertificates } from './use-accepted-certificates.ts';
import { requestInputs } from './use-built-request.ts';
import { useSentRequest } from './use-sent-request.ts';
import { useUpload } from './use-upload.ts';
import { useReplyReading, type VerdictState, verdictOf } from './use-verdict.ts';

export interface UploadsState {
  readonly upload: Upload | null;
  readonly isSending: boolean;
  /** What came of reading the last reply; null while it is being read, and where there is none. */
  readonly outcome: ReadOutcome | null;
  readonly verdict: VerdictState;
  /** The request on the screen is not the one that was sent. */
  readonly hasChanged: boolean;
  /** What the last upload sent, with what was known of it then; null before the first. */
  readonly sentRequest: BuiltRequest | null;
  readonly send: () => void;
  readonly cancel: () => void;
  /** Takes the certificate for its server (`host:port`) and sends again what failed for it. */
  readonly acceptAndSend: (server: string, fingerprint: string) => void;
  /** Takes back that the server's certificate is accepted; null where none is. */
  readonly revoke: (() => void) | null;
}

const [Provider, useUploads] = requiredContext<UploadsState>('Uploads');

export { useUploads };

export function UploadsProvider({ children }: { readonly children: ReactNode }) {
  return <Provider value={useUploadsState()}>{children}</Provider>;
}

function useUploadsState(): UploadsState {
  const { session } = useSession();
  const media = useMedia();
  const { request } = useRequest().built;
  const live = useUpload();
  const sent = useSentRequest(live.upload, request, media.source.blob);
  const outcome = useReplyReading(live.upload?.exchange ?? null, session.assumptions);
  const certificates = useAcceptedCertificates();
  const { showPane } = useDisplay();

  const sendWith = (accepted?: { readonly server: string; readonly fingerprint: string }) => {
    // While a file is being read, the preview is still of the media before it.
    if (live.isSending || media.isReading) return;
    // What goes out is built from what stands there now, not from what was drawn a moment ago.
    const built = buildRequest(requestInputs(session, media.source));
    const { request: plan } = built;
    if (!plan) return;
    const to = serverOf(plan);
    // What was accepted a moment ago is for the server that showed it, not for one typed in since.
    const acceptCertificate =
      accepted && accepted.server === to ? accepted.fingerprint : certificates.acceptedFor(to);
    live.send({ plan, media: media.ready(), acceptCertificate });
    showPane('upload');
    sent.onSend(built);
  };
  const server = request && serverOf(request);
  return {
    upload: live.upload,
    isSending: live.isSending,
    outcome,
    verdict: verdictOf(live.upload, outcome),
    hasChanged: sent.hasChanged,
    sentRequest: sent.built,
    send: () => sendWith(),
    cancel: live.cancel,
    acceptAndSend(shown, fingerprint) {
      certificates.accept(shown, fingerprint);
      sendWith({ server: shown, fingerprint });
    },
    revoke: server && certificates.acceptedFor(server) ? () => certificates.revoke(server) : null,
  };
}
