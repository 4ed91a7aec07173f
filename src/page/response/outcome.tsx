import { type ReactNode, useEffect, useRef } from 'react';
import type { Exchange, Upload } from '../exchange/exchange.ts';
import { acceptedProblem, useFailures } from '../state/failures.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import type { VerdictState } from '../state/use-verdict.ts';
import { FailureText } from './failure-text.tsx';
import type { OutcomeTone } from './outcome-text.tsx';
import { VerdictText } from './verdict-text.tsx';

/** A transport failure is no verdict: another colour, another shape. */
const tones = {
  quiet: 'rounded-[8px] border-dashed border-line text-muted',
  good: 'rounded-[8px] border-good-line bg-good-tint',
  bad: 'rounded-[8px] border-bad-line bg-bad-tint',
  transport: 'rounded-sm border-l-4 border-warn-line border-l-warn bg-warn-tint',
} satisfies Record<OutcomeTone, string>;

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
    <div
      ref={region}
      role="status"
      data-need=""
      className={`mx-4 mb-3 border px-3.5 pt-2.75 pb-3 ${tones[tone]}`}
    >
      {content}
      {upload && tone !== 'quiet' && <TrustNote exchange={upload.exchange} />}
    </div>
  );
}

function outcomeOf(
  upload: Upload | null,
  verdict: VerdictState,
): { readonly tone: OutcomeTone; readonly content: ReactNode } {
  const { exchange, isRunning } = upload ?? {};
  if (exchange?.failure && !isRunning) {
    const content = <FailureText failure={exchange.failure} hasReply={exchange.reply !== null} />;
    return { tone: 'transport', content };
  }
  if (verdict.kind === 'judged') {
    const tone = verdict.verdict.success ? 'good' : 'bad';
    return { tone, content: <VerdictText verdict={verdict.verdict} /> };
  }
  return { tone: 'quiet', content: waitingText(upload, verdict) };
}

function waitingText(upload: Upload | null, verdict: VerdictState): string {
  if (verdict.kind === 'unavailable') {
    return 'The reply arrived, but the part of the page that reads it could not be loaded. Send again to retry.';
  }
  if (verdict.kind === 'gave-up') {
    return 'No verdict: the reply is too large to be judged here. Reading it took more than a minute, or more memory than a page gets.';
  }
  if (upload === null) return 'Nothing sent yet. What your app’s user sees will appear here.';
  const { exchange, earlier } = upload;
  const again = earlier.length > 0 ? ' again, with the answer to the server’s login challenge' : '';
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

/** Whatever the verdict: had the certificate not been accepted, nothing would have been sent. */
function TrustNote({ exchange }: { readonly exchange: Exchange }) {
  const words = useFailures();
  const problem = acceptedProblem(exchange);
  if (problem === null) return null;
  const why = words === null || words === 'unavailable' ? '' : `: ${words.failures[problem].certificate}`;
  return (
    <p className="mt-2.25 border-0 border-t border-dashed border-warn-line pt-2 text-small font-medium text-warn">
      Certificate not trusted{why}. Accepted by you for this session; phones will most likely reject it. You
      can take it back beside the Send button.
    </p>
  );
}
