/**
 * The upload as people write it by hand, with `-F`: readable, and not the bytes of the preview, because
 * curl builds the body itself. What differs for this very request is said in a list.
 */
import { concatenate } from '../core/request/bytes.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import { curlHeaders } from './curl-headers.ts';
import type { BytePiece, ExportedRequest } from './exported-request.ts';
import { isVariable } from './exported-request.ts';
import { quote, quoteAll, quoteBytes } from './shell.ts';

export interface CurlForm {
  readonly command: string;
  readonly differences: readonly string[];
}

export function curlForm(request: ExportedRequest, mediaPath: string): CurlForm {
  const parts = request.parts.flatMap((_, index) => partArgument(request, index, mediaPath) ?? []);
  const headers = curlHeaders(withoutCurlsOwn(request)).map((pieces) =>
    quoteAll(pieces.filter((piece) => typeof piece === 'string' || isVariable(piece))),
  );
  const command = [
    ...request.variables.map(({ name }) => `: "\${${name}:?}" &&\n`),
    `curl --http1.1 --globoff --path-as-is -X ${request.method} ${quoteAll([request.origin, ...request.target])}`,
    ...headers.map((header) => ` \\\n  -H ${header}`),
    ...parts.map((part) => ` \\\n  ${part}`),
    '\n',
  ].join('');
  return { command, differences: differencesOf(request) };
}

/** Those that curl writes for a form; its own Content-Type names the boundary that it draws. */
function withoutCurlsOwn(request: ExportedRequest): ExportedRequest {
  const headers = request.headers.filter(({ name }) => !/^(?:host|content-(?:type|length))$/i.test(name));
  return { ...request, headers };
}

/** Null for a part that curl can't be told. */
function partArgument(request: ExportedRequest, index: number, mediaPath: string): string | null {
  const part = request.parts[index];
  if (!part || obstacle(request, index) !== null) return null;
  if (part.isFile) {
    const file = `${part.name}=@"${escapeWord(mediaPath)}";filename="${escapeWord(request.fileName)}"`;
    return `-F ${quote(`${file};type=${bareType(request.mediaType)}`)}`;
  }
  // The name and what is literal behind it are one word.
  const words: string[] = [];
  let literal = utf8(`${part.name}=`);
  for (const piece of partValue(request, index)) {
    if (!isVariable(piece)) literal = concatenate([literal, piece]);
    else {
      words.push(...(literal.length > 0 ? [quoteBytes(literal)] : []), `"$${piece.variable}"`);
      literal = new Uint8Array();
    }
  }
  if (literal.length > 0) words.push(quoteBytes(literal));
  return `--form-string ${words.join('')}`;
}

function partValue({ segments }: ExportedRequest, index: number): readonly BytePiece[] {
  return segments.flatMap((segment) =>
    segment.role === 'value' && segment.part === index ? segment.pieces : [],
  );
}

/** As curl reads words in quotes. */
const escapeWord = (text: string) => text.replaceAll(/[\\"]/g, '\\$&');

const bareType = (mediaType: string) => mediaType.replace(/[ \t]*;.*$/s, '');

/** Why curl can't be told this part; null where it can. */
function obstacle(request: ExportedRequest, index: number): string | null {
  const name = request.parts[index]?.name ?? '';
  const file = request.parts[index]?.isFile ? request.fileName : '';
  if (name === '') return 'has no name';
  if (name.includes('=')) return 'has = in its name';
  if (`${name}${file}`.includes('\ufffd')) return 'has a name that is no UTF-8';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no argument holds, or curl drops in a name
  if (/[\u0000-\u001f\u007f]/.test(`${name}${file}`)) return 'has a control character in its name';
  const value = partValue(request, index);
  if (value.some((piece) => piece instanceof Uint8Array && piece.includes(0))) return 'holds a NUL byte';
  return null;
}

function differencesOf(request: ExportedRequest): readonly string[] {
  const { headers, mediaType, parts, segments, fileName } = request;
  const names = [...parts.map(({ name }) => name), ...(request.mediaSize === null ? [] : [fileName])];
  const has = (name: string) => headers.some((header) => header.name.toLowerCase() === name);
  const hasBlankLine = segments.some(
    ({ role }, index) => role === 'media' && isBlankLineBefore(segments, index),
  );
  return [
    'The boundary is drawn by curl, another one each time.',
    'Content-Type has no charset, and its boundary stands without quotes.',
    'Content-Length follows from both.',
    'Content-Length and Content-Type come last, behind the custom headers.',
    'Part names and file names stand in quotes, those too that need none.',
    ...(has('expect') ? ['Expect is left out.'] : []),
    ...(names.some((name) => /["\\]/.test(name))
      ? ['In names a quote becomes %22, and a backslash stays as it is.']
      : []),
    ...(request.mediaSize !== null && bareType(mediaType) !== mediaType
      ? ['The parameters of the media type are left out.']
      : []),
    ...(hasBlankLine ? ['The empty line before the headers of the file part is left out (MP-7).'] : []),
    ...(parts.length === 0 ? ['curl sends no multipart body without a part.'] : []),
    ...parts.flatMap((_, index) => {
      const why = obstacle(request, index);
      return why === null ? [] : [`Part ${index + 1} ${why}: curl can't be told it, and it is left out.`];
    }),
  ];
}

function isBlankLineBefore(segments: ExportedRequest['segments'], media: number): boolean {
  const part = segments[media]?.part;
  const first = segments.find((segment) => segment.part === part && segment.role === 'part-header');
  return (
    first !== undefined &&
    first.role !== 'media' &&
    first.pieces[0] instanceof Uint8Array &&
    first.pieces[0][0] === 0x0d
  );
}
