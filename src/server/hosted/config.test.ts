import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig, redisVariable, secretsVariable } from './config.ts';

const secret = 'drawn-at-random-0123456789abcdef';
const least = { origins: ['https://playground.example.com'], token: { secrets: [secret] } };

function faults(value: unknown, environment = {}): readonly string[] {
  const parsed = parseConfig(typeof value === 'string' ? value : JSON.stringify(value), environment);
  return parsed.kind === 'faulty' ? parsed.faults : [];
}

test('origins and a secret are all that is needed; the rest has defaults', () => {
  expect(parseConfig(JSON.stringify(least))).toEqual({
    kind: 'ok',
    config: {
      ...least,
      listen: { host: '127.0.0.1', port: 8080 },
      trustedProxies: 0,
      token: { secrets: [secret], seconds: 3600 },
      targets: { allow: [], deny: [], allowNetworks: [], denyNetworks: [], ports: [] },
      limits: {
        requestBytes: 2_147_483_648,
        headSeconds: 10,
        connectSeconds: 10,
        silenceSeconds: 30,
        totalSeconds: 1800,
        uploadsPerMinute: 30,
        uploadsAtOnce: 200,
        uploadsAtOncePerClient: 4,
        connections: 10_000,
      },
      demo: { keepMedia: false },
      shutdown: { delaySeconds: 0, uploadsSeconds: 300 },
    },
  });
});

test('a part of a group keeps the defaults of the rest', () => {
  const parsed = parseConfig(JSON.stringify({ ...least, limits: { totalSeconds: 5 }, listen: { port: 1 } }));
  expect(parsed).toMatchObject({
    config: { limits: { totalSeconds: 5, silenceSeconds: 30 }, listen: { host: '127.0.0.1', port: 1 } },
  });
});

test.each([
  [{ ...least, origins: [] }, 'origins must be a list of at least one origin'],
  [{ token: least.token }, 'origins must be a list of origins'],
  [{ ...least, origins: ['https://a.example/'] }, 'origins.0 must be an origin such as https://'],
  [{ ...least, origins: ['https://A.example'] }, 'origins.0 must be an origin such as https://'],
  [{ ...least, origins: ['https://a.example:443'] }, 'origins.0 must be an origin such as https://'],
  [{ ...least, origins: ['ftp://a.example'] }, 'origins.0 must be an origin such as https://'],
  [{ ...least, origins: ['https://a.example', 'http://a.example'] }, 'origins must name each host once'],
  [{ ...least, token: { secrets: ['short'] } }, 'token.secrets.0 must be 32 characters or more'],
  [{ ...least, token: { secrets: [] } }, 'token.secrets must be a list of at least one secret'],
  [{ origins: least.origins }, 'token must be an object in braces'],
  [{ ...least, limitz: {} }, 'the configuration has no limitz'],
  [{ ...least, limits: { uploadBytes: 1 } }, 'limits has no uploadBytes'],
  [{ ...least, limits: { totalSeconds: '5' } }, 'limits.totalSeconds must be a whole number from 1 to 86400'],
  [{ ...least, limits: { totalSeconds: 0 } }, 'limits.totalSeconds must be 1 or more'],
  [{ ...least, limits: { requestBytes: 10 } }, 'limits.requestBytes must be 262144 or more'],
  [{ ...least, listen: { port: 65_536 } }, 'listen.port must be 65535 or less'],
  [{ ...least, operations: {} }, 'operations.port must be a whole number'],
  [{ ...least, targets: { allow: ['http://a'] } }, 'targets.allow.0 must be a host such as'],
  [
    { ...least, targets: { allowNetworks: ['10.0.0.0'], denyNetworks: ['x'] } },
    'targets.denyNetworks.0 must be a network',
  ],
  [
    { ...least, limits: { redis: 'http://127.0.0.1:6379' } },
    'limits.redis must be an address such as redis://',
  ],
  [{ ...least, limits: { redis: 'redis://' } }, 'limits.redis must be an address such as redis://'],
  [{ ...least, limits: { redis: 'redis://a/limits' } }, 'limits.redis must be an address such as redis://'],
  [{ ...least, limits: { redis: 'redis://a?db=1' } }, 'limits.redis must be an address such as redis://'],
  [{ ...least, limits: { redis: '' } }, 'limits.redis must be an address such as redis://'],
  [{ ...least, limits: 1 }, 'limits must be an object in braces'],
  [[], 'the configuration must be an object in braces'],
])('%j: %s', (value, expected) => {
  expect(faults(value)).toHaveLength(1);
  expect(faults(value)[0]).toContain(expected);
});

