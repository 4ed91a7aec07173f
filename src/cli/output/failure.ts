/** A transport failure, as `send` prints it: the page's texts, without its buttons. */
import type { Failure } from '../../upload/exchange.ts';
import { failures } from '../../upload/failures.ts';

/** The code in its first line, for scripts; then what happened, why, and what to try. */
export function failureLines({ code, detail }: Failure): readonly string[] {
  const { title, explanation, whatToTry } = failures[code];
  return [
    `No complete reply: ${code} (${title})`,
    `  ${explanation}`,
    ...whatToTry.map((line) => `  Try: ${line}`),
    ...(detail === '' ? [] : [`  Detail: ${detail}`]),
  ];
}
