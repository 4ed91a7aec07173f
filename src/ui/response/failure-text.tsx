import type { Failure } from '../../app/exchange.ts';
import { showFailure } from '../../app/failures.ts';

interface FailureTextProps {
  readonly failure: Failure;
  readonly hasReply: boolean;
}

/** A failure of the way: no verdict, because the app got no complete reply to judge. */
export function FailureText({ failure, hasReply }: FailureTextProps) {
  const { title, explanation, advice, detail } = showFailure(failure, hasReply);
  return (
    <>
      <p className="outcome-title">{title}</p>
      <p>{explanation}</p>
      <p className="outcome-label">What to try</p>
      <ul className="outcome-advice">
        {advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="outcome-detail code">{detail}</p>
    </>
  );
}
