/** What is said of a login: why a challenge was answered, or why not (HDR-6). */
import { authPasswordKey, authUsernameKey } from '../account/service-keys.ts';
import { type DigestChallenge, mostChallengeCharacters } from './digest.ts';
import type { AuthChallenge } from './www-authenticate.ts';

export const refused =
  'The server did not take this user name and password: it asked again. The app answers a challenge once.';
export const staleText =
  'The server called its nonce stale, so the request went out once more with the new one.';
export const staleAgain =
  'The server called its nonce stale again. One new nonce is taken, not a second one: look how long it keeps them.';
export const noChallenge =
  'The 401 says nothing of how to log in: it has no WWW-Authenticate header with a challenge, so there is nothing to answer.';

export function answeredByDigest({ algorithm, qop }: DigestChallenge): string {
  const how = `${algorithm}, ${qop === null ? 'without qop' : `qop=${qop}`}`;
  return `The server asked for a login by Digest (${how}), so the whole request went out again with the answer.`;
}

const assumed =
  'That the app answers Basic, and over https only, is an assumption (basic-auth): it is documented for a sister service, not for this one.';

export const answeredByBasic = `The server asked for a login by Basic and offered no Digest that is understood, so the whole request went out again with user name and password, once. ${assumed}`;

export const basicOverHttp = `The server asks for a login by Basic over plain http. Basic sends the password readable, so it is never answered over http, and nothing more was sent. Use https, or have the server ask for Digest. ${assumed}`;

export const basicSwitchedOff =
  'The server asks for a login by Basic, and you assume that the app never answers that (basic-auth=never): nothing more was sent. Have the server ask for Digest.';

export function basicUnsendable(obstacle: string): string {
  return `The server asks for a login by Basic. ${obstacle}: nothing more was sent. Change the credentials, or have the server ask for Digest.`;
}

/** There is at least one challenge. */
export function withoutCredentials(
  challenges: readonly AuthChallenge[],
  isDigest: boolean,
  secure: boolean,
): string {
  const keys = `where ${authUsernameKey} and ${authPasswordKey} are set`;
  if (isDigest) return `The server asks for a login by Digest. The app answers it ${keys}.`;
  if (!challenges.some(({ scheme }) => scheme.toLowerCase() === 'basic')) return whyUnanswerable(challenges);
  if (!secure) return basicOverHttp;
  return `The server asks for a login by Basic. Over https the app answers it ${keys}. ${assumed}`;
}

/** Neither a Digest that is understood nor Basic is among them. */
export function whyUnanswerable(challenges: readonly AuthChallenge[]): string {
  const digest = challenges.find(({ scheme }) => scheme.toLowerCase() === 'digest');
  if (digest) return whyNot(digest);
  return `The server asks for a login by ${schemesOf(challenges)}; the app answers Digest only (MD5 or SHA-256), and Basic over https, so nothing more was sent. Have the server ask for Digest.`;
}

function whyNot({ parameters, length }: AuthChallenge): string {
  if (length > mostChallengeCharacters)
    return `The Digest challenge is longer than ${mostChallengeCharacters} characters; an answer would repeat them, so it is not given.`;
  if (!parameters.has('nonce')) return 'The Digest challenge has no nonce, so it can’t be answered.';
  const [algorithm, qop] = [parameters.get('algorithm'), parameters.get('qop')];
  if (qop !== undefined && !/(?:^|,)\s*auth\s*(?:,|$)/i.test(qop)) {
    return `The Digest challenge asks for qop=${short(qop)}; the app does qop=auth, or none.`;
  }
  return `The Digest challenge asks for the algorithm ${short(algorithm ?? '')}; the app knows MD5 and SHA-256, also with -sess.`;
}

/** More schemes than a person reads are not listed. */
const mostSchemes = 5;

function schemesOf(challenges: readonly AuthChallenge[]): string {
  const schemes = [...new Set(challenges.map(({ scheme }) => short(scheme)))];
  const more = schemes.length > mostSchemes ? ' and others' : '';
  return `${schemes.slice(0, mostSchemes).join(', ')}${more}`;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
