/**
 * What parsing changed in a URL as it was written (URL-2). Which characters the parser encodes is
 * asked of the parser itself, character by character, so both always agree.
 */
import { client, type Piece, textOf } from '../provenance.ts';
import type { ExpandedUrl } from './expand-url.ts';

export interface UrlChange {
  /** Offsets in the expanded URL. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** More changes than a person reads are not listed. */
const maxChanges = 50;

export function findUrlChanges(
  expanded: ExpandedUrl,
  url: URL,
  target: string,
): { readonly changes: readonly UrlChange[]; readonly pieces: readonly Piece[] } {
  const { text } = expanded;
  const changes = new ChangeList(expanded);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: WHATWG URL strips these at both ends
  const outer = /^[\u0000- ]*([\s\S]*?)[\u0000- ]*$/.exec(text);
  const start = text.indexOf(outer?.[1] ?? '');
  const end = start + (outer?.[1]?.length ?? 0);
  if (start > 0) changes.add(0, start, 'White space at the start of the URL is dropped.');
  if (end < text.length) changes.add(end, text.length, 'White space at the end of the URL is dropped.');
  const authorityStart = text.indexOf('://') + 3;
  const slashes = /^[\\/\t\r\n]*/.exec(text.slice(authorityStart))?.[0].length ?? 0;
  if (slashes > 0)
    changes.add(
      authorityStart,
      authorityStart + slashes,
      'More than two slashes before the host are dropped.',
    );
  const hostStart = authorityStart + slashes;
  const authorityLength = text.slice(hostStart, end).search(/[/?#\\]/);
  const targetStart = authorityLength < 0 ? end : hostStart + authorityLength;
  compareHost(text, hostStart, targetStart, url, changes);
  const hash = text.slice(targetStart, end).indexOf('#');
  const targetEnd = hash < 0 ? end : targetStart + hash;
  if (hash >= 0) changes.add(targetEnd, end, 'The fragment, from # on, is not sent.');
  const pieces = normalise(expanded, targetStart, targetEnd, changes);
  if (textOf(pieces) === target) return { changes: changes.list, pieces };
  // The parser did more than character by character: it resolved `.` or `..` segments.
  reportDotSegments(text, targetStart, targetEnd, target, changes);
  const range = expanded.rangeOf(targetStart, targetEnd);
  const node = expanded.pieces.find((piece) => piece.origin.kind !== 'client')?.origin;
  const origin =
    node && node.kind !== 'client' ? ({ kind: 'literal', node: node.node, range } as const) : client;
  return { changes: changes.list, pieces: [{ text: target, origin }] };
}

function compareHost(text: string, start: number, end: number, url: URL, changes: ChangeList): void {
  const written = text.slice(start, end).replaceAll(/[\t\r\n]/g, '');
  const host = written.slice(written.lastIndexOf('@') + 1).toLowerCase();
  const defaultPort = url.protocol === 'https:' ? /:(?:443)?$/ : /:(?:80)?$/;
  if (host.replace(defaultPort, '') === url.host) return;
  changes.add(start, end, `The host is read as ${url.host}.`);
}

/** Path and query as the parser writes them, but for dot segments; notes each change. */
function normalise(expanded: ExpandedUrl, start: number, end: number, changes: ChangeList): Piece[] {
  const pieces: Piece[] = [];
  let query = false;
  let offset = 0;
  if (expanded.text[start] !== '/' && expanded.text[start] !== '\\')
    pieces.push({ text: '/', origin: client });
  for (const piece of expanded.pieces) {
    const from = Math.max(0, start - offset);
    const to = Math.min(piece.text.length, end - offset);
    let text = '';
    let at = offset + from;
    for (const character of from < to ? piece.text.slice(from, to) : '') {
      if (character === '?') query = true;
      const written = writtenAs(character, query);
      if (written !== character) changes.add(at, at + character.length, messageFor(character, written));
      text += written;
      at += character.length;
    }
    if (text !== '') pieces.push({ text, origin: piece.origin });
    offset += piece.text.length;
  }
  return pieces;
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

function messageFor(character: string, written: string): string {
  if (written === '') return 'A tab or line break in the URL is dropped.';
  if (character === '\\') return 'The URL parser turns \\ into /.';
  return `The URL parser writes ${character === ' ' ? 'the space' : character} as ${written}.`;
}

const dotSegment = /(?:^|[/\\])((?:\.|%2e){1,2})(?=$|[/\\?])/gi;

function reportDotSegments(
  text: string,
  start: number,
  end: number,
  target: string,
  changes: ChangeList,
): void {
  const query = text.slice(start, end).indexOf('?');
  const path = text.slice(start, query < 0 ? end : start + query);
  for (const match of path.matchAll(dotSegment)) {
    const at = start + match.index + match[0].length - (match[1]?.length ?? 0);
    changes.add(
      at,
      start + match.index + match[0].length,
      `The segment "${match[1]}" is resolved: the request asks for ${target}.`,
    );
  }
  if (changes.list.length === 0) changes.add(start, end, `The URL parser writes this as ${target}.`);
}

/** One change a message and stretch, so that a value full of spaces warns once. */
class ChangeList {
  readonly list: UrlChange[] = [];
  private readonly expanded: ExpandedUrl;
  private readonly seen = new Set<string>();

  constructor(expanded: ExpandedUrl) {
    this.expanded = expanded;
  }

  add(start: number, end: number, message: string): void {
    const { start: from, end: to } = this.expanded.rangeOf(start, end);
    const key = `${from} ${to} ${this.expanded.parameterAt(start) === undefined ? message : ''}`;
    if (this.seen.has(key) || this.list.length >= maxChanges) return;
    this.seen.add(key);
    this.list.push({ start, end, message });
  }
}
