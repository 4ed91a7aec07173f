/**
 * What parsing changed in a URL as it was written (URL-2), and the target in pieces that keep
 * where they came from. Which characters the parser encodes is asked of the parser itself,
 * character by character, so both always agree.
 */
import { client, type Piece, textOf } from '../source/provenance.ts';
import { type BareCharacter, findBareCharacters } from './bare-characters.ts';
import { resolveDotSegments, type TargetPiece } from './dot-segments.ts';
import type { ExpandedUrl } from './expand-url.ts';
import { type UrlChange, UrlChangeList } from './url-change-list.ts';

export interface UrlFindings {
  readonly changes: readonly UrlChange[];
  /** The target; joined they are what is sent. */
  readonly pieces: readonly Piece[];
  /** URL-4. */
  readonly bare: readonly BareCharacter[];
}

export function findUrlChanges(expanded: ExpandedUrl, url: URL, target: string): UrlFindings {
  const { text } = expanded;
  const changes = new UrlChangeList(expanded);
  const [start, end] = trimmedRange(text);
  if (start > 0) changes.add('ends', 0, start, 'White space at the start of the URL is dropped.');
  if (end < text.length)
    changes.add('ends', end, text.length, 'White space at the end of the URL is dropped.');
  const hostStart = skipSlashes(text, text.indexOf('://') + 3, changes);
  const authorityLength = text.slice(hostStart, end).search(/[/?#\\]/);
  const targetStart = authorityLength < 0 ? end : hostStart + authorityLength;
  compareHost(expanded, hostStart, targetStart, url, changes);
  const hash = text.slice(targetStart, end).indexOf('#');
  const targetEnd = hash < 0 ? end : targetStart + hash;
  if (hash >= 0) changes.add('fragment', targetEnd, end, 'The fragment, from # on, is not sent.');
  const { path, query } = normalise(expanded, targetStart, targetEnd, changes);
  const resolved = resolveDotSegments(path, (at, length) => {
    changes.add(
      'dots',
      at,
      at + length,
      `The segment "${text.slice(at, at + length)}" is resolved, as in a file path.`,
    );
  });
  const pieces = [...resolved, ...query];
  if (textOf(pieces) === target) return { changes: changes.list, pieces, bare: findBareCharacters(pieces) };
  // Nothing known does this; what is shown stays what is sent, and nothing secret is let out.
  if (changes.list.length === 0)
    changes.add('other', targetStart, targetEnd, 'The URL parser rewrites this.');
  const origin = expanded.pieces.find(
    (piece) => piece.origin.kind === 'parameter' && piece.origin.secret,
  )?.origin;
  return { changes: changes.list, pieces: [{ text: target, origin: origin ?? client }], bare: [] };
}

/** Without the C0 controls and spaces that the parser strips at both ends. */
function trimmedRange(text: string): [start: number, end: number] {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return [start, end];
}

/** After `://` the parser skips further slashes, and tabs and line breaks everywhere. */
function skipSlashes(text: string, from: number, changes: UrlChangeList): number {
  let at = from;
  for (; at < text.length && /[\\/\t\r\n]/.test(text[at] ?? ''); at++) {
    if (/[\\/]/.test(text[at] ?? '')) {
      changes.add('slashes', at, at + 1, 'More than two slashes before the host are dropped.');
    } else changes.add('dropped', at, at + 1, droppedMessage);
  }
  return at;
}

const droppedMessage = 'A tab or line break in the URL is dropped.';

function compareHost(
  expanded: ExpandedUrl,
  start: number,
  end: number,
  url: URL,
  changes: UrlChangeList,
): void {
  const authority = expanded.text.slice(start, end);
  for (const match of authority.matchAll(/[\t\r\n]/g)) {
    changes.add('dropped', start + match.index, start + match.index + 1, droppedMessage);
  }
  const written = authority.replaceAll(/[\t\r\n]/g, '');
  const host = written.slice(written.lastIndexOf('@') + 1).toLowerCase();
  const defaultPort = url.protocol === 'https:' ? /:(?:443)?$/ : /:(?:80)?$/;
  if (host.replace(defaultPort, '') === url.host) return;
  const hostStart = start + authority.lastIndexOf('@') + 1;
  const read = expanded.holdsSecret(hostStart, end) ? 'otherwise than it is written' : `as ${url.host}`;
  changes.add('host', hostStart, end, `The host is read ${read}.`);
}

/** Path and query as the parser writes them, but for dot segments; notes each change. */
function normalise(
  expanded: ExpandedUrl,
  start: number,
  end: number,
  changes: UrlChangeList,
): { path: readonly TargetPiece[]; query: readonly TargetPiece[] } {
  const path: TargetPiece[] = [];
  const query: TargetPiece[] = [];
  const first = expanded.text[start];
  if (start >= end || (first !== '/' && first !== '\\')) path.push({ text: '/', origin: client, at: start });
  let pieces = path;
  let offset = 0;
  for (const { text, origin } of expanded.pieces) {
    // An empty value was used in this place all the same.
    if (text === '' && origin.kind === 'parameter' && offset > start && offset <= end)
      pieces.push({ text, origin, at: offset });
    const from = Math.max(0, start - offset);
    const to = Math.min(text.length, end - offset);
    let written = '';
    let at = offset + from;
    let writtenFrom = at;
    const flush = () => {
      if (written !== '') pieces.push({ text: written, origin, at: writtenFrom });
      written = '';
      writtenFrom = at;
    };
    for (const character of from < to ? text.slice(from, to) : '') {
      if (character === '?' && pieces === path) {
        flush();
        pieces = query;
      }
      const form = writtenAs(character, pieces === query);
      if (form !== character) {
        changes.add(kindOf(character, form), at, at + character.length, messageFor(character, form));
        // A piece whose characters keep their places lets a dot segment be found where it stands.
        flush();
      }
      written += form;
      at += character.length;
      if (form !== character) flush();
    }
    flush();
    offset += text.length;
  }
  if (textOf(query) !== '?') return { path, query };
  const at = query[0]?.at ?? end;
  changes.add('query', at, at + 1, 'The empty query, a ? at the end, is not sent.');
  return { path, query: [] };
}

const harmless = /^[A-Za-z0-9\-._~!$&()*+,;=:@/%?]$/;
const parserWrites = { path: new Map<string, string>(), query: new Map<string, string>() };

/** How the URL parser writes one character of a path or a query. */
function writtenAs(character: string, query: boolean): string {
  if (harmless.test(character)) return character;
  if (!query && character === '\\') return '/';
  const known = query ? parserWrites.query : parserWrites.path;
  let written = known.get(character);
  if (written === undefined) {
    const url = new URL(query ? `http://h/?a${character}b` : `http://h/a${character}b`);
    written = query ? url.search.slice(2, -1) : url.pathname.slice(2, -1);
    known.set(character, written);
  }
  return written;
}

function kindOf(character: string, written: string): 'dropped' | 'backslash' | 'encoded' {
  return written === '' ? 'dropped' : character === '\\' ? 'backslash' : 'encoded';
}

function messageFor(character: string, written: string): string {
  if (written === '') return droppedMessage;
  if (character === '\\') return 'The URL parser turns \\ into /.';
  return `The URL parser writes ${character === ' ' ? 'the space' : character} as ${written}.`;
}
