/** The custom headers of the Account XML (HDR-2 to HDR-5, HDR-7, TPL-11). */
import { customHeadersKey } from '../account/service-keys.ts';
import type { Fix } from '../source/diagnostics.ts';
import type { Origin, Piece } from '../source/provenance.ts';
import type { Expander } from '../template/expander.ts';
import { toWellFormed } from '../template/percent-encoding.ts';
import { splitSlice, type TemplateSlice, trimSlice, trimStart } from '../template/split-template.ts';
import type { Template } from '../template/template.ts';
import type { TemplateToken } from '../template/template-tokens.ts';
import { colonFix, removalOfLine, spaceFix } from './header-line-fixes.ts';
import { reportBasicHeader } from './report-basic-header.ts';

export interface CustomHeader {
  readonly name: string;
  readonly pieces: readonly Piece[];
  readonly origin: Origin;
  /** Takes its line out. */
  readonly removal: Fix | undefined;
}

/** Real line breaks, and typed ones: a backslash and a letter (HDR-3). */
export const lineBreak = /\\r\\n|\\n|\r\n|\n/g;
/** RFC 9110, section 5.6.2. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

const notInToken = /[^!#$%&'*+\-.^_`|~0-9A-Za-z]+/;

/** Whether a name is one that HDR-4 lets pass. */
export function isHeaderName(name: string): boolean {
  return token.test(name);
}

/** HDR-5: these belong to the app's HTTP stack. */
const ownedByClient = new Set([
  'host',
  'connection',
  'content-type',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'keep-alive',
]);

/** In the order of the template; lines that are not sent have their error. */
export function customHeaders(expander: Expander): readonly CustomHeader[] {
  const template = expander.template(customHeadersKey);
  if (!template) return [];
  const { text } = template.value;
  const whole = { tokens: template.tokens, start: 0, end: text.length, separator: '' };
  const lines = splitSlice(text, whole, lineBreak);
  return lines.flatMap((raw, index) => {
    const line = trimSlice(text, raw);
    if (line.tokens.length === 0) return [];
    return readLine(expander, template, line, removalOfLine(template, lines, index)) ?? [];
  });
}

function readLine(
  expander: Expander,
  template: Template,
  line: TemplateSlice,
  removal: Fix | undefined,
): CustomHeader | null {
  const { text } = template.value;
  const [name, value] = splitSlice(text, line, /:/g, 1);
  const fault = faultOf(text, name, value, line);
  if (fault) {
    const range = expander.range(template, value === undefined ? line : wrongIn(text, name));
    expander.report('HDR-4', 'error', fault, range, fixFor(template, line, name, value));
    return null;
  }
  const headerName = text.slice(name.start, name.end);
  const nameRange = expander.range(template, name);
  if (ownedByClient.has(headerName.toLowerCase()) || /^proxy-/i.test(headerName)) {
    const message = `${headerName} belongs to the app's HTTP stack and is not sent: remove this line.`;
    expander.report('HDR-5', 'error', message, nameRange, removal);
    return null;
  }
  const valueSlice = value && trimStart(text, value);
  const pieces = valueSlice ? valuePieces(expander, template, valueSlice) : [];
  if (valueSlice && headerName.toLowerCase() === 'authorization')
    reportBasicHeader(expander, template, valueSlice, pieces);
  const origin = { kind: 'literal', node: template.node, range: nameRange } as const;
  return { name: headerName, pieces, origin, removal };
}

function fixFor(
  template: Template,
  line: TemplateSlice,
  name: TemplateSlice,
  value: TemplateSlice | undefined,
): Fix | undefined {
  if (value === undefined) return colonFix(template, line);
  const written = template.value.text.slice(name.start, name.end);
  const isPlain = name.tokens.every((part) => part.kind === 'literal');
  return isPlain && isHeaderName(written.trimEnd()) ? spaceFix(template, name) : undefined;
}

/** HDR-4: why the line is no header, or null. */
function faultOf(
  text: string,
  name: TemplateSlice,
  value: TemplateSlice | undefined,
  line: TemplateSlice,
): string | null {
  const typed = line.separator.startsWith('\\')
    ? ` The line before was split at the typed ${line.separator}, which counts as a line break.`
    : '';
  const written = text.slice(name.start, name.end);
  const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  if (value === undefined) return `"${shown}" has no colon: write Name: value. The line is not sent.${typed}`;
  if (name.tokens.some((part) => part.kind !== 'literal'))
    return `A header's name may hold no parameter: "${shown}". The line is not sent.${typed}`;
  if (written === '') return `The header has no name before its colon. The line is not sent.${typed}`;
  if (isHeaderName(written)) return null;
  if (isHeaderName(written.trimEnd()))
    return `Remove the space before the colon of "${shown}". The line is not sent.${typed}`;
  return `"${shown}" is no header name: use letters, digits and hyphens. The line is not sent.${typed}`;
}

/** What of a name is no name: a parameter, the space before the colon, or the first characters that it can't have. */
function wrongIn(text: string, name: TemplateSlice): { readonly start: number; readonly end: number } {
  const parameter = name.tokens.find((part) => part.kind !== 'literal');
  if (parameter) return parameter;
  const written = text.slice(name.start, name.end);
  const space = /[ \t]+$/.exec(written);
  const wrong = space && isHeaderName(written.trimEnd()) ? space : notInToken.exec(written);
  if (!wrong) return name;
  return { start: name.start + wrong.index, end: name.start + wrong.index + wrong[0].length };
}

/** TPL-11: a value can never add a header. */
function valuePieces(expander: Expander, template: Template, value: TemplateSlice): Piece[] {
  return expander.expand(template, value.tokens).map(({ text, origin, token: part }) => {
    const rangeOf = (pattern: RegExp) => expander.range(template, typedAt(pattern, text, part));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the three that would end the line or the head
    const safe = toWellFormed(text).replaceAll(/[\r\n\u0000]/g, ' ');
    if (safe !== toWellFormed(text)) {
      const message = 'A header holds no line break: each CR, LF and NUL is sent as a space.';
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      expander.report('TPL-11', 'warning', message, rangeOf(/[\r\n\u0000]+/));
    }
    if (controls.test(text)) {
      const message =
        'This header value holds a control character; it is sent as it is, and most servers refuse it.';
      expander.report('TPL-11', 'warning', message, rangeOf(controls));
    }
    return { text: safe, origin };
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what RFC 9110, section 5.5 calls invalid
const controls = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F]+/;

/** Of typed text the characters themselves; a parameter brought them in as a whole. */
function typedAt(pattern: RegExp, text: string, part: TemplateToken) {
  const match = part.kind === 'literal' ? pattern.exec(text) : null;
  if (!match) return part;
  return { start: part.start + match.index, end: part.start + match.index + match[0].length };
}
