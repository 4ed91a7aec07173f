import type { Reason } from '../../../core/response/verdict.ts';
import { RuleChip } from '../../components/rule-chip.tsx';
import { ExcerptOfField } from '../../exchange/excerpt-text.tsx';
import type { Exchange, Upload } from '../../exchange/exchange.ts';
import { acceptedProblem, useFailures } from '../../state/failures.ts';
import type { Judged, Outcome } from '../../state/outcome/outcome-of.ts';
import { AssumedChip } from '../assumed-chip.tsx';
import { ErrorBubble } from './error-bubble.tsx';
import { FailureText } from './failure-text.tsx';
import { Caveat, OutcomeLabel, OutcomeTitle } from './outcome-lines.tsx';
import { RunningText } from './running-text.tsx';

interface OutcomeTextProps {
  readonly outcome: Outcome;
  readonly upload: Upload;
}

/** What is spoken: the title, what weakens it, what the user sees, and the reason that decided. */
export function OutcomeText({ outcome, upload }: OutcomeTextProps) {
  const trust = <TrustNote exchange={upload.exchange} />;
  switch (outcome.kind) {
    case 'running':
      return <RunningText upload={upload} />;
    case 'unjudged':
      return <p className="text-muted">{outcome.text}</p>;
    case 'transport':
      return (
        <>
          <FailureText failure={outcome.failure} hasReply={outcome.hasReply} />
          {trust}
        </>
      );
    case 'judged':
      return <JudgedText outcome={outcome}>{trust}</JudgedText>;
  }
}

function JudgedText({ outcome, children }: { readonly outcome: Judged; readonly children: React.ReactNode }) {
  const { tone, title, caveats, verdict, deciding, hint } = outcome;
  const { mediaUrl, shown, generic } = verdict;
  return (
    <>
      <OutcomeTitle tone={tone}>{title}</OutcomeTitle>
      {caveats.map((text) => (
        <Caveat key={text}>{text}</Caveat>
      ))}
      {children}
      {shown && <ErrorBubble message={shown} />}
      {deciding && <DecidingReason reason={deciding} />}
      {hint && (
        <div className="line-clamp-3">
          <DecidingReason reason={hint} />
        </div>
      )}
      {generic && (
        <OutcomeLabel>Placeholder for the app’s generic error; its exact wording isn’t public.</OutcomeLabel>
      )}
      {mediaUrl && (
        <div className="presenting:hidden">
          <OutcomeLabel>The app will use this media URL:</OutcomeLabel>
          {/* The whole of it is in the reply below. */}
          <p className="code line-clamp-3 wrap-anywhere">
            <ExcerptOfField field={mediaUrl} />
          </p>
        </div>
      )}
    </>
  );
}

function DecidingReason({ reason: { text, rule, assumption } }: { readonly reason: Reason }) {
  return (
    <p className="mt-1 wrap-anywhere">
      {text} <RuleChip rule={rule} /> {assumption && <AssumedChip id={assumption} />}
    </p>
  );
}

/** Whatever the verdict: had the certificate not been accepted, nothing would have been sent. */
function TrustNote({ exchange }: { readonly exchange: Exchange }) {
  const words = useFailures();
  const problem = acceptedProblem(exchange);
  if (problem === null) return null;
  const why = words === null || words === 'unavailable' ? '' : `: ${words.failures[problem].certificate}`;
  return (
    <Caveat>
      Certificate not trusted{why}. Accepted by you for this session; phones will most likely reject it.
    </Caveat>
  );
}
