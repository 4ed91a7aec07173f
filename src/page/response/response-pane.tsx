import { lazy, Suspense } from 'react';
import { LoadFault } from '../components/error-boundary.tsx';
import { formatMilliseconds } from '../components/format.ts';
import { excerptOf } from '../exchange/excerpt.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { ReadOutcome } from '../exchange/reply-source.ts';
import type { Upload } from '../exchange/run-upload.ts';
import { verdictOf } from '../state/use-verdict.ts';
import { Outcome } from './outcome.tsx';
import './response-pane.css';

export const loadReplyDetails = () => import('./reply-details.tsx');
const ReplyDetails = lazy(() => loadReplyDetails().then((module) => ({ default: module.ReplyDetails })));

interface ResponseRoomProps {
  readonly upload: Upload | null;
  /** What came of reading the last reply; null while it is being read, and where there is none. */
  readonly outcome: ReadOutcome | null;
  /** The preview was changed since the upload. */
  readonly hasChanged: boolean;
  readonly showSecrets: boolean;
  /** Takes the certificate for its server (`host:port`) and sends again what failed for it. */
  readonly onAccept: (server: string, fingerprint: string) => void;
}

/** What came of the upload: the verdict for the app's user, or why there is none; then the reply. */
export function ResponseRoom({ upload, outcome, hasChanged, showSecrets, onAccept }: ResponseRoomProps) {
  return (
    <section className="room" aria-label="Response">
      <header className="response-head">
        <h2 className="section-title">Response</h2>
        {upload && <span className="section-meta">{facts(upload.exchange)}</span>}
      </header>
      {/* A failure of the way may be all there is, and longer than the room: by keyboard one scrolls it here. */}
      <div className="room-scroll" tabIndex={upload?.exchange.failure ? 0 : undefined}>
        <Outcome upload={upload} verdict={verdictOf(upload, outcome)} />
        {hasChanged && (
          <p className="response-changed">
            The request was changed since: this is what came of the one before. Send again for the new one.
          </p>
        )}
        {upload && !upload.isRunning && (
          <LoadFault>
            <Suspense fallback={null}>
              <ReplyDetails
                key={upload.exchange.sent.startedAt}
                upload={upload}
                outcome={outcome}
                hasChanged={hasChanged}
                showSecrets={showSecrets}
                onAccept={onAccept}
              />
            </Suspense>
          </LoadFault>
        )}
      </div>
    </section>
  );
}

function facts({ reply, end }: Exchange): string {
  if (reply === null) return '';
  const time = end ? ` · ${formatMilliseconds(end.at)}` : '';
  return `${reply.status} ${excerptOf(reply.statusText, { characters: 200, cost: 200 }).text}${time}`;
}
