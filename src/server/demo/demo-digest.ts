/**
 * The server's side of HTTP Digest (RFC 7616), written on its own so that it can judge the
 * client's. It keeps no state: what a nonce is worth stands in the nonce itself, signed. A nonce
 * used twice is therefore not noticed.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '../guard/same-secret.ts';
import { readDigest } from './demo-digest-header.ts';

export interface DigestRules {
  readonly algorithm: DigestAlgorithm;
  readonly qop: 'auth' | 'none';
  /** The first right answer is turned down once. */
  readonly staleOnce: boolean;
}

export const digestAlgorithms = ['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess'] as const;
export type DigestAlgorithm = (typeof digestAlgorithms)[number];

export interface DigestCredentials {
  readonly username: string;
  readonly password: string;
}

export type DigestOutcome =
  | { readonly kind: 'accepted' }
  /** Right, but for a nonce that is not good any more. */
  | { readonly kind: 'stale' }
  /** `why` is for people; it quotes nothing of the answer. */
  | { readonly kind: 'refused'; readonly why: string };

export interface DigestGate {
  /** A value of WWW-Authenticate, with a nonce of its own. */
  readonly challenge: (rules: DigestRules, isStale: boolean) => string;
  readonly check: (given: DigestAnswer, rules: DigestRules) => DigestOutcome;
}

export interface DigestAnswer {
  /** The value of Authorization. */
  readonly authorization: string;
  readonly method: string;
  /** Path and query of the request line. */
  readonly target: string;
}

const realm = 'demo media server';
const opaque = '5f6d656469615f';
/** Milliseconds in which a nonce is good. */
const nonceLife = 300_000;

/** `now`: milliseconds. */
export function createDigestGate(credentials: DigestCredentials, now: () => number = Date.now): DigestGate {
  // No secret, for there is nothing to guard: of several processes behind a balancer each knows the nonces
  // of the others.
  const key = createHash('sha256').update(`${realm}:${credentials.password}`).digest();
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 24);
  /** The second generation is the one that follows a stale nonce. */
  const drawNonce = (generation: 1 | 2) => {
    const facts = `${generation}.${now().toString(36)}.${randomBytes(6).toString('base64url')}`;
    return `${facts}.${sign(facts)}`;
  };
  const readNonce = (nonce: string) => {
    const [generation = '', issued = '', random = '', signature = ''] = nonce.split('.');
    if (!isSameSecret(signature, sign(`${generation}.${issued}.${random}`))) return null;
    return { generation: Number(generation), age: now() - Number.parseInt(issued, 36) };
  };
  return {
    challenge({ algorithm, qop }, isStale) {
      const parameters = [
        `realm="${realm}"`,
        ...(qop === 'auth' ? ['qop="auth"'] : []),
        `algorithm=${algorithm}`,
        `nonce="${drawNonce(isStale ? 2 : 1)}"`,
        `opaque="${opaque}"`,
        ...(isStale ? ['stale=true'] : []),
      ];
      return `Digest ${parameters.join(', ')}`;
    },
    check({ authorization, method, target }, rules) {
      const read = readDigest(authorization);
      if (read.kind === 'malformed') return refused(read.why);
      const { parameters } = read;
      const fault = faultOf(parameters, target, rules);
      if (fault !== null) return refused(fault);
      const nonce = readNonce(parameters.get('nonce') ?? '');
      if (nonce === null) return refused('The nonce is not one of this server');
      if (parameters.get('username') !== credentials.username) return refused('The user name is another one');
      const expected = digestOf(parameters, method, credentials.password, rules);
      if (!isSameSecret(parameters.get('response') ?? '', expected)) return refused('The response is wrong');
      if (nonce.age > nonceLife || (rules.staleOnce && nonce.generation === 1)) return { kind: 'stale' };
      return { kind: 'accepted' };
    },
  };
}

/** RFC 7616, section 3.4.1 to 3.4.3; in lower-case hex. */
export function digestOf(
  parameters: ReadonlyMap<string, string>,
  method: string,
  password: string,
  { algorithm, qop }: Omit<DigestRules, 'staleOnce'>,
): string {
  const of = (name: string) => parameters.get(name) ?? '';
  const hash = (text: string) =>
    createHash(algorithm.startsWith('MD5') ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const secret = hash(`${of('username')}:${of('realm')}:${password}`);
  const a1 = algorithm.endsWith('-sess') ? hash(`${secret}:${of('nonce')}:${of('cnonce')}`) : secret;
  const a2 = hash(`${method}:${of('uri')}`);
  return qop === 'auth'
    ? hash(`${a1}:${of('nonce')}:${of('nc')}:${of('cnonce')}:auth:${a2}`)
    : hash(`${a1}:${of('nonce')}:${a2}`);
}

/** What is wrong with it apart from the digest itself; null: nothing. */
function faultOf(
  parameters: ReadonlyMap<string, string>,
  target: string,
  { algorithm, qop }: DigestRules,
): string | null {
  for (const name of ['username', 'realm', 'nonce', 'uri', 'response']) {
    if (!parameters.has(name)) return `The parameter ${name} is missing`;
  }
  if (parameters.get('realm') !== realm) return 'The realm is another one';
  if (parameters.get('uri') !== target) return 'The uri is not that of the request line';
  if (parameters.get('opaque') !== opaque) return 'The parameter opaque did not come back as it was given';
  // Absent means MD5 (section 3.4).
  if ((parameters.get('algorithm') ?? 'MD5').toUpperCase() !== algorithm.toUpperCase()) {
    return 'The algorithm is another one';
  }
  if ((parameters.get('qop') ?? 'none') !== qop) return 'The qop is another one';
  if (qop === 'auth' && !/^[0-9a-f]{8}$/.test(parameters.get('nc') ?? '')) {
    return 'The parameter nc is not of eight hex digits';
  }
  if ((qop === 'auth' || algorithm.endsWith('-sess')) && !parameters.get('cnonce')) {
    return 'The parameter cnonce is missing';
  }
  return null;
}

function refused(why: string): DigestOutcome {
  return { kind: 'refused', why };
}
