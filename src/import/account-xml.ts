/** The Account XML of an upload and of what its values were taken for. */

import { escapeText } from '../core/account/escape-text.ts';
import {
  authPasswordKey,
  authUsernameKey,
  customHeadersKey,
  methodKey,
  multipartDataKey,
  urlKey,
} from '../core/account/service-keys.ts';
import { isHeaderName } from '../core/request/custom-headers.ts';
import { accountNodeOf } from '../core/template/parameter-catalogue.ts';
import type { CapturedUpload, UploadPart } from './captured-upload.ts';
import { credentialsOf, type FoundCredentials, type Guess, isOwnedByApp, schemePlace } from './guesses.ts';
import { HelperNodes } from './helper-nodes.ts';
import { leftOut, literal, login, type Meaning } from './meanings.ts';
import { splitTarget } from './target-pieces.ts';
import { headerPieces, holdable, partLiteral, type TemplatePiece, writePlain } from './template-writer.ts';

export interface WrittenAccount {
  readonly xml: string;
  /** What a person would give for the same request: `to`, `description`, globals. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Parts that the document has no space for (ACC-7). */
  readonly tooLarge: readonly string[];
}

/** Of all literal values: the document must stay under 1 MiB (ACC-7). */
const mostLiterals = 300 * 1024;

export function writeAccount(upload: CapturedUpload, guesses: readonly Guess[]): WrittenAccount {
  const helpers = new HelperNodes();
  const meanings = new Map(guesses.map(({ id, meaning }) => [id, meaning]));
  const values = valuesOf(guesses);
  const parts = writeParts(upload.parts, meanings);
  const url = writeUrl(upload, meanings, helpers);
  const headers = writeHeaders(upload, meanings, helpers);
  const credentials = loginOf(upload, meanings);
  const plain = (text: string) => writePlain([{ text: holdable(text) }], helpers);
  const method = /^put$/i.test(upload.request.method) ? 'PUT' : 'POST';
  const keys: readonly (readonly [string, string])[] = [
    [urlKey, url],
    ...(method === 'PUT' ? [[methodKey, method] as const] : []),
    [multipartDataKey, parts.template],
    ...(headers === '' ? [] : [[customHeadersKey, headers] as const]),
    ...(credentials === null
      ? []
      : [
          [authUsernameKey, plain(credentials.username)] as const,
          [authPasswordKey, plain(credentials.password ?? '')] as const,
        ]),
  ];
  const nodes = [...values.nodes, ...helpers.list(), ...keys];
  const lines = nodes.map(([name, value]) => `  <${name}>${escapeText(value, '', '\n')}</${name}>\n`);
  return {
    xml: `<account>\n${lines.join('')}</account>\n`,
    parameters: values.parameters,
    tooLarge: parts.tooLarge,
  };
}

/** Account nodes stand in the document, all else is given at each upload. */
function valuesOf(guesses: readonly Guess[]) {
  const nodes = new Map<string, string>();
  const parameters: Record<string, string> = {};
  for (const { id, meaning, value } of guesses) {
    if (id === schemePlace || !isValue(meaning)) continue;
    const node = accountNodeOf(meaning);
    if (node === undefined) parameters[meaning] ??= value;
    else if (!nodes.has(node)) nodes.set(node, holdable(value));
  }
  return { nodes: [...nodes], parameters };
}

/** A parameter whose value is not the app's own to know. */
function isValue(meaning: Meaning): boolean {
  return ![literal, leftOut, login, 'media_content', 'media_size', 'content_type'].includes(meaning);
}

function isParameter(meaning: Meaning): boolean {
  return meaning !== literal && meaning !== leftOut && meaning !== login;
}

function writeParts(parts: readonly UploadPart[], meanings: ReadonlyMap<string, Meaning>) {
  const pieces: string[] = [];
  const tooLarge: string[] = [];
  let room = mostLiterals;
  for (const [index, { name, value }] of parts.entries()) {
    const meaning = meanings.get(`part:${index}`) ?? literal;
    if (meaning === leftOut) continue;
    const writtenName = partLiteral(name, true);
    if (isParameter(meaning)) {
      pieces.push(`${writtenName}=%${meaning}%`);
      continue;
    }
    room -= value.length;
    if (room < 0) tooLarge.push(writtenName);
    else pieces.push(`${writtenName}=${partLiteral(value, false)}`);
  }
  return { template: pieces.join('&'), tooLarge };
}

function writeUrl(
  { request }: CapturedUpload,
  meanings: ReadonlyMap<string, Meaning>,
  helpers: HelperNodes,
): string {
  const { host, target } = request;
  const scheme = request.scheme ?? meanings.get(schemePlace) ?? 'https';
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const start: TemplatePiece = { text: holdable(`${scheme}://${host}`) };
  const pieces = splitTarget(path).map((piece): TemplatePiece => {
    const meaning = piece.kind === 'text' ? literal : (meanings.get(piece.id) ?? literal);
    return isParameter(meaning) ? { parameter: meaning } : { text: holdable(piece.raw) };
  });
  return writePlain([start, ...pieces], helpers);
}

/** All lines at once: what reads as a call may go on in the next line. */
function writeHeaders(
  { request }: CapturedUpload,
  meanings: ReadonlyMap<string, Meaning>,
  helpers: HelperNodes,
): string {
  const lines = request.headers.flatMap(({ name, value }, index): readonly (readonly TemplatePiece[])[] => {
    const meaning = meanings.get(`header:${index}`);
    if (meaning === undefined || meaning === leftOut || meaning === login) return [];
    if (isOwnedByApp(name) || !isHeaderName(name)) return [];
    if (isParameter(meaning)) return [[{ text: `${name}: ` }, { parameter: meaning }]];
    return [[{ text: value === '' ? `${name}:` : `${name}: ` }, ...headerPieces(value, helpers)]];
  });
  const isOne = lines.length === 1;
  const pieces = lines.flatMap((line) => (isOne ? line : [{ text: '\n    ' }, ...line]));
  const template = writePlain(pieces, helpers);
  return isOne || template === '' ? template : `${template}\n  `;
}

function loginOf(
  { request }: CapturedUpload,
  meanings: ReadonlyMap<string, Meaning>,
): FoundCredentials | null {
  const index = request.headers.findIndex((_, at) => meanings.get(`header:${at}`) === login);
  const header = request.headers[index];
  if (header !== undefined && request.login === null) return credentialsOf(header.value);
  const isGiven = request.headers.some(({ name }) => /^authorization$/i.test(name));
  if (request.login !== null && (header !== undefined || !isGiven)) return request.login;
  return null;
}
