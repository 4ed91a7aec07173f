/** A failure of the way as the page says it, and what would have been one without a person's word. */
import { certificateProblems, failureTitle } from '../../upload/failure-titles.ts';
import type { Exchange, Failure } from '../exchange/exchange.ts';

export type FailureTexts = typeof import('../../upload/failure-texts.ts').failureTexts;

/** Loaded with the first upload, or when the page is at rest: its server may be gone when they are needed. */
export const loadFailureTexts = async (): Promise<FailureTexts> =>
  (await import('../../upload/failure-texts.ts')).failureTexts;

export function titleOfFailure({ code }: Failure, hasReply: boolean): string {
  return failureTitle(code, hasReply);
}

/** The code, and what the system said, for whoever reports it. */
export function detailOfFailure({ code, detail }: Failure): string {
  return detail === '' ? code : `${code}: ${detail}`;
}

/** What is the matter with a certificate that was accepted all the same; null where it verifies. */
export function acceptedProblem({ tls }: Exchange): string | null {
  return tls?.accepted && tls.problem ? certificateProblems[tls.problem.code] : null;
}
