import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildRequest } from '../../core/build-request.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { findRule } from '../../core/rules.ts';
import { bodyOf, buildFor, latin1, type ShortRequest } from '../../test/build-for-test.ts';
import type { Session, UploadScenario } from '../definition.ts';
import { madePieces } from '../media/made-media.ts';
import { prepare } from '../prepare-scenario.ts';
import { scenarioGroups } from '../scenario.ts';
import { allScenarios, scenariosOf, usualScenarios } from './all-scenarios.ts';

const data = 'to=%to%&description=%description%&file=%media_content%';

function sessionOf(short: ShortRequest): Session {
  const built = buildFor({ data, params: { to: '+420 777 123 456', description: 'Sunset' }, ...short });
  return { inputs: built.inputs, built };
}

/** What a scenario sends: head lines and body, the media as text; a reason where it can't be asked. */
function sentBy(name: string, short: ShortRequest = {}): { plan: RequestPlan; body: string } | string {
  const scenario = allScenarios.find(
    (one): one is UploadScenario => one.name === name && one.kind === 'upload',
  );
  if (scenario === undefined) throw new Error(`No scenario ${name}`);
  const prepared = prepare(scenario, sessionOf(short));
  if (typeof prepared === 'string') return prepared;
  const [first] = prepared;
  const plan = first && buildRequest(first.inputs).request;
  if (!first || !plan) throw new Error('No plan.');
  const media = first.media === null ? new Uint8Array() : Buffer.concat([...madePieces(first.media)]);
  expect(plan.bodyLength).toBe(bodyOf(plan, media).length);
  return { plan, body: Buffer.from(bodyOf(plan, new Uint8Array())).toString() };
}

const body = (name: string, short?: ShortRequest) => {
  const sent = sentBy(name, short);
  return typeof sent === 'string' ? sent : sent.body;
};

const plan = (name: string, short?: ShortRequest) => {
  const sent = sentBy(name, short);
  if (typeof sent === 'string') throw new Error(sent);
  return sent.plan;
};

describe('the scenarios', () => {
  it('have names of their own, and each text that a person needs', () => {
    const names = allScenarios.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, title, why, request, expected, failure, rule, group } of allScenarios) {
      expect(name).toMatch(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/);
      for (const text of [why, request, expected, failure]) expect(text, name).toMatch(/^\S.*\.$/s);
      expect(title).toMatch(/^\S.*[^.]$/);
      expect(findRule(rule), `${name}: ${rule}`).toBeDefined();
      expect(Object.keys(scenarioGroups)).toContain(group);
    }
  });

  it('stand with their group, and no name is also that of a group', () => {
    const groups = allScenarios.map(({ group }) => group);
    expect(new Set(groups.filter((group, index) => group !== groups[index - 1])).size).toBe(
      Object.keys(scenarioGroups).length,
    );
    for (const { name } of allScenarios) expect(Object.keys(scenarioGroups)).not.toContain(name);
  });

  it('are chosen by name or group; what is only run where it is asked for has to be named', () => {
    const names = (asked: readonly string[]) => scenariosOf(asked).scenarios.map(({ name }) => name);
    expect(names(['size-64-mb', 'photo'])).toEqual(['photo', 'size-64-mb']);
    expect(names(['size'])).toEqual(['size-tiny', 'size-0-9-mb', 'size-2-1-mb', 'size-8-1-mb']);
    expect(scenariosOf(['photo', 'foto', 'toString']).unknown).toEqual(['foto', 'toString']);
    expect(usualScenarios.map(({ name }) => name)).not.toContain('size-64-mb');
  });
});

it.each<[string, ShortRequest | undefined, string]>([
  ['recipient-plus', undefined, 'name=to\r\n\r\n+420777123456\r\n'],
  ['recipient-spaces', undefined, 'name=to\r\n\r\n+420 777 123 456\r\n'],
  ['recipient-sip', undefined, 'name=to\r\n\r\nsip:420777123456@example.com\r\n'],
  ['recipient-plus', { params: { to: 'joe@sip.example' } }, '\r\n\r\n+420777123456\r\n'],
  ['recipient-plus', { data: 'to=%sms_to%&f=%media_content%' }, '\r\n\r\n+420777123456\r\n'],
  ['recipient-plus', { data: 'f=%media_content%' }, '%to% is not used'],
  ['description-emoji', undefined, '🌅 with 👩‍👩‍👧 in 🇨🇿'],
  ['description-line-breaks', undefined, 'First line\nSecond line\r\n\r\nAfter'],
  ['description-special', undefined, 'Fish & chips = 100 % + "<b>" %41 %2B'],
  ['description-empty', undefined, 'name=description\r\n\r\n\r\n'],
  ['file-name-space', undefined, 'filename="my photo.jpg"'],
  ['file-name-letters', undefined, 'filename="kůň-写真.jpg"'],
  ['file-name-quote', undefined, 'filename="5\\" screen.jpg"'],
  ['file-name-apostrophe', undefined, "filename=grandma's.jpg"],
  ['other-part-names', undefined, 'name="file"; filename="photo.jpg"'],
  ['other-part-names', { assume: { 'part-names': 'quoted' } }, 'name=file; filename=photo.jpg'],
  ['wrong-recipient', undefined, 'name=to\r\n\r\nunknown-recipient\r\n'],
  ['own-file', { media: { standIn: true } }, 'No file of your own is chosen.'],
  ['photo', { data: 'to=%to%' }, 'No part contains %media_content%'],
  ['photo', { url: '' }, 'No request can be built.'],
])('%s sends what it says (%j)', (name, short, expected) => {
  expect(body(name, short)).toContain(expected);
});

