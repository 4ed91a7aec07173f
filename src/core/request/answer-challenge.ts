/**
 * What becomes of a 401 (HDR-6): the whole request again with an answer to its Digest challenge, once,
 * and once more where the server calls the nonce stale; or, over https, with Basic where the server offers
 * no Digest that is understood. Pure: the app's nonce comes from outside.
 */
import { client, type Origin, type Piece, textOf } from '../source/provenance.ts';
import { basicObstacle, basicToken } from './basic.ts';
import {
  answeredByBasic,
  answeredByDigest,
  basicOverHttp,
  basicSwitchedOff,
  basicUnsendable,
  noChallenge,
  refused,
  staleAgain,
  staleText,
  whyUnanswerable,
  withoutCredentials,
} from './challenge-texts.ts';
import { type DigestChallenge, digestAuthorization, digestChallenge } from './digest.ts';
import type { PlannedHeader, RequestPlan } from './plan.ts';
import type { PlannedCredentials } from './plan-credentials.ts';
import { type AuthChallenge, challengesOf } from './www-authenticate.ts';

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
  | {
      readonly kind: 'answer';
      readonly scheme: LoginScheme;
      readonly plan: RequestPlan;
      readonly text: string;
    }
  /** Worth saying: there was a challenge, and it is not answered. */
  | { readonly kind: 'unanswered'; readonly text: string }
  /** Nothing was asked. */
  | { readonly kind: 'none' };

export type LoginScheme = 'Digest' | 'Basic';

/** Once, and once for a stale nonce (RFC 7616, section 3.3). */
const mostAnswers = 2;
const authorization = 'Authorization';

/** `cnonce`: drawn at random, at least 64 bits. */
export function answerChallenge(asked: ChallengedRequest, cnonce: string): ChallengeAnswer {
  const { plan, status, headers, answers } = asked;
  if (status !== 401) return { kind: 'none' };
  const challenges = challengesOf(headers);
  const digest = digestChallenge(challenges);
  const { credentials } = plan;
  if (credentials === null) {
    const [first] = challenges;
    return first
      ? unanswered(withoutCredentials(challenges, digest !== null, plan.secure))
      : { kind: 'none' };
  }
  if (challenges.length === 0) return unanswered(noChallenge);
  if (digest === null) return answerWithoutDigest(asked, credentials, challenges);
  if (answers > 0 && !digest.stale) return unanswered(refused);
  if (answers >= mostAnswers) return unanswered(staleAgain);
  return answerDigest(asked, credentials, digest, cnonce);
}

function answerDigest(
  { plan, answers }: ChallengedRequest,
  credentials: PlannedCredentials,
  challenge: DigestChallenge,
  cnonce: string,
): ChallengeAnswer {
  const value = digestAuthorization(challenge, credentials, plan, cnonce);
  const text = answers === 0 ? answeredByDigest(challenge) : staleText;
  const pieces = digestPieces(value, plan, credentials.digestOrigin);
  return { kind: 'answer', scheme: 'Digest', plan: withAnswer(plan, pieces), text };
}

/** Basic comes second: it hands over the password, which Digest never does. */
function answerWithoutDigest(
  { plan, answers }: ChallengedRequest,
  credentials: PlannedCredentials,
  challenges: readonly AuthChallenge[],
): ChallengeAnswer {
  if (!challenges.some(isBasic)) return unanswered(whyUnanswerable(challenges));
  if (answers > 0) return unanswered(refused);
  if (!plan.secure) return unanswered(basicOverHttp);
  if (credentials.basicAuth === 'never') return unanswered(basicSwitchedOff);
  const obstacle = basicObstacle(credentials);
  if (obstacle !== null) return unanswered(basicUnsendable(obstacle));
  const pieces: readonly Piece[] = [
    { text: 'Basic ', origin: client },
    { text: basicToken(credentials), origin: credentials.basicOrigin },
  ];
  return { kind: 'answer', scheme: 'Basic', plan: withAnswer(plan, pieces), text: answeredByBasic };
}

function isBasic({ scheme }: AuthChallenge): boolean {
  return scheme.toLowerCase() === 'basic';
}

/** There is one answer to a challenge: it takes the place of any that the account brought itself. */
function withAnswer(plan: RequestPlan, pieces: readonly Piece[]): RequestPlan {
  const header: PlannedHeader = { name: authorization, value: textOf(pieces), pieces, origin: client };
  const others = plan.headers.filter(({ name }) => name.toLowerCase() !== authorization.toLowerCase());
  return { ...plan, headers: [...others, header] };
}

/** It holds the expanded request target, passwords included. */
function digestPieces(
  value: string,
  { target, targetPieces }: RequestPlan,
  origin: Origin,
): readonly Piece[] {
  const [before, ...others] = value.split(`uri="${target}"`);
  if (before === undefined || others.length !== 1) return [{ text: value, origin }];
  return [{ text: `${before}uri="`, origin }, ...targetPieces, { text: `"${others[0]}`, origin }];
}

function unanswered(text: string): ChallengeAnswer {
  return { kind: 'unanswered', text };
}
