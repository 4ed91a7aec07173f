/**
 * The secrets in a built request, each with its place and a name for a variable: for what is written with
 * variables in their place, and for what is kept or shown masked.
 */
import type { BuiltRequest } from '../build-request.ts';
import type { RequestPlan } from '../request/plan.ts';
import type { Range } from '../source/diagnostics.ts';
import type { Origin } from '../source/provenance.ts';
import { isHiddenOnScreen } from '../source/secret-masking.ts';
import { percentEncode } from '../template/percent-encoding.ts';
import { documentSecrets } from './document-secrets.ts';
import { secretsOfHeader } from './header-secrets.ts';
import { literalSecrets, withoutOverlaps } from './literal-secrets.ts';
import { isPlaceholder } from './placeholders.ts';
import { blankFor, isSecretName } from './secret-names.ts';

/** Offsets in UTF-16 units of the target or of a header's value, in bytes of a body's segment. */
export type RequestSecretPlace =
  | { readonly kind: 'target' }
  /** An index into the plan's `headers`. */
  | { readonly kind: 'header'; readonly header: number }
  /** An index into the plan's `body`; `offset` is where the segment begins in the body. */
  | { readonly kind: 'body'; readonly segment: number; readonly offset: number };

export interface RequestSecret {
  readonly place: RequestSecretPlace;
  readonly range: Range;
  /** As for a variable: API_KEY. One value has one name, and two values have two. */
  readonly name: string;
  /** What stands there; of a body a character a byte (latin-1). */
  readonly text: string;
}

type SecretSources = Pick<BuiltRequest, 'request' | 'inputs' | 'parameters'>;

/** In the order in which they are sent. Empty without a request. */
export function requestSecrets(built: SecretSources): readonly RequestSecret[] {
  const { request: plan } = built;
  if (plan === null) return [];
  const known = knownValues(built);
  return named([...inTarget(plan, known), ...inHeaders(plan, known), ...inBody(plan, known)]);
}

interface Found {
  readonly range: Range;
  readonly blank: string;
}

type Placed = Omit<RequestSecret, 'name'> & { readonly blank: string };

interface Run {
  readonly text: string;
  readonly origin: Origin;
}

function inTarget(plan: RequestPlan, known: readonly KnownValue[]): readonly Placed[] {
  const found = [...inRuns(plan.targetPieces), ...inText(plan.target), ...occurrences(plan.target, known)];
  return placed(plan.target, found, { kind: 'target' });
}

/** Not in the app's own: a boundary is as random as a key. */
function inHeaders(plan: RequestPlan, known: readonly KnownValue[]): readonly Placed[] {
  return plan.headers.flatMap(({ name, value, pieces, origin }, header) => {
    if (origin.kind === 'client') return [];
    const whole = secretsOfHeader(name, value).map((one) => ({ range: one, blank: blankFor(one.name) }));
    const found = whole.length > 0 ? whole : inText(value);
    return placed(value, [...inRuns(pieces), ...found, ...occurrences(value, known)], {
      kind: 'header',
      header,
    });
  });
}

/** A part's value is one text, in as many segments as it has sources. */
function inBody(plan: RequestPlan, known: readonly KnownValue[]): readonly Placed[] {
  const parts = new Map<number, { segment: number; offset: number; text: string; origin: Origin }[]>();
  let offset = 0;
  for (const [segment, one] of plan.body.entries()) {
    if (one.kind === 'bytes' && one.part !== null && one.role === 'value') {
      const runs = parts.get(one.part) ?? [];
      runs.push({ segment, offset, text: latin1(one.bytes), origin: one.origin });
      parts.set(one.part, runs);
    }
    offset += one.kind === 'bytes' ? one.bytes.length : one.size;
  }
  return Array.from(parts).flatMap(([part, runs]) => {
    const name = plan.parts[part]?.name ?? '';
    const text = runs.map((run) => run.text).join('');
    const whole = isSecretName(name)
      ? [{ range: { start: 0, end: text.length }, blank: blankFor(name) }]
      : inText(text);
    const found = placed(text, [...inRuns(runs), ...whole, ...occurrences(text, known)], null);
    return found.flatMap((one) => cut(one, runs));
  });
}

/** A secret of several segments is one in each, so that all other bytes keep their source. */
function cut(
  secret: Omit<Placed, 'place'>,
  runs: readonly { readonly segment: number; readonly offset: number; readonly text: string }[],
): readonly Placed[] {
  let at = 0;
  return runs.flatMap(({ segment, offset, text }) => {
    const start = Math.max(0, secret.range.start - at);
    const end = Math.min(text.length, secret.range.end - at);
    at += text.length;
    if (end <= start) return [];
    const place = { kind: 'body', segment, offset } as const;
    return [{ ...secret, place, range: { start, end }, text: text.slice(start, end) }];
  });
}

function inText(text: string): readonly Found[] {
  return literalSecrets(text, { isExpanded: true });
}

/** What a parameter brought in that holds a secret, through `sha1(…)` too. */
function inRuns(runs: readonly Run[]): readonly Found[] {
  let at = 0;
  return runs.flatMap(({ text, origin }) => {
    const range = { start: at, end: at + text.length };
    at = range.end;
    if (origin.kind !== 'parameter' || !isHiddenOnScreen(origin)) return [];
    return [{ range, blank: blankFor(origin.parameter) }];
  });
}

interface KnownValue {
  readonly text: string;
  readonly blank: string;
}

/** Shorter ones stand in other words. */
const leastKnown = 6;
const mostKnown = 100;

/** Secrets of the account: they may stand once more where nothing says so. */
function knownValues({ inputs, parameters }: SecretSources): readonly KnownValue[] {
  const ofDocument = documentSecrets(inputs.xml).map(({ blank, range }) => {
    return { blank, text: inputs.xml.slice(range.start, range.end) };
  });
  const ofParameters = parameters
    .filter(({ secret }) => secret)
    .map(({ name, value }) => ({ blank: blankFor(name), text: value }));
  return [...ofParameters, ...ofDocument]
    .filter(({ text, blank }) => text.length >= leastKnown && !isPlaceholder(text, blank))
    .slice(0, mostKnown);
}

function occurrences(text: string, known: readonly KnownValue[]): readonly Found[] {
  return known.flatMap(({ text: value, blank }) =>
    [...new Set([value, percentEncode(value), utf8AsLatin1(value)])].flatMap((written) => {
      const found: Found[] = [];
      for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length))
        found.push({ blank, range: { start: at, end: at + written.length } });
      return found;
    }),
  );
}

function placed<Place extends RequestSecretPlace | null>(
  text: string,
  found: readonly Found[],
  place: Place,
) {
  return withoutOverlaps(found).flatMap(({ range, blank }) => {
    const secret = text.slice(range.start, range.end);
    return secret.trim() === '' || isPlaceholder(secret.trim(), blank)
      ? []
      : [{ place, range: { start: range.start, end: range.end }, blank, text: secret }];
  });
}

function named(secrets: readonly Placed[]): readonly RequestSecret[] {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  return secrets.map(({ place, range, blank, text }) => {
    const key = `${blank} ${text}`;
    let name = names.get(key);
    if (name === undefined) {
      const number = (taken.get(blank) ?? 0) + 1;
      taken.set(blank, number);
      name = number === 1 ? blank : `${blank}_${number}`;
      names.set(key, name);
    }
    return { place, range, name, text };
  });
}

function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

function utf8AsLatin1(text: string): string {
  return latin1(new TextEncoder().encode(text));
}
