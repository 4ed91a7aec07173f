/** The multipart data of the Account XML, read into parts (MP-1 to MP-4, MP-11). */
import { multipartDataKey } from '../account/service-keys.ts';
import type { Fix, Range } from '../source/diagnostics.ts';
import type { Origin } from '../source/provenance.ts';
import type { Expanded, Expander } from '../template/expander.ts';
import { mediaContent } from '../template/parameter-catalogue.ts';
import { formDecode, utf8 } from '../template/percent-encoding.ts';
import { splitSlice, type TemplateSlice, trimSlice } from '../template/split-template.ts';
import type { Template } from '../template/template.ts';
import type { TemplateToken } from '../template/template-tokens.ts';
import { isXmlSpace } from '../xml/characters.ts';
import { sourceFix } from '../xml/source-fix.ts';
import { filePartFix } from './file-part-fix.ts';
import { ampersandEdits, type MissingAmpersand, missingAmpersands } from './missing-ampersands.ts';

/** Bytes of one origin. */
export interface BytePiece {
  readonly bytes: Uint8Array;
  readonly origin: Origin;
}

export interface Part {
  readonly name: readonly BytePiece[];
  /** Null for the file part: its value is the media. */
  readonly value: readonly BytePiece[] | null;
  readonly range: Range;
  /** `%media_content%` in a file part. */
  readonly media?: Range;
}

export interface MultipartOptions {
  readonly decodeLiterals: boolean;
  /** Whether `%media_content%` is the media, or a parameter of the user's own (TPL-1). */
  readonly hasOwnMediaContent: boolean;
  /** Where to speak of a missing template; null where media upload is off (ACC-9) and none is missed. */
  readonly fallbackRange: Range | null;
  /** What puts the template in where there is none. */
  readonly missingFix: () => Fix | undefined;
}

export function readParts(expander: Expander, options: MultipartOptions): readonly Part[] {
  const template = expander.template(multipartDataKey);
  const parts = template ? templateParts(expander, template, options) : [];
  const range = template
    ? expander.range(template, { start: 0, end: template.value.text.length })
    : options.fallbackRange;
  if (range === null) return parts;
  const [, ...furtherFiles] = parts.filter((part) => part.value === null);
  if (parts.length === 0) {
    const message = `There are no parts: write file=%${mediaContent}% into <${multipartDataKey}>.`;
    expander.report('MP-4', 'error', message, range, template ? undefined : options.missingFix());
  } else if (!parts.some((part) => part.value === null)) {
    const message = `No part contains %${mediaContent}%, so the media won't be sent. Add &amp;file=%${mediaContent}%.`;
    const fix = template && !isSeparatedBySemicolons(template) ? filePartFix(expander, template) : undefined;
    // No part of the value is wrong: one is missing.
    expander.report('MP-4', 'warning', message, expander.node(multipartDataKey)?.nameRange ?? range, fix);
  }
  for (const part of furtherFiles) {
    expander.report(
      'MP-4',
      'warning',
      'This is one more file part: each of them carries the media.',
      part.media ?? part.range,
    );
  }
  return parts;
}

function templateParts(expander: Expander, template: Template, options: MultipartOptions): readonly Part[] {
  const { text } = template.value;
  const pieces = piecesOf(template);
  return pieces
    .map((piece) => trimSlice(text, piece))
    .filter((piece) => piece.tokens.length > 0)
    .map((piece) => readPart(expander, template, piece, pieces.length === 1, options));
}

function piecesOf(template: Template): readonly TemplateSlice[] {
  return splitSlice(template.value.text, wholeOf(template), /&/g);
}

function wholeOf({ tokens, value }: Template): TemplateSlice {
  return { tokens, start: 0, end: value.text.length, separator: '' };
}

/** MP-11: an `&` that is put in elsewhere would make plain text of its semicolons. */
function isSeparatedBySemicolons(template: Template): boolean {
  if (piecesOf(template).length > 1) return false;
  return missingAmpersands(template.value.text, wholeOf(template), true).some(
    ({ start, end }) => end > start,
  );
}

