import { type ReactNode, useEffect, useRef } from 'react';
import type { Exchange } from '../exchange/exchange.ts';
import type { Upload } from '../exchange/run-upload.ts';
import { acceptedProblem } from '../state/failures.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import type { VerdictState } from '../state/use-verdict.ts';
import { FailureText } from './failure-text.tsx';
import { VerdictText } from './verdict-text.tsx';

/** The live region: one element that is there from the start, so that each turn is spoken. */
export function Outcome() {
  const { upload, verdict } = useUploads();
  const { tone, content } = outcomeOf(upload, verdict);
  const region = useRef<HTMLDivElement>(null);
  // On a narrow screen the outcome is far below the button.
  useEffect(() => {
    if (tone !== 'quiet') region.current?.scrollIntoView({ block: 'nearest' });
  }, [tone]);
  return (
    <div ref={region} role="status" className={`outcome outcome-${tone}`}>
      {content}
      {upload && tone !== 'quiet' && <TrustNote exchange={upload.exchange} />}
    </div>
  );
}

function outcomeOf(upload: Upload | null, verdict: VerdictState): { tone: string; content: ReactNode } {
  const { exchange, isRunning } = upload ?? {};
  if (exchange?.failure && !isRunning) {
    const content = <FailureText failure={exchange.failure} hasReply={exchange.reply !== null} />;
    return { tone: 'way', content };
  }
  if (verdict.kind === 'judged') {
    const tone = verdict.verdict.success ? 'good' : 'bad';
    return { tone, content: <VerdictText verdict={verdict.verdict} /> };
  }
  return { tone: 'quiet', content: waitingText(upload, verdict) };
}

function waitingText(upload: Upload | null, verdict: VerdictState): string {
  if (verdict.kind === 'unavailable') {
    return 'The reply is there, but the part of the page that reads it could not be loaded. Send again to retry.';
  }
  if (verdict.kind === 'gave-up') {
    return 'No verdict: the reply is too large to be judged here. Reading it took more than a minute, or more memory than a page gets.';
  }
  if (upload === null) return 'Nothing sent yet. What your app’s user would see comes here.';
  const { exchange, earlier } = upload;
  const again = earlier.length > 0 ? ' again, with the answer to the server’s login' : '';
  switch (exchange.stage) {
    case 'preparing':
    case 'uploading':
      return `Sending${again}…`;
    case 'waiting':
      return `Sent${again}. Waiting for the reply…`;
    case 'receiving':
    case 'done':
      return 'Reading the reply…';
  }
}

/** Whatever the verdict: without the person's word nothing would have been sent. */
function TrustNote({ exchange }: { readonly exchange: Exchange }) {
  const problem = acceptedProblem(exchange);
  if (problem === null) return null;
  return (
    <p className="outcome-trust">
      Certificate not trusted: {problem}. Accepted by you for this session; a phone would hardly accept it.
      You can take it back beside the Send button.
    </p>
  );
}
