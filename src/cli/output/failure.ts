/** A transport failure, as `send` prints it: the page's texts, without its buttons. */
import { failureTexts } from '../../upload/failure-texts.ts';
import { failureTitles } from '../../upload/failure-titles.ts';
import type { FailureCode } from '../../upload/protocol.ts';

export interface PrintedFailure {
  readonly code: FailureCode;
  /** What the system said; may be empty. */
  readonly detail: string;
}

/** The code in its first line, for scripts; then what happened, why, and what to try. */
export function failureLines({ code, detail }: PrintedFailure): readonly string[] {
  const { title } = failureTitles[code];
  const { explanation, advice } = failureTexts[code];
  return [
    `No complete reply: ${code} (${title})`,
    `  ${explanation}`,
    ...advice.map((line) => `  Try: ${line}`),
    ...(detail === '' ? [] : [`  Detail: ${detail}`]),
  ];
}
