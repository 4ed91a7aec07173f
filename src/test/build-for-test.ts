/** For tests only: a request from a few words, and views of it that keep a case to a few lines. */
import { type Assumptions, defaultAssumptions } from '../core/assumptions.ts';
import { type BuiltRequest, buildRequest } from '../core/build-request.ts';
import { bodyChunks, concatenate, headText } from '../core/request/bytes.ts';
import type { Media, RequestPlan } from '../core/request/plan.ts';
import type { Diagnostic } from '../core/source/diagnostics.ts';
import { isWellFormed, ownText, readXml } from '../core/xml/read-xml.ts';
import { trimSourceText } from '../core/xml/source-text.ts';

export interface ShortRequest {
  /** Values of the service's keys as the client reads them: they are escaped here. */
  readonly url?: string;
  readonly data?: string;
  readonly headers?: string;
  readonly method?: string;
  readonly timeout?: string;
  /** Other nodes of the account, by name; escaped too. */
  readonly nodes?: Readonly<Record<string, string>>;
  /** XML as it is, after all other nodes. */
  readonly extra?: string;
  /** The whole document, in place of all of the above. */
  readonly xml?: string;
  readonly account?: number;
  readonly locale?: string;
  /** What the user set. */
  readonly params?: Readonly<Record<string, string>>;
  readonly media?: Partial<Media>;
  /** The media's content: a JPEG of a few bytes where none is given. */
  readonly mediaBytes?: Uint8Array;
  readonly assume?: Partial<Assumptions>;
  readonly boundary?: string;
}

export interface BuiltForTest extends BuiltRequest {
  readonly xml: string;
  readonly plan: RequestPlan | null;
  /** Header names and values in order; empty without a request. */
  readonly headerPairs: readonly (readonly [string, string])[];
  /** Headers that the Account XML brought, after the app's own six. */
  readonly customHeaders: readonly (readonly [string, string])[];
  /** The head to its empty line. */
  readonly headText: string;
  readonly bodyBytes: Uint8Array;
  /** The body, a character a byte (latin-1). */
  readonly bodyText: string;
  readonly rules: readonly string[];
  /** Each diagnostic as `severity RULE text`: the Account XML's text under its range. */
  readonly found: readonly string[];
  /** The text under the first diagnostic of a rule. */
  at(rule: string): string | undefined;
  /** The message of the first diagnostic of a rule. */
  message(rule: string): string | undefined;
  /** The document with the fix of the first diagnostic of a rule. */
  fixed(rule: string): string | undefined;
}

export const jpegBytes = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x0d, 0x0a, 0x2d, 0x2d);
const clientHeaders = 6;

export function buildFor(short: ShortRequest): BuiltForTest {
  const xml = short.xml ?? accountXml(short);
  const bytes = short.mediaBytes ?? jpegBytes;
  const built = buildRequest({
    xml,
    ...(short.account !== undefined && { account: short.account }),
    ...(short.locale !== undefined && { locale: short.locale }),
    parameters: short.params ?? {},
    media: {
      name: 'a.jpg',
      size: bytes.length,
      declaredType: '',
      head: bytes.subarray(0, 64),
      ...short.media,
    },
    assumptions: { ...defaultAssumptions, ...short.assume },
    boundary: short.boundary ?? 'B',
  });
  const plan = built.request;
  const headerPairs = plan?.headers.map(({ name, value }) => [name, value] as const) ?? [];
  const bodyBytes = plan ? bodyOf(plan, bytes) : new Uint8Array();
  const first = (rule: string) => built.diagnostics.find((diagnostic) => diagnostic.rule === rule);
  return {
    ...built,
    xml,
    plan,
    headerPairs,
    customHeaders: headerPairs.slice(clientHeaders),
    headText: plan ? headText(plan) : '',
    bodyBytes,
    bodyText: latin1(bodyBytes),
    rules: built.diagnostics.map(({ rule }) => rule),
    found: built.diagnostics.map((diagnostic) => shortForm(xml, diagnostic)),
    at: (rule) => textAt(xml, first(rule)),
    message: (rule) => first(rule)?.message,
    fixed: (rule) => withFix(xml, first(rule)),
  };
}

/** Text as XML character data that reads back as just that text. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** The body with the media in its place. */
export function bodyOf(plan: RequestPlan, media: Uint8Array): Uint8Array {
  return concatenate(bodyChunks(plan).map((chunk) => (chunk === 'media' ? media : chunk)));
}

/** Each byte as the character of that code. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The document with a diagnostic's fix; undefined where it has none. */
export function withFix(xml: string, diagnostic: Pick<Diagnostic, 'fix'> | undefined): string | undefined {
  const edits = diagnostic?.fix?.edits.toSorted((a, b) => b.range.start - a.range.start);
  return edits?.reduce((text, { range, text: put }) => {
    return text.slice(0, range.start) + put + text.slice(range.end);
  }, xml);
}

function accountXml(short: ShortRequest): string {
  const { url = 'https://example.com/up', data = 'file=%media_content%' } = short;
  const values: Readonly<Record<string, string | undefined>> = {
    ...short.nodes,
    genericMediaUploadUrl: url,
    genericMediaUploadMethod: short.method,
    genericMediaUploadMultipartData: data,
    genericMediaUploadCustomHeaders: short.headers,
    genericMediaUploadTimeout: short.timeout,
  };
  const nodes = Object.entries(values).map(([name, value]) => {
    return value === undefined ? '' : `<${name}>${escapeXml(value)}</${name}>`;
  });
  return `<account>${nodes.join('')}${short.extra ?? ''}</account>`;
}

function textAt(xml: string, diagnostic: Diagnostic | undefined): string | undefined {
  return diagnostic?.range && xml.slice(diagnostic.range.start, diagnostic.range.end);
}

function shortForm(xml: string, diagnostic: Diagnostic): string {
  const text = textAt(xml, diagnostic);
  return `${diagnostic.severity} ${diagnostic.rule}${text === undefined ? '' : ` ${text}`}`;
}

/** An XML text as `readXml` reads it, in short. */
export interface XmlForTest {
  readonly root: string | undefined;
  /** Values (ACC-2) of the root's children, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** The root's attributes as `name=value`. */
  readonly attributes: readonly string[];
  /** The text under each fault. */
  readonly faults: readonly string[];
  /** The text with the fix of its first fault; undefined where it has none. */
  readonly repaired: string | undefined;
  readonly wellFormed: boolean;
}

export function readForTest(text: string): XmlForTest {
  const document = readXml(text);
  const { root } = document;
  const children = root?.children ?? [];
  return {
    root: root?.name,
    values: Object.fromEntries(
      children.map((child) => [child.name, trimSourceText(ownText(text, child)).text]),
    ),
    attributes: root?.attributes.map(({ name, value }) => `${name}=${value}`) ?? [],
    faults: document.faults.map(({ range }) => text.slice(range.start, range.end)),
    repaired: withFix(text, document.faults[0]),
    wellFormed: isWellFormed(document),
  };
}
