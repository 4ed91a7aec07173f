/** The token that the proxy wants with each upload: fresh, because the server may have been started anew. */
import { type FailureCode, tokenPath } from '../../upload/protocol.ts';

export type TokenAnswer =
  | { readonly ok: true; readonly token: string }
  /** `response`: null where none came. */
  | {
      readonly ok: false;
      readonly code: FailureCode;
      readonly detail: string;
      readonly response: Response | null;
    };

export async function askToken(signal: AbortSignal): Promise<TokenAnswer> {
  const refused = (detail: string, response: Response): TokenAnswer => {
    return { ok: false, code: 'proxy-refused', detail: `${tokenPath}${detail}`, response };
  };
  try {
    const response = await fetch(tokenPath, { signal, cache: 'no-store' });
    if (!response.ok) return refused(`: ${response.status}`, response);
    const answer: unknown = await response.json();
    if (
      typeof answer === 'object' &&
      answer !== null &&
      'token' in answer &&
      typeof answer.token === 'string'
    )
      return { ok: true, token: answer.token };
    return refused(' gave no token.', response);
  } catch {
    return { ok: false, code: 'proxy-unreachable', detail: '', response: null };
  }
}
