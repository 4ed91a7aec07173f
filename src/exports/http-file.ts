/**
 * The request as a `.http` file, for VS Code REST Client and the HTTP Client of JetBrains. Both build the
 * message themselves, so it is not to the byte; and a text in it may be an order to them (`< file` puts in
 * a file of the reader's, `{{x}}` a variable, `###` begins another request). What they can't be told is left out, and a comment
 * at the top of the file says so.
 */
import { hasUnseen } from '../core/source/escape-unseen.ts';
import {
  type BytePiece,
  type ExportedHeader,
  type ExportedRequest,
  isVariable,
  type TextPiece,
  type UsedVariable,
} from './exported-request.ts';

export const httpFileLimits = [
  'The program writes the message: Host, Content-Length and headers of its own, their order and letter case are up to it.',
  'VS Code REST Client takes no media above 10 MB.',
  'Text that holds control characters or other bytes than UTF-8, or that the program would take for an order, is left out.',
] as const;

/** `mediaPath` is the file as it is found from this one. */
export function httpFile(request: ExportedRequest, mediaPath: string): string {
  const headers = request.headers.filter(({ name }) => !/^(?:host|content-length)$/i.test(name));
  const parts = request.parts.map((_, index) => partLines(request, index, mediaPath));
  const leftOut = [
    ...headers.flatMap((header) => (headerLine(header) === null ? [`header ${header.name}`] : [])),
    ...parts.flatMap((lines, index) => (lines === null ? [`part ${index + 1} of the body`] : [])),
  ];
  const url = written([request.origin, ...request.target])?.replaceAll(/\{\{(?![A-Z_0-9]+\}\})/g, '%7B%7B');
  return [
    '# An upload for VS Code REST Client or the HTTP Client of JetBrains. Not to the byte:',
    ...httpFileLimits.map((limit) => `# - ${limit}`),
    ...leftOut.map((what) => `# - Left out here: ${what}.`),
    ...variableLines(request.variables),
    '',
    `${request.method} ${url} HTTP/1.1`,
    ...headers.flatMap((header) => headerLine(header) ?? []),
    '',
    ...parts.flatMap((lines) => lines ?? []),
    `--${request.boundary}--`,
    '',
  ].join('\n');
}

function variableLines(variables: readonly UsedVariable[]): readonly string[] {
  if (variables.length === 0) return [];
  return [
    '# VS Code takes these from the environment; for JetBrains set them in http-client.private.env.json',
    '# and remove these lines.',
    ...variables.map(({ name }) => `@${name} = {{$processEnv ${name}}}`),
  ];
}

/** Null for what can't be told. */
function headerLine({ name, value }: ExportedHeader): string | null {
  const text = written(value);
  return text === null || isOrder(value) ? null : `${name}: ${text}`;
}

function partLines(request: ExportedRequest, index: number, mediaPath: string): readonly string[] | null {
  const file = `< ${isAbsolute(mediaPath) ? '' : './'}${mediaPath}`;
  const pieces: TextPiece[] = [];
  // All behind the delimiter but the order that puts in the media.
  const texts: TextPiece[] = [];
  for (const segment of request.segments.filter(({ part }) => part === index)) {
    if (segment.role === 'media') pieces.push(file);
    for (const piece of segment.role === 'media' ? [] : segment.pieces.map(textPiece)) {
      if (piece === null) return null;
      if (pieces.length > 0) texts.push(piece);
      pieces.push(piece);
    }
  }
  const text = written(pieces)?.replace(/\r\n$/, '');
  if (text === undefined || /\r(?!\n)|(?<!\r)\n/.test(text) || isOrder(texts)) return null;
  return text.split('\r\n');
}

const isAbsolute = (path: string) => /^(?:[\\/]|[A-Za-z]:)/.test(path);

function textPiece(piece: BytePiece): TextPiece | null {
  if (isVariable(piece)) return piece;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(piece);
  } catch {
    return null;
  }
}

/** Null where an editor would not show or keep every character. */
function written(pieces: readonly TextPiece[]): string | null {
  const text = pieces.map((piece) => (isVariable(piece) ? `{{${piece.variable}}}` : piece)).join('');
  return hasUnseen(text.replaceAll('\r\n', '')) ? null : text;
}

/** Whether the program would obey this text instead of sending it. */
function isOrder(pieces: readonly TextPiece[]): boolean {
  const text = pieces.map((piece) => (isVariable(piece) ? 'x' : piece)).join('');
  return text.includes('{{') || /^[ \t]*(?:[<>#@]|\/\/|--)/m.test(text);
}
