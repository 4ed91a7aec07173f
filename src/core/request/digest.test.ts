import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestAuthorization, digestChallenge } from './digest.ts';
import { challengesOf, parseChallenges } from './www-authenticate.ts';

const rfc7616 =
  'realm="http-auth@example.org", qop="auth, auth-int", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
const mufasa = { username: 'Mufasa', password: 'Circle of Life' };
const get = { method: 'GET', target: '/dir/index.html' };

function answer(challenge: string, credentials = mufasa, request = get): string | null {
  const read = digestChallenge(parseChallenges(challenge));
  return read && digestAuthorization(read, credentials, request, cnonce);
}

describe('the answer to a Digest challenge (HDR-6)', () => {
  test.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('is that of RFC 7616, section 3.9.1, for %s', (algorithm, response) => {
    expect(answer(`Digest ${rfc7616}, algorithm=${algorithm}`)).toBe(
      'Digest username="Mufasa", realm="http-auth@example.org", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", ' +
        `uri="/dir/index.html", algorithm=${algorithm}, qop=auth, nc=00000001, cnonce="${cnonce}", response="${response}", ` +
        'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
    );
  });

  test('without qop is that of RFC 2069', () => {
    const challenge = 'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"';
    const credentials = { username: 'Mufasa', password: 'Circle Of Life' };
    const value = answer(challenge, credentials) ?? '';
    expect(value).toContain('response="670fd8c2df070c60b045671b8b24ff02"');
    expect(value).not.toMatch(/qop|nc=|cnonce|algorithm/);
  });

  test('hashes the session secret for -sess', () => {
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    const ha1 = md5(`${md5('Mufasa:r:Circle of Life')}:n:${cnonce}`);
    const response = md5(`${ha1}:n:00000001:${cnonce}:auth:${md5('GET:/dir/index.html')}`);
    expect(answer('Digest realm=r, nonce=n, algorithm=MD5-sess, qop=auth')).toContain(
      `response="${response}"`,
    );
  });

  test('takes the strongest challenge that can be answered, of one header or of several', () => {
    const both = digestChallenge(
      challengesOf([
        ['www-authenticate', 'Basic realm="x", Digest realm="a", nonce="1", algorithm=MD5'],
        ['WWW-Authenticate', 'Negotiate abc==, Digest realm="b", nonce="2", algorithm=sha-256'],
      ]),
    );
    expect(both).toMatchObject({ realm: 'b', nonce: '2', algorithm: 'SHA-256', qop: null, stale: false });
  });

  test.each([
    'Basic realm="x"',
    'Digest realm="x"',
    'Digest nonce=n, algorithm=SHA-512-256',
    'Digest nonce=n, qop="auth-int"',
    '',
  ])('is none for %s', (challenge) => {
    expect(answer(challenge)).toBeNull();
  });

  test('can add no parameter and no header through a user name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (username, password) => {
        const value = answer('Digest realm=r, nonce=n, qop=auth', { username, password }) ?? '';
        expect(/[\r\n\0]/.test(value)).toBe(false);
        const [read, ...more] = parseChallenges(value);
        expect(more).toEqual([]);
        expect(read?.parameters.get('username')).toBe(username.replaceAll(/[\r\n\0]/g, ' '));
        expect(read?.parameters.size).toBe(8);
      }),
      { numRuns: 200 },
    );
  });
});
