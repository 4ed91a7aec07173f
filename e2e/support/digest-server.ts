/**
 * A media server that asks for HTTP Digest, with its own reading of RFC 7616 by node:crypto: it shares nothing
 * with the playground that it judges.
 */
import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { type Behaviour, reply, success, whenComplete } from './raw-server.ts';

export interface DigestRules {
  readonly username: string;
  readonly password: string;
  /** As in the challenge; its qop is `auth`, or none where `qop` is false. */
  readonly algorithm: 'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess';
  readonly qop: boolean;
  /** A request without an answer is turned down when its head has come, and no more of it is read. */
  readonly early?: boolean;
  /** How many right answers are called stale before one is taken. */
  readonly staleTimes?: number;
}

const realm = 'media "upload"';
const unescaped = (text: string) => text.replaceAll(/\\(.)/g, '$1');

/** One behaviour for all connections: it counts. */
export function behindDigest(rules: DigestRules): Behaviour {
  let stale = rules.staleTimes ?? 0;
  let nonce = 0;
  const challenge = (isStale: boolean) => {
    nonce += 1;
    const quoted = realm.replaceAll('"', '\\"');
    const parts = [
      `realm="${quoted}"`,
      `nonce="n${nonce}"`,
      'opaque="o p"',
      `algorithm=${rules.algorithm}`,
      ...(rules.qop ? ['qop="auth,auth-int"'] : []),
      ...(isStale ? ['stale=true'] : []),
    ];
    return reply('401 Unauthorized', 'application/json', '{"message":"Log in first"}', [
      `WWW-Authenticate: Digest ${parts.join(', ')}`,
    ]);
  };
  const isRight = (received: Buffer) => answers(received.toString('latin1'), `n${nonce}`, rules);
  return (socket: Socket, received: Buffer) => {
    const isBare = received.includes('\r\n\r\n') && !received.includes('\r\nAuthorization:');
    if (rules.early && isBare) {
      if (!socket.isPaused()) socket.pause().end(challenge(false));
      return;
    }
    whenComplete(() => {
      const right = isRight(received);
      const isTaken = right && stale === 0;
      if (right) stale -= 1;
      socket.end(isTaken ? success : challenge(right));
    })(socket, received);
  };
}

function answers(
  request: string,
  nonce: string,
  { username, password, algorithm, qop }: DigestRules,
): boolean {
  const [, method = '', target = ''] = /^(\S+) (\S+) /.exec(request) ?? [];
  const given = /^Authorization: Digest (.*)\r$/m.exec(request)?.[1];
  if (given === undefined) return false;
  const value = (name: string) => {
    const found = new RegExp(`(?:^|, )${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^,]*))`).exec(given);
    return found ? unescaped(found[1] ?? found[2] ?? '') : undefined;
  };
  const hash = (text: string) =>
    createHash(algorithm.startsWith('MD5') ? 'md5' : 'sha256')
      .update(text, 'utf8')
      .digest('hex');
  const cnonce = value('cnonce');
  const secret = hash(`${username}:${realm}:${password}`);
  const a1 = algorithm.endsWith('-sess') ? hash(`${secret}:${nonce}:${cnonce}`) : secret;
  const a2 = hash(`${method}:${target}`);
  const middle = qop ? `${nonce}:${value('nc')}:${cnonce}:${value('qop')}` : nonce;
  return (
    value('username') === username &&
    value('realm') === realm &&
    value('nonce') === nonce &&
    value('opaque') === 'o p' &&
    value('uri') === target &&
    value('algorithm') === algorithm &&
    (qop ? value('qop') === 'auth' && value('nc') === '00000001' && (cnonce ?? '').length >= 16 : true) &&
    value('response') === hash(`${a1}:${middle}:${a2}`)
  );
}
