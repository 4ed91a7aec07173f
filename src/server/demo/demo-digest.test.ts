import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { demoCredentials } from '../../demo/scenarios.ts';
import { demoAtWork } from '../../test/demo-client.ts';
import { createDigestGate, type DigestRules, digestAlgorithms, digestOf } from './demo-digest.ts';
import { readDigest } from './demo-digest-header.ts';

/** The example of RFC 7616, section 3.9.1. */
const example = new Map([
  ['username', 'Mufasa'],
  ['realm', 'http-auth@example.org'],
  ['uri', '/dir/index.html'],
  ['nonce', '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v'],
  ['nc', '00000001'],
  ['cnonce', 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ'],
]);

test.each([
  ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
  ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
] as const)('the digest of the RFC’s example by %s is the RFC’s', (algorithm, expected) => {
  expect(digestOf(example, 'GET', 'Circle of Life', { algorithm, qop: 'auth' })).toBe(expected);
});

const rulesOf = (algorithm: DigestRules['algorithm'], qop: DigestRules['qop'], staleOnce = false) => ({
  algorithm,
  qop,
  staleOnce,
});
const allRules = digestAlgorithms.flatMap((algorithm) =>
  (['auth', 'none'] as const).map((qop) => rulesOf(algorithm, qop)),
);

/** A client written from the RFC alone, with whatever a test wants to be wrong. */
function answerTo(
  challenge: string,
  rules: DigestRules,
  changes: Readonly<Record<string, string>> = {},
): string {
  const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
  const { username, password, method, uri } = {
    ...demoCredentials,
    method: 'POST',
    uri: '/demo/upload?a=1',
    ...changes,
  };
  const hash = (text: string) =>
    createHash(rules.algorithm.startsWith('SHA') ? 'sha256' : 'md5')
      .update(text)
      .digest('hex');
  const [nonce, cnonce, nc] = [value('nonce'), '0a4f113b', '00000001'];
  const plain = hash(`${username}:${value('realm')}:${password}`);
  const ha1 = rules.algorithm.endsWith('-sess') ? hash(`${plain}:${nonce}:${cnonce}`) : plain;
  const ha2 = hash(`${method}:${uri}`);
  const isAuth = rules.qop === 'auth';
  const response = hash(isAuth ? `${ha1}:${nonce}:${nc}:${cnonce}:auth:${ha2}` : `${ha1}:${nonce}:${ha2}`);
  const parameters = [
    `username="${username}", realm="${value('realm')}", nonce="${nonce}", uri="${uri}", response="${response}"`,
    `algorithm=${rules.algorithm}, opaque="${value('opaque')}", cnonce="${cnonce}"`,
    ...(isAuth ? [`qop=auth, nc=${nc}`] : []),
  ];
  return `Digest ${parameters.join(', ')}`;
}

function check(rules: DigestRules, authorization: (challenge: string) => string) {
  const gate = createDigestGate(demoCredentials);
  const given = {
    authorization: authorization(gate.challenge(rules, false)),
    method: 'POST',
    target: '/demo/upload?a=1',
  };
  return gate.check(given, rules);
}

test.each(allRules)('a right answer by $algorithm with qop $qop is accepted', (rules) => {
  expect(check(rules, (challenge) => answerTo(challenge, rules))).toEqual({ kind: 'accepted' });
});

test.each([
  ['another password', { password: 'guess' }, 'The response is wrong'],
  ['another user', { username: 'root' }, 'The user name is another one'],
  ['another method', { method: 'PUT' }, 'The response is wrong'],
  ['another address', { uri: '/demo/upload' }, 'The uri is not that of the request line'],
])('an answer with %s is refused', (_, changes, why) => {
  const rules = rulesOf('SHA-256', 'auth');
  expect(check(rules, (challenge) => answerTo(challenge, rules, changes))).toEqual({ kind: 'refused', why });
});

test.each([
  [/ nc=\w+/, ' nc=1', 'The parameter nc is not of eight hex digits'],
  [/cnonce="\w+"/, 'cnonce=""', 'The parameter cnonce is missing'],
  [/algorithm=[\w-]+, /, '', 'The algorithm is another one'],
  [/opaque="\w+"/, 'opaque="x"', 'The parameter opaque did not come back as it was given'],
  [/qop=auth/, 'qop="auth"', 'The parameter qop is in quotes, which RFC 7616 forbids'],
  [/nonce="(\S+)"/, 'nonce=$1', 'The parameter nonce is not in quotes'],
  [/nonce="\d/, 'nonce="2', 'The nonce is not one of this server'],
  [/Digest /, 'Digest username="demo", ', 'The parameter username is there twice'],
  [/Digest /, 'Basic ', 'The Authorization is not Digest'],
  [/, opaque/, ' opaque', 'The Authorization is not well-formed'],
])('of an answer where %s became %s the fault is told', (from, to, why) => {
  const rules = rulesOf('SHA-256', 'auth');
  expect(check(rules, (challenge) => answerTo(challenge, rules).replace(from, to))).toEqual({
    kind: 'refused',
    why,
  });
});

test('without an algorithm MD5 is meant', () => {
  const rules = rulesOf('MD5', 'auth');
  const outcome = check(rules, (challenge) => answerTo(challenge, rules).replace('algorithm=MD5, ', ''));
  expect(outcome).toEqual({ kind: 'accepted' });
});

test('a nonce is stale once where that is asked for, and after five minutes anyhow', () => {
  let now = 0;
  const gate = createDigestGate(demoCredentials, () => now);
  const target = '/demo/upload?a=1';
  const outcome = (rules: DigestRules, challenge: string) =>
    gate.check({ authorization: answerTo(challenge, rules), method: 'POST', target }, rules).kind;
  const once = rulesOf('MD5', 'auth', true);
  expect(outcome(once, gate.challenge(once, false))).toBe('stale');
  expect(gate.challenge(once, true)).toMatch(/, stale=true$/);
  expect(outcome(once, gate.challenge(once, true))).toBe('accepted');
  const plain = rulesOf('MD5', 'auth');
  const challenge = gate.challenge(plain, false);
  now = 299_000;
  expect(outcome(plain, challenge)).toBe('accepted');
  now = 301_000;
  expect(outcome(plain, challenge)).toBe('stale');
});

test('escapes in quotes are read', () => {
  const read = readDigest('digest username="a\\"b\\\\c" , nc=00000001');
  expect(read).toEqual({
    kind: 'read',
    parameters: new Map([
      ['username', 'a"b\\c'],
      ['nc', '00000001'],
    ]),
  });
});

test('over the wire: challenged, stale once, then let in, the body each time', async () => {
  const demo = await demoAtWork();
  const query = '?scenario=digest&algorithm=SHA-256-sess&stale=once';
  const rules = rulesOf('SHA-256-sess', 'auth', true);
  const target = { uri: `/demo/upload${query}` };
  const challengeOf = (text: string) => /\r\nWWW-Authenticate: (Digest .*)\r\n/.exec(text)?.[1] ?? '';
  const first = await demo.visit(query);
  expect(first.text).toMatch(/^HTTP\/1\.1 401 /);
  const answerOnce = (challenge: string) =>
    demo.visit(query, { headers: [`Authorization: ${answerTo(challenge, rules, target)}`] });
  const second = await answerOnce(challengeOf(first.text));
  expect(challengeOf(second.text)).toMatch(/stale=true/);
  const third = await answerOnce(challengeOf(second.text));
  expect(third.text).toMatch(/^HTTP\/1\.1 200 /);
  expect(demo.lastReport()?.fields).toMatchObject([{ name: 'to', value: '+420' }]);
});

test('scenario=basic takes the credentials that its table names, and no others', async () => {
  const demo = await demoAtWork();
  const visit = (pair: string) =>
    demo.visit('?scenario=basic', {
      headers: [`Authorization: Basic ${Buffer.from(pair).toString('base64')}`],
    });
  expect((await demo.visit('?scenario=basic')).text).toMatch(/\r\nWWW-Authenticate: Basic realm=/);
  expect((await visit('demo:guess')).text).toMatch(/^HTTP\/1\.1 401 /);
  expect((await visit('demo:demo-password')).text).toMatch(/^HTTP\/1\.1 200 /);
});

test('another process behind the same balancer knows the nonce', () => {
  const rules = rulesOf('SHA-256', 'auth');
  const authorization = answerTo(createDigestGate(demoCredentials).challenge(rules, false), rules);
  const given = { authorization, method: 'POST', target: '/demo/upload?a=1' };
  expect(createDigestGate(demoCredentials).check(given, rules)).toEqual({ kind: 'accepted' });
});