function readPart(
  expander: Expander,
  template: Template,
  piece: TemplateSlice,
  isWholeTemplate: boolean,
  options: MultipartOptions,
): Part {
  const { text } = template.value;
  const range = expander.range(template, piece);
  const [name, value] = splitSlice(text, piece, /=/g, 1);
  const nameBytes = toBytes(expander, template, name.tokens, options);
  if (value === undefined) {
    expander.report('MP-1', 'warning', 'This part has no =, so its value is empty: write name=value.', range);
    return { name: nameBytes, value: [], range };
  }
  reportSpaceAroundEquals(expander, template, name, value);
  const media = options.hasOwnMediaContent ? undefined : value.tokens.find(isMediaContent);
  const isFile = media !== undefined;
  const missing = missingAmpersands(text, value, isWholeTemplate);
  reportMissingAmpersands(expander, template, missing, isFile);
  if (isFile) {
    reportIgnoredText(expander, template, beforeFirst(text, value, missing));
    return { name: nameBytes, value: null, range, media: expander.range(template, media) };
  }
  return { name: nameBytes, value: toBytes(expander, template, value.tokens, options), range };
}

function isMediaContent(token: TemplateToken): boolean {
  return token.kind === 'parameter' && token.name === mediaContent;
}

/** MP-11: of one value one warning, which puts all of them in. */
function reportMissingAmpersands(
  expander: Expander,
  template: Template,
  missing: readonly MissingAmpersand[],
  isFile: boolean,
): void {
  const [first] = missing;
  if (!first) return;
  const names = missing.slice(0, 3).map(({ name }) => `"${name}"`);
  const listed = missing.length > 3 ? `${names.join(', ')} and ${missing.length - 3} more` : names.join(', ');
  const fate = isFile
    ? 'it is not sent, for the media is the whole value'
    : 'it is sent as a part of this value';
  const message = `An & is missing before ${listed}: this looks like a part of its own, but ${fate}.`;
  const range = expander.range(template, { start: first.nameStart, end: first.nameEnd });
  const edits = ampersandEdits(expander, template, missing);
  expander.report('MP-11', 'warning', message, range, { title: 'Put in &', edits });
}

/** What is the value's own, before the first of what MP-11 takes for parts. */
function beforeFirst(
  text: string,
  value: TemplateSlice,
  [first]: readonly MissingAmpersand[],
): TemplateSlice {
  if (!first) return value;
  const tokens = value.tokens
    .filter((token) => token.start < first.start)
    .map((token) => (token.kind === 'literal' ? { ...token, end: Math.min(token.end, first.start) } : token));
  return trimSlice(text, { ...value, tokens, end: first.start });
}

/** MP-3: `value` is that of the file part. */
function reportIgnoredText(expander: Expander, template: Template, value: TemplateSlice): void {
  const [only, more] = value.tokens;
  if (!only || (isMediaContent(only) && !more)) return;
  const message = `Only the media is sent as this part's value: the text beside %${mediaContent}% is ignored.`;
  const fix = value.tokens.some(isMediaContent)
    ? sourceFix(template.value, value, `Write only %${mediaContent}%`, `%${mediaContent}%`)
    : undefined;
  // What stands before the media, else what stands behind it.
  const media = value.tokens.find(isMediaContent);
  const isBefore = media === undefined || media.start > value.start;
  const place = isBefore
    ? { start: value.start, end: media?.start ?? value.end }
    : { start: media.end, end: value.end };
  expander.report('MP-3', 'warning', message, expander.range(template, place), fix);
}

/** MP-1: white space around the `=` is not removed. */
function reportSpaceAroundEquals(
  expander: Expander,
  template: Template,
  name: TemplateSlice,
  value: TemplateSlice,
): void {
  const { text } = template.value;
  let before = 0;
  while (before < name.end - name.start && isXmlSpace(text.charCodeAt(name.end - 1 - before))) before++;
  let after = 0;
  while (after < value.end - value.start && isXmlSpace(text.charCodeAt(value.start + after))) after++;
  if (before + after === 0) return;
  const place = { start: name.end - before, end: value.start + after };
  expander.report(
    'MP-1',
    'warning',
    'White space beside the = is sent as part of the name or value: remove it.',
    expander.range(template, place),
    sourceFix(template.value, place, 'Remove the white space', '='),
  );
}

/** MP-2, TPL-10: literal runs are decoded, each alone; what parameters give is UTF-8, as it is. */
function toBytes(
  expander: Expander,
  template: Template,
  tokens: readonly TemplateToken[],
  { decodeLiterals }: MultipartOptions,
): readonly BytePiece[] {
  return expander.expand(template, tokens).map((expanded: Expanded) => {
    const { text, role, origin } = expanded;
    if (role !== 'literal') return { bytes: utf8(text), origin };
    if (/\+|%[0-9A-Fa-f]{2}/.test(text))
      expander.touch('multipart-literals', expander.range(template, expanded.token));
    return { bytes: decodeLiterals ? formDecode(text) : utf8(text), origin };
  });
}
