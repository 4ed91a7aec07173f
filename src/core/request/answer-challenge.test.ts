import { describe, expect, test } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { textOf } from '../source/provenance.ts';
import { answerChallenge } from './answer-challenge.ts';
import type { RequestPlan } from './plan.ts';

const credentials = {
  genericMediaUploadAuthUsername: '%account[username]%@%account[host]%',
  genericMediaUploadAuthPassword: '%account[password]%',
  username: 'jo"hn',
  host: 'sip.example',
  password: 'p&w',
};

function planFor(nodes: Readonly<Record<string, string>>, headers?: string, url = 'http://m.example/u?x=1') {
  const { plan } = buildFor({ url, data: 'f=%media_content%', nodes, ...(headers && { headers }) });
  if (plan === null) throw new Error('no plan');
  return plan;
}

const reply = (plan: RequestPlan, challenge: string, answers = 0, status = 401) =>
  answerChallenge({ plan, status, headers: [['WWW-Authenticate', challenge]], answers }, 'c0ffee');
const digest = 'Digest realm="r", nonce="n", qop="auth", algorithm=SHA-256';

describe('the credentials (HDR-6)', () => {
  test('are templates, and the password is not masked without https, for it is not sent', () => {
    const { credentials: planned, headers } = planFor(credentials);
    expect(planned).toMatchObject({ username: 'jo"hn@sip.example', password: 'p&w' });
    expect(JSON.stringify(headers)).not.toContain('Authorization');
  });

  test('are masked where the password would be sent, as the user name', () => {
    const nodes = { ...credentials, genericMediaUploadAuthUsername: '%account[password]%' };
    expect(planFor(nodes).credentials?.username).toBe('********');
  });

  test('are none without a user name', () => {
    const { genericMediaUploadAuthUsername: _, ...others } = credentials;
    expect(planFor(others).credentials).toBeNull();
  });

  test('name what is unknown in them, and the parameters they use', () => {
    const nodes = { ...credentials, genericMediaUploadAuthPassword: '%pasword%%account[pin]%' };
    const built = buildFor({ url: 'https://m.example/', data: 'f=%media_content%', nodes });
    expect(built.rules).toEqual(expect.arrayContaining(['TPL-5', 'TPL-2', 'HDR-6']));
    expect(built.touched.map(({ id }) => id)).toContain('unknown-parameter');
    expect(built.parameters.map(({ name }) => name)).toContain('account[pin]');
  });
});

