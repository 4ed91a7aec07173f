/**
 * What becomes of a 401 (HDR-6): the whole request again with an answer to its Digest challenge, once,
 * and once more where the server calls the nonce stale. Pure: the client's nonce comes from outside.
 */
import type { Origin, Piece } from '../provenance.ts';
import { type DigestChallenge, digestAuthorization, digestChallenge } from './digest.ts';
import type { PlannedHeader, RequestPlan } from './plan.ts';
import { type AuthChallenge, parseChallenges } from './www-authenticate.ts';

type Headers = readonly (readonly [name: string, value: string])[];

export interface ChallengedRequest {
  /** As it was first built, without an answer. */
  readonly plan: RequestPlan;
  readonly status: number;
  readonly headers: Headers;
  /** How often a challenge of this upload was answered before. */
  readonly answers: number;
}

export type ChallengeAnswer =
  /** To be sent now: the request with its answer. */
  | { readonly kind: 'answer'; readonly plan: RequestPlan; readonly text: string }
  /** Worth saying: there was a challenge, and it is not answered. */
  | { readonly kind: 'unanswered'; readonly text: string }
  /** Nothing was asked. */
  | { readonly kind: 'none' };

/** Once, and once for a stale nonce (RFC 7616, section 3.3). */
const mostAnswers = 2;
const authorization = 'Authorization';

/** `cnonce`: drawn at random, at least 64 bits. */
export function answerChallenge(asked: ChallengedRequest, cnonce: string): ChallengeAnswer {
  const { plan, status, headers, answers } = asked;
  if (status !== 401) return { kind: 'none' };
  const challenge = digestChallenge(headers);
  if (plan.digest === null) return withoutCredentials(headers, challenge);
  if (challenge === null) return { kind: 'unanswered', text: whyUnanswerable(headers) };
  if (answers > 0 && !challenge.stale) return { kind: 'unanswered', text: refused };
  if (answers >= mostAnswers) return { kind: 'unanswered', text: staleAgain };
  const { digest, method, target } = plan;
  const value = digestAuthorization(challenge, digest, { method, target }, cnonce);
  const header: PlannedHeader = {
    name: authorization,
    value,
    pieces: piecesOf(value, plan, digest.origin),
    origin: { kind: 'client' },
  };
  // There is one answer to a challenge: it takes the place of any that the account brought itself.
  const others = plan.headers.filter(({ name }) => name.toLowerCase() !== authorization.toLowerCase());
  const text = answers === 0 ? answeredText(challenge) : staleText;
  return { kind: 'answer', plan: { ...plan, headers: [...others, header] }, text };
}

/** The request target stands in it as it was expanded: its passwords are to be known here, too. */
function piecesOf(value: string, { target, targetPieces }: RequestPlan, origin: Origin): readonly Piece[] {
  const [before, ...others] = value.split(`uri="${target}"`);
  if (before === undefined || others.length !== 1) return [{ text: value, origin }];
  return [{ text: `${before}uri="`, origin }, ...targetPieces, { text: `"${others[0]}`, origin }];
}

const refused =
  'The server did not take this user name and password: it asked again. The client answers a challenge once.';
const staleText = 'The server called its nonce stale, so the request went out once more with the new one.';
const staleAgain =
  'The server called its nonce stale again. One new nonce is taken, not a second one: look how long it keeps them.';

function answeredText({ algorithm, qop }: DigestChallenge): string {
  const how = `${algorithm}, ${qop === null ? 'without qop' : `qop=${qop}`}`;
  return `The server asked for a login by Digest (${how}), so the whole request went out again with the answer.`;
}

function withoutCredentials(headers: Headers, challenge: DigestChallenge | null): ChallengeAnswer {
  const [first] = challengesOf(headers);
  if (first === undefined) return { kind: 'none' };
  const text =
    challenge === null
      ? `The server asks for a login by ${first.scheme}; ${digestOnly}`
      : 'The server asks for a login by Digest. The client answers it where genericMediaUploadAuthUsername and genericMediaUploadAuthPassword are set.';
  return { kind: 'unanswered', text };
}

const digestOnly =
  'the client answers Digest only (MD5 or SHA-256), so nothing more was sent. Have the server ask for Digest.';

function whyUnanswerable(headers: Headers): string {
  const challenges = challengesOf(headers);
  const digest = challenges.find(({ scheme }) => scheme.toLowerCase() === 'digest');
  if (digest) return whyNot(digest);
  const schemes = [...new Set(challenges.map(({ scheme }) => scheme))].join(', ');
  if (schemes !== '') return `The server asks for a login by ${schemes}; ${digestOnly}`;
  return 'The 401 says nothing of how to log in: it has no WWW-Authenticate header with a challenge, so there is nothing to answer.';
}

function whyNot({ parameters }: AuthChallenge): string {
  if (!parameters.has('nonce')) return 'The Digest challenge has no nonce, so it can’t be answered.';
  const [algorithm, qop] = [parameters.get('algorithm'), parameters.get('qop')];
  if (qop !== undefined && !/(?:^|,)\s*auth\s*(?:,|$)/i.test(qop)) {
    return `The Digest challenge asks for qop=${short(qop)}; the client does qop=auth, or none.`;
  }
  return `The Digest challenge asks for the algorithm ${short(algorithm ?? '')}; the client knows MD5 and SHA-256, also with -sess.`;
}

function challengesOf(headers: Headers): readonly AuthChallenge[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'www-authenticate')
    .flatMap(([, value]) => parseChallenges(value));
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
