/** How other parsers read the bytes of an upload: what the demo server and the page tell of it. */

/** `GET` of this and an upload's `id` answers a `Reading` of each parser that runs in the server. */
export const demoReadingsPath = '/demo/readings/';
/** `GET` of this and an upload's `id` answers its body, for the parser that runs in the page. */
export const demoBodiesPath = '/demo/bodies/';

/** Bodies are kept for reading up to so many bytes each, and in all. */
export const keptBodies = { each: 8 * 1024 * 1024, bytes: 32 * 1024 * 1024 } as const;

/** Which parsers there are, where each runs, and under which name people know it. */
export const parsers = [
  { id: 'busboy', name: 'busboy', about: 'multer, Fastify and many others build on it', runs: 'server' },
  { id: 'formidable', name: 'formidable', about: '', runs: 'server' },
  { id: 'multiparty', name: 'multiparty', about: '', runs: 'server' },
  { id: 'undici', name: 'formData() of Node', about: 'undici, as Hono and Next.js use it', runs: 'server' },
  { id: 'remix', name: '@remix-run/multipart-parser', about: 'read in this page', runs: 'page' },
] as const;
export type ParserId = (typeof parsers)[number]['id'];
export type ServerParserId = Extract<(typeof parsers)[number], { runs: 'server' }>['id'];

export interface Reading {
  readonly parser: ParserId;
  /** As its package says it. */
  readonly version: string;
  readonly outcome: ReadingOutcome;
}

export type ReadingOutcome =
  | {
      readonly kind: 'read';
      readonly fields: readonly ReadField[];
      readonly files: readonly ReadFile[];
      /** Fields and files that are not listed. */
      readonly more: number;
    }
  /** In the parser's own words. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'stopped'; readonly why: 'time' | 'memory' | 'fault' };

export interface ReadField {
  readonly name: string;
  /** Its beginning, where it is long. */
  readonly value: string;
  /** UTF-16 units of the whole. */
  readonly length: number;
}

export interface ReadFile {
  readonly field: string;
  readonly name: string | null;
  readonly type: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Bounds of what one reading reports. */
export const readingLimits = { entries: 100, text: 1000 } as const;

type Check = (value: unknown) => boolean;
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const has = (value: unknown, name: string, check: Check): boolean =>
  isObject(value) && check(Reflect.get(value, name));
const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => typeof value === 'number';
const isList =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const isField: Check = (value) =>
  has(value, 'name', isText) && has(value, 'value', isText) && has(value, 'length', isCount);
const isFile: Check = (value) =>
  has(value, 'field', isText) &&
  has(value, 'name', (name) => name === null || isText(name)) &&
  has(value, 'type', isText) &&
  has(value, 'size', isCount) &&
  has(value, 'sha256', isText);

function isOutcome(value: unknown): value is ReadingOutcome {
  switch (isObject(value) && Reflect.get(value, 'kind')) {
    case 'read':
      return (
        has(value, 'fields', isList(isField)) &&
        has(value, 'files', isList(isFile)) &&
        has(value, 'more', isCount)
      );
    case 'refused':
      return has(value, 'message', isText);
    case 'stopped':
      return has(value, 'why', (why) => why === 'time' || why === 'memory' || why === 'fault');
    default:
      return false;
  }
}

/** Whether an answer has the shape of readings: the page may be older or newer than its server. */
export function areReadings(value: unknown): value is readonly Reading[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) =>
        has(one, 'parser', (id) => parsers.some((parser) => parser.id === id)) &&
        has(one, 'version', isText) &&
        has(one, 'outcome', isOutcome),
    )
  );
}