describe('a 401 with a Digest challenge (HDR-6)', () => {
  test('is answered with a header that knows where the URL in it holds a password', () => {
    const answer = reply(
      planFor(credentials, undefined, 'https://m.example/u?p=%account[password]%'),
      digest,
    );
    if (answer.kind !== 'answer') throw new Error(answer.kind);
    const { value, pieces } = answer.plan.headers.at(-1) ?? { value: '', pieces: [] };
    expect(textOf(pieces)).toBe(value);
    const secret = { text: 'p%26w', origin: expect.objectContaining({ secret: true }) };
    expect(pieces).toContainEqual(expect.objectContaining(secret));
  });

  test('is answered with the whole request again, the answer as its last header', () => {
    const plan = planFor(credentials, 'X-A: 1');
    const answer = reply(plan, digest);
    if (answer.kind !== 'answer') throw new Error(answer.kind);
    const { headers, ...rest } = answer.plan;
    expect(rest).toEqual({ ...plan, headers: undefined, ...rest });
    expect(headers.slice(0, -1)).toEqual(plan.headers);
    expect(headers.at(-1)?.name).toBe('Authorization');
    expect(headers.at(-1)?.value).toMatch(
      /^Digest username="jo\\"hn@sip\.example", realm="r", nonce="n", uri="\/u\?x=1", algorithm=SHA-256, qop=auth, nc=00000001, cnonce="c0ffee", response="[0-9a-f]{64}"$/,
    );
    expect(answer.text).toContain('SHA-256, qop=auth');
    expect(JSON.stringify(answer.plan.headers)).not.toContain('p&w');
  });

  test('has one answer, though the account brings a header of that name itself', () => {
    const answer = reply(planFor(credentials, 'authorization: Bearer x'), digest);
    if (answer.kind !== 'answer') throw new Error(answer.kind);
    const names = answer.plan.headers.map(({ name }) => name.toLowerCase());
    expect(names.filter((name) => name === 'authorization')).toHaveLength(1);
  });

  test('is answered once, and once more for a stale nonce', () => {
    const plan = planFor(credentials);
    expect(reply(plan, digest, 1)).toMatchObject({
      kind: 'unanswered',
      text: expect.stringMatching(/did not take/),
    });
    expect(reply(plan, `${digest}, stale=true`, 1)).toMatchObject({
      kind: 'answer',
      text: expect.stringMatching(/stale/),
    });
    expect(reply(plan, `${digest}, stale=true`, 2)).toMatchObject({
      kind: 'unanswered',
      text: expect.stringMatching(/again/),
    });
  });

  test.each([
    ['Negotiate', /by Negotiate; the app answers Digest only/],
    ['Digest realm="x"', /no nonce/],
    ['Digest nonce=n, algorithm=SHA-512-256', /the algorithm SHA-512-256/],
    ['Digest nonce=n, qop="auth-int"', /qop=auth-int/],
    ['', /no WWW-Authenticate header/],
  ])('is not answered where it can’t be, and why is said: %s', (challenge, text) => {
    expect(reply(planFor(credentials), challenge)).toEqual({
      kind: 'unanswered',
      text: expect.stringMatching(text),
    });
  });

  test('says which keys to set where there are no credentials', () => {
    expect(reply(planFor({}), digest)).toMatchObject({
      text: expect.stringMatching(/genericMediaUploadAuthUsername/),
    });
    expect(reply(planFor({}), 'Negotiate')).toMatchObject({ text: expect.stringMatching(/Digest only/) });
    expect(reply(planFor({}), '')).toEqual({ kind: 'none' });
  });

  test('is nothing but a 401', () => {
    expect(reply(planFor(credentials), digest, 0, 403)).toEqual({ kind: 'none' });
  });
});

