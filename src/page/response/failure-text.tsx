import { useEffect, useState } from 'react';
import type { Failure } from '../exchange/exchange.ts';
import { detailOfFailure, type FailureTexts, loadFailureTexts, titleOfFailure } from '../state/failures.ts';
import { ExcerptText } from './excerpt-text.tsx';

interface FailureTextProps {
  readonly failure: Failure;
  readonly hasReply: boolean;
}

/** A failure of the way: no verdict, because the app got no complete reply to judge. */
export function FailureText({ failure, hasReply }: FailureTextProps) {
  return (
    <>
      <p className="outcome-title">{titleOfFailure(failure, hasReply)}</p>
      <Advice code={failure.code} />
      <p className="outcome-detail code">
        <ExcerptText text={detailOfFailure(failure)} />
      </p>
    </>
  );
}

/** Why, and what to try. */
function Advice({ code }: { readonly code: Failure['code'] }) {
  const [texts, setTexts] = useState<FailureTexts | 'unavailable' | null>(null);
  useEffect(() => {
    let wanted = true;
    loadFailureTexts().then(
      (loaded) => wanted && setTexts(loaded),
      () => wanted && setTexts('unavailable'),
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (texts === null) return null;
  if (texts === 'unavailable') {
    return (
      <>
        <p className="outcome-label">What to try</p>
        <p>
          Is the command that started the playground still running? The part of the page that says more could
          not be loaded from it. Start it again; what you typed stays in this tab.
        </p>
      </>
    );
  }
  const { explanation, advice } = texts[code];
  return (
    <>
      <p>{explanation}</p>
      <p className="outcome-label">What to try</p>
      <ul className="outcome-advice">
        {advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