it('the other method is the other one', () => {
  expect([plan('other-method').method, plan('other-method', { method: 'put' }).method]).toEqual([
    'PUT',
    'POST',
  ]);
});

describe('without the file', () => {
  it.each([
    [data],
    [`file=%media_content%&${data}`],
    ['a=%sha1(x&file=1)%&to=%to%&file=%media_content%'],
    ['\n  to=%to%&\n  file=%media_content%\n'],
    ['file=%media_content%'],
  ])('all other parts stay: %s', (template) => {
    const before = sentBy('photo', { data: template });
    const { parts } = plan('without-file', { data: template });
    if (typeof before === 'string') throw new Error(before);
    const others = before.plan.parts.filter(({ isFile }) => !isFile).map(({ name }) => name);
    expect(parts.map(({ name }) => name)).toEqual(others);
  });
});

describe('wrong credentials', () => {
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
  const login = (text: string) => Buffer.from(text).toString('base64');
  const nodes = { username: 'joe', password: 'right-pw' };

  it.each<[string, ShortRequest, string]>([
    ['a password', { data: `pw=%account[password]%&${data}`, nodes }, '\r\n\r\nwrong-password\r\n'],
    [
      'a hash, without https too',
      { url: 'http://h/', data: `h=%sha1(%account[username]%:%account[password]%)%&${data}`, nodes },
      `\r\n\r\n${sha1('joe:wrong-password')}\r\n`,
    ],
    [
      'what the person set',
      { data: `pw=%secret%&${data}`, params: { secret: 'x', to: '1' } },
      'wrong-password',
    ],
    ['a part that is written out', { data: `token=abcdef&${data}` }, '\r\n\r\nwrong-password\r\n'],
  ])('%s is another one', (_, short, expected) =>
    expect(body('wrong-credentials', short)).toContain(expected));

  it.each<[string, ShortRequest, string]>([
    ['a token', { headers: 'Authorization: Bearer abc' }, 'Authorization: Bearer wrong-password'],
    ['a key', { headers: 'X-Api-Key: abc' }, 'X-Api-Key: wrong-password'],
    [
      'the password of Basic, not its user',
      { headers: `Authorization: Basic ${login('joe:right-pw')}` },
      `Authorization: Basic ${login('joe:wrong-password')}`,
    ],
    ['a query parameter', { url: 'https://h/up?key=abc' }, 'key=wrong-password'],
  ])('%s in the head is another one', (_, short, expected) => {
    const { target, headers } = plan('wrong-credentials', short);
    expect([target, ...headers.map(({ name, value }) => `${name}: ${value}`)].join('\n')).toContain(expected);
  });

  it('a login by Digest has another password, and the same user', () => {
    const { credentials } = plan('wrong-credentials', {
      extra:
        '<genericMediaUploadAuthUsername>joe</genericMediaUploadAuthUsername><genericMediaUploadAuthPassword>pw1</genericMediaUploadAuthPassword>',
    });
    expect(credentials).toMatchObject({ username: 'joe', password: 'wrong-password' });
  });

  it.each<[string, ShortRequest, string]>([
    ['nothing is sent', {}, 'This configuration sends no password, token or key.'],
    ['a password is there and not used', { nodes }, 'This configuration sends no password'],
    [
      'asterisks go out instead',
      { url: 'http://h/', data: `pw=%account[password]%&${data}`, nodes },
      'Without https the app sends asterisks',
    ],
  ])('can not be asked where %s', (_, short, why) =>
    expect(sentBy('wrong-credentials', short)).toContain(why));

  it('nothing else changes', () => {
    const short = { headers: 'X-Api-Key: abcdefgh', params: { to: '1' } };
    const plain = plan('photo', short);
    const other = plan('wrong-credentials', short);
    expect(other.target).toBe(plain.target);
    expect(latin1(bodyOf(other, new Uint8Array()))).toBe(latin1(bodyOf(plain, new Uint8Array())));
  });
});
