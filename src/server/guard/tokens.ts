/** The token that an upload must carry: only our own page hands it out. */
import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from './same-secret.ts';

export interface Tokens {
  readonly issue: () => string;
  readonly accepts: (given: string) => boolean;
}

/** One for the life of this process. */
export function localTokens(token: string = randomBytes(32).toString('base64url')): Tokens {
  return { issue: () => token, accepts: (given) => isSameSecret(given, token) };
}

/** Milliseconds by which the clocks of machines at one load balancer may differ. */
const clockSkew = 120_000;

/**
 * Tokens that any process with the same secrets issues and accepts, so that none of them keeps a
 * list: `expiry.salt.signature`, the signature an HMAC-SHA-256 of what stands before it. The first
 * secret signs; all of them verify, so that a new one can be brought in while the old one is in use.
 * `lifetime` in milliseconds.
 */
export function signedTokens(
  [newest, ...older]: readonly [string, ...string[]],
  lifetime: number,
  now: () => number = Date.now,
): Tokens {
  return {
    issue: () => {
      const claim = `${(now() + lifetime).toString(36)}.${randomBytes(12).toString('base64url')}`;
      return `${claim}.${sign(claim, newest)}`;
    },
    accepts: (given) => {
      const [, claim = '', expiry = '', signature = ''] =
        /^(([0-9a-z]{1,11})\.[\w-]{16})\.([\w-]{43})$/.exec(given) ?? [];
      // Every secret is tried, so that the time taken doesn't depend on which one fits.
      const isOurs = [newest, ...older]
        .map((secret) => isSameSecret(signature, sign(claim, secret)))
        .includes(true);
      const left = Number.parseInt(expiry, 36) - now();
      return isOurs && left > 0 && left <= lifetime + clockSkew;
    },
  };
}

function sign(claim: string, secret: string): string {
  return createHmac('sha256', secret).update(`media-upload-playground token ${claim}`).digest('base64url');
}
