import type { Failure } from '../../../upload/exchange.ts';
import { ExcerptText } from '../../exchange/excerpt-text.tsx';
import { detailOfFailure, useFailures } from '../../state/failures.ts';
import { OutcomeLabel, OutcomeTitle } from './outcome-lines.tsx';

interface FailureTextProps {
  readonly failure: Failure;
  readonly hasReply: boolean;
}

/** A transport failure: no verdict, because the app got no complete reply to judge. */
export function FailureText({ failure, hasReply }: FailureTextProps) {
  const words = useFailures();
  if (words === null) return null;
  return (
    <>
      {words === 'unavailable' ? (
        <ServerGone />
      ) : (
        <>
          <OutcomeTitle tone="transport">{words.failureTitle(failure.code, hasReply)}</OutcomeTitle>
          <p className="mt-1">{words.failures[failure.code].explanation}</p>
          <OutcomeLabel>What to try</OutcomeLabel>
          <ul className="mt-0.5 list-disc pl-4.25">
            {words.failures[failure.code].whatToTry.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p className="code mt-1.5 text-muted wrap-anywhere presenting:hidden">
        <ExcerptText text={detailOfFailure(failure)} />
      </p>
    </>
  );
}

/** The words themselves could not be loaded, which says enough. */
function ServerGone() {
  return (
    <>
      <OutcomeTitle tone="transport">No reply: the playground’s own server is unreachable</OutcomeTitle>
      <OutcomeLabel>What to try</OutcomeLabel>
      <p>
        Is the command that started the playground still running? The part of the page that says more could
        not be loaded from it. Start it again; what you typed stays in this tab.
      </p>
    </>
  );
}
