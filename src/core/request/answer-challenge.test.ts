import { describe, expect, test } from 'vitest';
import { buildFor } from '../build-for-test.ts';
import { textOf } from '../provenance.ts';
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
    const { digest: planned, headers } = planFor(credentials);
    expect(planned).toMatchObject({ username: 'jo"hn@sip.example', password: 'p&w' });
    expect(JSON.stringify(headers)).not.toContain('Authorization');
  });

  test('are masked where the password would be sent, as the user name', () => {
    const nodes = { ...credentials, genericMediaUploadAuthUsername: '%account[password]%' };
    expect(planFor(nodes).digest?.username).toBe('********');
  });

  test('are none without a user name', () => {
    const { genericMediaUploadAuthUsername: _, ...others } = credentials;
    expect(planFor(others).digest).toBeNull();
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
    ['Basic realm="x"', /by Basic; the client answers Digest only/],
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
    expect(reply(planFor({}), 'Basic realm="x"')).toMatchObject({
      text: expect.stringMatching(/Digest only/),
    });
    expect(reply(planFor({}), '')).toEqual({ kind: 'none' });
  });

  test('is nothing but a 401', () => {
    expect(reply(planFor(credentials), digest, 0, 403)).toEqual({ kind: 'none' });
  });
});
