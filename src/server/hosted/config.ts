/** The one configuration of a hosted playground: what it may hold, its defaults, and what is wrong with it. */
import * as z from 'zod/mini';
import { tryParseUrl } from '../../core/try-parse-url.ts';
import { maxEnvelopeBytes } from '../../upload/protocol.ts';
import { type Network, parseNetwork } from '../policy/address-policy.ts';
import { isHostPattern } from './host-rules.ts';

const whole = (least: number, most: number) =>
  z
    .int(`must be a whole number from ${least} to ${most}`)
    .check(z.gte(least, `must be ${least} or more`), z.lte(most, `must be ${most} or less`));
const port = whole(0, 65_535);
/** Timers can't be longer than 24 days. */
const seconds = (least: number) => whole(least, 24 * 3600);
const count = whole(1, 1_000_000);

const text = z.string('must be text in quotes').check(z.minLength(1, 'must not be empty'));
const origin = text.check(
  z.refine(isOrigin, 'must be an origin such as https://playground.example.com, without a path or slash'),
);
const host = text.check(
  z.refine(isHostPattern, 'must be a host such as media.example.com, *.example.com or 203.0.113.7'),
);
const network = z.pipe(
  text.check(
    z.refine((value) => parseNetwork(value) !== null, 'must be a network such as 10.0.0.0/8 or fd12::/16'),
  ),
  z.transform((value) => parseNetwork(value) as Network),
);
const redis = z
  .string('must be text in quotes')
  .check(
    z.refine(isRedis, 'must be an address such as redis://user:password@127.0.0.1:6379/0, or rediss://'),
  );
const secret = z
  .string('must be text in quotes')
  .check(z.minLength(32, 'must be 32 characters or more, drawn at random'));

/** An object without unknown keys: a typing error must not become a default. */
const group = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `has no ${issue.keys?.join(', ')}` : 'must be an object in braces',
  });

const atLeastOne = (each: typeof text, what: string) =>
  z.pipe(
    z
      .array(each, `must be a list of ${what}s`)
      .check(z.minLength(1, `must be a list of at least one ${what}`)),
    z.transform((list) => list as [string, ...string[]]),
  );

const schema = group({
  listen: z._default(group({ host: z._default(text, '127.0.0.1'), port: z._default(port, 8080) }), {
    host: '127.0.0.1',
    port: 8080,
  }),
  origins: atLeastOne(origin, 'origin').check(
    z.refine(
      (list) => new Set(list.map((one) => new URL(one).host)).size === list.length,
      'must name each host once: the scheme is not visible after a load balancer',
    ),
  ),
  trustedProxies: z._default(whole(0, 10), 0),
  operations: z.optional(group({ host: z._default(text, '127.0.0.1'), port })),
  token: group({
    secrets: atLeastOne(secret, 'secret'),
    seconds: z._default(seconds(10), 3600),
  }),
  targets: z.prefault(
    group({
      allow: z._default(z.array(host, 'must be a list of hosts'), []),
      deny: z._default(z.array(host, 'must be a list of hosts'), []),
      allowNetworks: z._default(z.array(network, 'must be a list of networks'), []),
      denyNetworks: z._default(z.array(network, 'must be a list of networks'), []),
      ports: z._default(z.array(whole(1, 65_535), 'must be a list of ports'), []),
    }),
    {},
  ),
  limits: z.prefault(
    group({
      requestBytes: z._default(whole(maxEnvelopeBytes, Number.MAX_SAFE_INTEGER), 2 * 1024 ** 3),
      headSeconds: z._default(seconds(1), 10),
      connectSeconds: z._default(seconds(1), 10),
      silenceSeconds: z._default(seconds(1), 30),
      totalSeconds: z._default(seconds(1), 1800),
      uploadsPerMinute: z._default(count, 30),
      uploadsAtOnce: z._default(count, 200),
      uploadsAtOncePerClient: z._default(count, 4),
      connections: z._default(count, 10_000),
      redis: z.optional(redis),
    }),
    {},
  ),
  demo: z.prefault(group({ keepMedia: z._default(z.boolean('must be true or false'), false) }), {}),
  shutdown: z.prefault(
    group({ delaySeconds: z._default(seconds(0), 0), uploadsSeconds: z._default(seconds(0), 300) }),
    {},
  ),
});

/** docs/hosting.md lists every key. Seconds and bytes are whole numbers. */
export type HostedConfig = z.infer<typeof schema>;

export type ParsedConfig =
  | { readonly kind: 'ok'; readonly config: HostedConfig }
  /** A line for each fault, that says where it is; never a value, which may be a secret. */
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** The secrets can come from the environment instead: separated by commas, the newest first. */
export const secretsVariable = 'PLAYGROUND_TOKEN_SECRETS';
/** So can the address of Redis, which holds its password. */
export const redisVariable = 'PLAYGROUND_REDIS';

export function parseConfig(
  json: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): ParsedConfig {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { kind: 'faulty', faults: [`line ${faultyLine(json)}: is not JSON`] };
  }
  const parsed = z.safeParse(schema, withEnvironment(value, environment));
  if (parsed.success) return { kind: 'ok', config: parsed.data };
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'the configuration' : path.join('.')} ${message}`,
  );
  return { kind: 'faulty', faults };
}

function withEnvironment(value: unknown, environment: Readonly<Record<string, string | undefined>>): unknown {
  const secrets = environment[secretsVariable]?.split(',');
  const address = environment[redisVariable];
  return withKey(withKey(value, 'token', 'secrets', secrets), 'limits', 'redis', address);
}

/** Other shapes stay as they are, for the schema to refuse. */
function withKey(value: unknown, group: string, key: string, given: unknown): unknown {
  if (given === undefined || !isObject(value)) return value;
  const { [group]: present = {} } = value;
  return isObject(present) ? { ...value, [group]: { ...present, [key]: given } } : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Browsers send an origin in this one form. */
function isOrigin(value: string): boolean {
  try {
    const { origin, protocol } = new URL(value);
    return origin === value && (protocol === 'https:' || protocol === 'http:');
  } catch {
    return false;
  }
}

function isRedis(value: string): boolean {
  const url = tryParseUrl(value);
  if (url === null || url.hostname === '' || url.search !== '' || url.hash !== '') return false;
  return /^rediss?:$/.test(url.protocol) && /^(?:\/\d*)?$/.test(url.pathname);
}

/** The first line by whose end the text is no longer the beginning of any JSON; 1-based. */
function faultyLine(json: string): number {
  const lines = json.split('\n');
  const at = lines.findIndex((_, index) => !isBeginning(lines.slice(0, index + 1).join('\n')));
  return at < 0 ? lines.length : at + 1;
}

/** The parser's own words are the only sign of a text that merely ends too early. */
function isBeginning(part: string): boolean {
  try {
    JSON.parse(part);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    return /Unexpected end/.test(message) || Number(position) >= part.trimEnd().length;
  }
}
