/**
 * Values typed in where a parameter belongs: the documentation's examples state a size of 456000 for
 * every upload (contract, section 9). Said as a note: it is allowed, and hardly ever meant.
 */
import { customHeadersKey, multipartDataKey, urlKey } from '../core/account/service-keys.ts';
import type { BuiltRequest } from '../core/build-request.ts';
import { lineBreak } from '../core/request/custom-headers.ts';
import type { Diagnostic } from '../core/source/diagnostics.ts';
import { splitSlice, type TemplateSlice, trimSlice } from '../core/template/split-template.ts';
import { parseTemplate } from '../core/template/template-tokens.ts';
import { sourceFix } from '../core/xml/source-fix.ts';
import { type SourceText, sourceRange } from '../core/xml/source-text.ts';
import { knownNames } from './read-document.ts';

/** Names that state the size of the media, without case, `x-` and separators. */
const sizeNames = new Set(['mediasize', 'filesize']);

export function typedValueDiagnostics(built: BuiltRequest): readonly Diagnostic[] {
  const { account } = built.document;
  if (!account) return [];
  const isKnown = knownNames(built);
  const read = (key: string, pairs: (text: string, whole: TemplateSlice) => readonly Pair[]) => {
    const value = account.setValue(key);
    if (!value) return [];
    const tokens = parseTemplate(value.text, isKnown);
    const whole = { tokens, start: 0, end: value.text.length, separator: '' };
    return pairs(value.text, whole).flatMap((pair) => judge(value, pair) ?? []);
  };
  return [
    ...read(urlKey, queryPairs),
    ...read(multipartDataKey, (text, whole) => pairsOf(text, splitSlice(text, whole, /&/g), /=/g)),
    ...read(customHeadersKey, (text, whole) => pairsOf(text, splitSlice(text, whole, lineBreak), /:/g)),
  ];
}

interface Pair {
  readonly name: TemplateSlice;
  readonly value: TemplateSlice;
}

function pairsOf(text: string, pieces: readonly TemplateSlice[], separator: RegExp): readonly Pair[] {
  return pieces.flatMap((piece) => {
    const [name, value] = splitSlice(text, piece, separator, 1);
    return value ? [{ name: trimSlice(text, name), value: trimSlice(text, value) }] : [];
  });
}

/** After the first `?`, up to a `#`. */
function queryPairs(text: string, whole: TemplateSlice): readonly Pair[] {
  const [, query] = splitSlice(text, whole, /\?/g, 1);
  if (!query) return [];
  const [sent] = splitSlice(text, query, /#/g, 1);
  return pairsOf(text, splitSlice(text, sent, /&/g), /=/g);
}

function judge(source: SourceText, { name, value }: Pair): Diagnostic | null {
  const written = source.text.slice(name.start, name.end);
  const typed = source.text.slice(value.start, value.end);
  const plain = written
    .toLowerCase()
    .replaceAll(/[-_.]/g, '')
    .replace(/^x(?=media|file)/, '');
  if (!sizeNames.has(plain) || !/^[0-9]+$/.test(typed)) return null;
  const range = sourceRange(source, value.start, value.end);
  const message = `${written} says ${typed.slice(0, 20)} for every upload. %media_size% gives the real size.`;
  const fix = sourceFix(source, value, 'Write %media_size%', '%media_size%');
  return { rule: 'TPL-1', severity: 'info', message, range, ...(fix && { fix }) };
}