test('every fault is reported, and no value', () => {
  const found = faults({
    origins: ['s3cret'],
    token: { secrets: ['s3cret'] },
    trustedProxies: 's3cret',
    limits: { redis: 'http://user:s3cret@127.0.0.1' },
  });
  expect(found).toHaveLength(4);
  expect(found.join()).not.toContain('s3cret');
});

test.each([
  ['{\n"token": {"secrets": ["s3cret"\n}\n}', 3],
  ['{\n"a": 1,\n}', 3],
  ['{\n"a": 1\n"b": 2}', 3],
  ['{\n"a": s3cret\n}', 2],
  ['{"a": "1\n"}', 2],
  ['{\n"a": 1\n', 3],
  ['', 1],
  ['{}\n\n{}', 3],
])('the line where %j stops being JSON is reported: %i', (json, line) => {
  expect(faults(json)).toEqual([`line ${line}: is not JSON`]);
});

test('secrets can come from the environment, and then none is needed in the file', () => {
  const environment = { [secretsVariable]: `${secret}-new,${secret}` };
  const expected = { config: { token: { secrets: [`${secret}-new`, secret] } } };
  expect(parseConfig(JSON.stringify({ origins: least.origins }), environment)).toMatchObject(expected);
  expect(parseConfig(JSON.stringify(least), environment)).toMatchObject(expected);
  expect(faults(least, { [secretsVariable]: 'short' })).toEqual([
    'token.secrets.0 must be 32 characters or more, drawn at random',
  ]);
});

test('the address of Redis can come from the environment, with whatever limits the file has', () => {
  const environment = { [redisVariable]: 'rediss://user:s3cret@redis.example.com:6380/2' };
  const redis = environment[redisVariable];
  expect(parseConfig(JSON.stringify(least), environment)).toMatchObject({ config: { limits: { redis } } });
  const limited = { ...least, limits: { uploadsPerMinute: 7, redis: 'redis://other' } };
  expect(parseConfig(JSON.stringify(limited), environment)).toMatchObject({
    config: { limits: { redis, uploadsPerMinute: 7 } },
  });
  expect(faults({ ...least, limits: 1 }, environment)).toEqual(['limits must be an object in braces']);
});

const guide = readFileSync(new URL('../../../docs/hosting.md', import.meta.url), 'utf8');

test('the guide’s configuration is one, once a secret was drawn', () => {
  const printed = /```json\n([^`]*)```/.exec(guide)?.[1] ?? '';
  expect(faults(printed.replace(/<[^>]*>/, secret))).toEqual([]);
});

test('the guide has every key and its default', () => {
  const parsed = parseConfig(JSON.stringify({ ...least, operations: { port: 9464 } }));
  if (parsed.kind === 'faulty') throw new Error(parsed.faults.join());
  for (const [name, value] of Object.entries(parsed.config)) {
    const isGroup = typeof value === 'object' && !Array.isArray(value);
    for (const key of isGroup ? Object.keys(value).map((each) => `${name}.${each}`) : [name]) {
      expect(guide).toContain(`\`${key}\``);
    }
  }
  const { limits, shutdown } = parsed.config;
  for (const [key, value] of [
    ...Object.entries(limits).map(([name, each]) => [`limits.${name}`, each] as const),
    ...Object.entries(shutdown).map(([name, each]) => [`shutdown.${name}`, each] as const),
  ]) {
    expect(guide).toContain(`\`${key}\` | ${value} |`);
  }
});
