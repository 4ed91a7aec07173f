/**
 * HTTP Digest authentication (RFC 7616; HDR-6): the answer to a 401. Pure: nonces of the app
 * come from outside. The password is never sent, so TPL-6 does not mask it.
 */
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from '../template/percent-encoding.ts';
import type { AuthChallenge } from './www-authenticate.ts';

export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  /** As it is written back; MD5 where the challenge names none. */
  readonly algorithm: 'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess';
  /** Whether the challenge named its algorithm: only then is it repeated. */
  readonly namesAlgorithm: boolean;
  readonly qop: 'auth' | null;
  /** The nonce was too old; the credentials may be right (RFC 7616, section 3.3). */
  readonly stale: boolean;
}

export interface DigestCredentials {
  readonly username: string;
  readonly password: string;
}

/** An answer repeats realm, nonce and opaque: of a longer challenge it would be a head that no server takes. */
export const mostChallengeCharacters = 8192;

/** The strongest Digest challenge that can be answered, or null. */
export function digestChallenge(challenges: readonly AuthChallenge[]): DigestChallenge | null {
  const understood = challenges.flatMap((challenge) => readDigest(challenge) ?? []);
  return understood.find(({ algorithm }) => algorithm.startsWith('SHA-256')) ?? understood[0] ?? null;
}

function readDigest({ scheme, parameters, length }: AuthChallenge): DigestChallenge | null {
  const nonce = parameters.get('nonce');
  if (scheme.toLowerCase() !== 'digest' || nonce === undefined || length > mostChallengeCharacters)
    return null;
  const named = parameters.get('algorithm');
  const algorithm = algorithms.find((known) => known.toLowerCase() === (named ?? 'MD5').toLowerCase());
  const offered = parameters
    .get('qop')
    ?.split(',')
    .map((word) => word.trim().toLowerCase());
  // A challenge that offers only auth-int can't be answered: the body would have to be hashed first.
  if (algorithm === undefined || (offered && !offered.includes('auth'))) return null;
  return {
    realm: parameters.get('realm') ?? '',
    nonce,
    opaque: parameters.get('opaque'),
    algorithm,
    namesAlgorithm: named !== undefined,
    qop: offered ? 'auth' : null,
    stale: parameters.get('stale')?.toLowerCase() === 'true',
  };
}

const algorithms = ['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess'] as const;

/** The value of `Authorization`. `cnonce` is drawn at random, at least 64 bits, by the caller. */
export function digestAuthorization(
  challenge: DigestChallenge,
  credentials: DigestCredentials,
  request: { readonly method: string; readonly target: string },
  cnonce: string,
): string {
  const hash = (text: string) => {
    const bytes = utf8(text);
    return bytesToHex(challenge.algorithm.startsWith('MD5') ? md5(bytes) : sha256(bytes));
  };
  const { realm, nonce, qop } = challenge;
  const nc = '00000001';
  const secret = hash(`${credentials.username}:${realm}:${credentials.password}`);
  const ha1 = challenge.algorithm.endsWith('-sess') ? hash(`${secret}:${nonce}:${cnonce}`) : secret;
  const ha2 = hash(`${request.method}:${request.target}`);
  const response = hash(qop ? `${ha1}:${nonce}:${nc}:${cnonce}:${qop}:${ha2}` : `${ha1}:${nonce}:${ha2}`);
  const usesCnonce = qop !== null || challenge.algorithm.endsWith('-sess');
  return `Digest ${[
    `username=${quoted(credentials.username)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(request.target)}`,
    ...(challenge.namesAlgorithm ? [`algorithm=${challenge.algorithm}`] : []),
    ...(qop ? [`qop=${qop}`, `nc=${nc}`] : []),
    ...(usesCnonce ? [`cnonce=${quoted(cnonce)}`] : []),
    `response="${response}"`,
    ...(challenge.opaque === undefined ? [] : [`opaque=${quoted(challenge.opaque)}`]),
  ].join(', ')}`;
}

/** A quoted-string (RFC 9110, section 5.6.4); line breaks can't stand in a header. */
function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the three that would end the line
  return `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(/[\r\n\u0000]/g, ' ')}"`;
}
