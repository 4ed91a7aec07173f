/** A failure of the way as the page says it, and what would have been one without a person's word. */
import { certificateProblems, type FailureText, failureTexts, failureTitle } from '../wire/failure-texts.ts';
import type { Exchange, Failure } from './exchange.ts';

export interface ShownFailure extends Omit<FailureText, 'kind' | 'title'> {
  readonly title: string;
  /** The code, and what the system said, for whoever reports it. */
  readonly detail: string;
}

export function showFailure({ code, detail }: Failure, hasReply: boolean): ShownFailure {
  const { explanation, advice } = failureTexts[code];
  const said = detail === '' ? code : `${code}: ${detail}`;
  return { title: failureTitle(code, hasReply), explanation, advice, detail: said };
}

/** What is the matter with a certificate that was accepted all the same; null where it verifies. */
export function acceptedProblem({ tls }: Exchange): string | null {
  return tls?.accepted && tls.problem ? certificateProblems[tls.problem.code] : null;
}