describe('a 401 that offers Basic and no Digest that is understood (HDR-6)', () => {
  const https = 'https://m.example/u?x=1';
  const basic = 'Basic realm="x"';
  const named = { ...credentials, host: 'sip.example', password: 'pä&w:1' };

  test('is answered over https with the whole request again: UTF-8 in Base64 (RFC 7617)', () => {
    const plan = planFor(named, 'X-A: 1', https);
    const answer = reply(plan, basic);
    if (answer.kind !== 'answer') throw new Error(answer.kind);
    expect(answer.scheme).toBe('Basic');
    expect(answer.text).toMatch(/assumption \(basic-auth\)/);
    const { headers, ...rest } = answer.plan;
    expect(rest).toEqual({ ...plan, headers: undefined, ...rest });
    expect(headers.slice(0, -1)).toEqual(plan.headers);
    const token = Buffer.from('jo"hn@sip.example:pä&w:1').toString('base64');
    expect(headers.at(-1)).toMatchObject({ name: 'Authorization', value: `Basic ${token}` });
  });

  test.each([
    ['a parameter', credentials],
    ['typed text', { genericMediaUploadAuthUsername: 'me', genericMediaUploadAuthPassword: 'typed' }],
    ['a user name alone', { genericMediaUploadAuthUsername: 'key-1' }],
  ])('is answered with a header whose Base64 is hidden, be the password %s', (_, nodes) => {
    const answer = reply(planFor(nodes, undefined, https), basic);
    if (answer.kind !== 'answer') throw new Error(answer.kind);
    const { value, pieces } = answer.plan.headers.at(-1) ?? { value: '', pieces: [] };
    expect(textOf(pieces)).toBe(value);
    expect(pieces.map(({ origin }) => origin.kind === 'parameter' && origin.secret)).toEqual([false, true]);
  });

  test.each([
    'basic',
    'BASIC realm="x", charset="UTF-8"',
    'Digest realm="a", nonce="n", algorithm=SHA-512-256, Basic realm="b"',
    'Digest realm="a", nonce="n", qop="auth-int", Basic realm="b"',
    'Negotiate abc==, NTLM, Basic realm="b"',
  ])('is answered by Basic: %s', (challenge) => {
    expect(reply(planFor(credentials, undefined, https), challenge)).toMatchObject({ scheme: 'Basic' });
  });

  test('is answered by Digest where both are offered, in whatever order', () => {
    for (const challenge of [`${basic}, ${digest}`, `${digest}, ${basic}`])
      expect(reply(planFor(credentials, undefined, https), challenge)).toMatchObject({ scheme: 'Digest' });
  });

  test('is never answered over http, with credentials or without, whatever is assumed of passwords', () => {
    const over = { kind: 'unanswered', text: expect.stringMatching(/never answered over http/) };
    expect(reply(planFor(credentials), basic)).toEqual(over);
    expect(reply(planFor({}), basic)).toEqual(over);
    const { plan } = buildFor({
      url: 'HTTP://127.0.0.1/',
      nodes: credentials,
      assume: { 'http-password': 'send' },
    });
    if (plan === null) throw new Error('no plan');
    expect(reply(plan, basic)).toEqual(over);
  });

  test('is not answered where that is assumed', () => {
    const { plan } = buildFor({ url: https, nodes: credentials, assume: { 'basic-auth': 'never' } });
    if (plan === null) throw new Error('no plan');
    expect(reply(plan, basic)).toEqual({
      kind: 'unanswered',
      text: expect.stringMatching(/basic-auth=never/),
    });
    expect(reply(plan, digest)).toMatchObject({ scheme: 'Digest' });
  });

  test('is answered once, also after an answer by Digest', () => {
    const plan = planFor(credentials, undefined, https);
    expect(reply(plan, basic, 1)).toEqual({
      kind: 'unanswered',
      text: expect.stringMatching(/did not take/),
    });
  });

  test.each([
    ['jo:hn', 'p', /colon/],
    ['jo', 'p\tw', /control character/],
    ['jo\u007F', 'p', /control character/],
  ])('is not answered where Basic can’t carry the credentials: %j %j', (username, password, why) => {
    const nodes = {
      genericMediaUploadAuthUsername: '%account[u]%',
      genericMediaUploadAuthPassword: '%account[p]%',
      u: username,
      p: password,
    };
    const answer = reply(planFor(nodes, undefined, https), basic);
    expect(answer).toEqual({ kind: 'unanswered', text: expect.stringMatching(why) });
    expect(JSON.stringify(answer)).not.toContain(username);
  });

  test('says which keys to set where there are no credentials', () => {
    expect(reply(planFor({}, undefined, https), basic)).toMatchObject({
      text: expect.stringMatching(/Over https the app answers it where genericMediaUploadAuthUsername/),
    });
  });

  test('is an assumption that affects the request where there are credentials and https', () => {
    const touched = (url: string, nodes: Readonly<Record<string, string>>) =>
      buildFor({ url, nodes }).touched.map(({ id }) => id);
    expect(touched(https, credentials)).toContain('basic-auth');
    expect(touched('http://m.example/', credentials)).not.toContain('basic-auth');
    expect(touched(https, {})).not.toContain('basic-auth');
  });

  test('is described in a few words, however many schemes a server names', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `Scheme-${index}-${'x'.repeat(50)}`).join(', ');
    const answer = reply(planFor(credentials, undefined, https), many);
    expect(answer).toMatchObject({
      kind: 'unanswered',
      text: expect.stringMatching(/Scheme-0-.* and others/),
    });
    expect(JSON.stringify(answer).length).toBeLessThan(600);
  });

  test('is not answered where the Digest challenge is so long that no server would take it back', () => {
    const long = `Digest realm="${'r'.repeat(9000)}", nonce="n"`;
    expect(reply(planFor(credentials), long)).toMatchObject({
      text: expect.stringMatching(/longer than 8192/),
    });
  });
});
