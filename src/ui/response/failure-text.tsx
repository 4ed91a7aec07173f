import type { Failure } from '../../app/exchange.ts';
import { failureTexts } from '../../app/failures.ts';

interface FailureTextProps {
  readonly failure: Failure;
  readonly hasReply: boolean;
}

/** A failure of the way: no verdict, because the app got no complete reply to judge. */
export function FailureText({ failure, hasReply }: FailureTextProps) {
  const { kind, title, explanation, advice } = failureTexts[failure.code];
  return (
    <>
      <p className="outcome-title">
        {hasReply ? 'No complete reply' : kind}: {title}
      </p>
      <p>{explanation}</p>
      <p className="outcome-label">What to try</p>
      <ul className="outcome-advice">
        {advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="outcome-detail code">
        {failure.code}
        {failure.detail && `: ${failure.detail}`}
      </p>
    </>
  );
}
