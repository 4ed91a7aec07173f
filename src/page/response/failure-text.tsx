import { useEffect, useState } from 'react';
import type { Failure } from '../exchange/exchange.ts';
import { detailOfFailure, type FailureTexts, loadFailureTexts, titleOfFailure } from '../state/failures.ts';
import { ExcerptText } from './excerpt-text.tsx';
import { OutcomeLabel, OutcomeTitle } from './outcome-text.tsx';

interface FailureTextProps {
  readonly failure: Failure;
  readonly hasReply: boolean;
}

/** A transport failure: no verdict, because the app got no complete reply to judge. */
export function FailureText({ failure, hasReply }: FailureTextProps) {
  return (
    <>
      <OutcomeTitle tone="transport">{titleOfFailure(failure, hasReply)}</OutcomeTitle>
      <Advice code={failure.code} />
      <p className="code mt-1.5 text-muted wrap-anywhere">
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
        <OutcomeLabel>What to try</OutcomeLabel>
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
      <OutcomeLabel>What to try</OutcomeLabel>
      <ul className="mt-1.5 list-disc pl-4.25">
        {advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
