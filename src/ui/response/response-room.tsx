import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import type { Exchange } from '../../app/exchange.ts';
import { formatMilliseconds } from '../../app/format.ts';
import type { VerdictState } from '../../app/use-verdict.ts';
import { LoadFault } from '../common/load-fault.tsx';
import { FailureText } from './failure-text.tsx';
import { VerdictText } from './verdict-text.tsx';
import './response-room.css';

export const loadReplyDetails = () => import('./reply-details.tsx');
const ReplyDetails = lazy(() => loadReplyDetails().then((module) => ({ default: module.ReplyDetails })));

interface ResponseRoomProps {
  readonly exchange: Exchange | null;
  readonly verdict: VerdictState;
}

/** What came of the upload: the verdict for the app's user, or why there is none; then the reply. */
export function ResponseRoom({ exchange, verdict }: ResponseRoomProps) {
  return (
    <section className="room" aria-label="Response">
      <header className="response-head">
        <h2 className="section-title">Response</h2>
        {exchange && <span className="section-meta">{facts(exchange)}</span>}
      </header>
      <div className="room-scroll">
        <Outcome exchange={exchange} verdict={verdict} />
        {exchange?.stage === 'done' && (
          <LoadFault>
            <Suspense fallback={null}>
              <ReplyDetails
                exchange={exchange}
                verdict={verdict.kind === 'judged' ? verdict.verdict : null}
              />
            </Suspense>
          </LoadFault>
        )}
      </div>
    </section>
  );
}

/** The live region: one element that is there from the start, so that each turn is spoken. */
function Outcome({ exchange, verdict }: ResponseRoomProps) {
  const { tone, content } = outcomeOf(exchange, verdict);
  const region = useRef<HTMLDivElement>(null);
  // On a narrow screen the outcome is far below the button.
  useEffect(() => {
    if (tone !== 'quiet') region.current?.scrollIntoView({ block: 'nearest' });
  }, [tone]);
  return (
    <div ref={region} role="status" className={`outcome outcome-${tone}`}>
      {content}
    </div>
  );
}

function outcomeOf(exchange: Exchange | null, verdict: VerdictState): { tone: string; content: ReactNode } {
  if (exchange?.failure) {
    const content = <FailureText failure={exchange.failure} hasReply={exchange.reply !== null} />;
    return { tone: 'way', content };
  }
  if (verdict.kind === 'judged') {
    const tone = verdict.verdict.success ? 'good' : 'bad';
    return { tone, content: <VerdictText verdict={verdict.verdict} /> };
  }
  return { tone: 'quiet', content: waitingText(exchange, verdict) };
}

function waitingText(exchange: Exchange | null, verdict: VerdictState): string {
  if (verdict.kind === 'unavailable') {
    return 'The reply is there, but the part of the page that reads it could not be loaded. Send again to retry.';
  }
  if (exchange === null) return 'Nothing sent yet. What your app’s user would see comes here.';
  switch (exchange.stage) {
    case 'preparing':
    case 'uploading':
      return 'Sending…';
    case 'waiting':
      return 'Sent. Waiting for the reply…';
    case 'receiving':
    case 'done':
      return 'Reading the reply…';
  }
}

function facts({ reply, end }: Exchange): string {
  if (reply === null) return '';
  const time = end ? ` · ${formatMilliseconds(end.at)}` : '';
  return `${reply.status} ${reply.statusText}${time}`;
}
