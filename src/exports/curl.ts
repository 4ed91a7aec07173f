/**
 * The request as a command for a POSIX shell: curl sends the same bytes. A secret that is a variable is
 * read by the shell, and what its length adds to the body is counted there.
 */
import { type CurlPiece, curlHeaders } from './curl-headers.ts';
import { bodyPieces, type ExportedRequest, isVariable, literalLength } from './exported-request.ts';
import { printfFormat, quote, quoteAll } from './shell.ts';

/** `mediaPath` is the file as the shell will find it. */
export function curlCommand(request: ExportedRequest, mediaPath: string): string {
  const body = bodyPieces(request).map((piece) => {
    if (piece === 'media') return `cat <${quote(mediaPath)}`;
    return isVariable(piece) ? `printf %s "$${piece.variable}"` : `printf '${printfFormat(piece)}'`;
  });
  return [
    // A variable that is not set ends the command here, and nothing is sent.
    ...request.variables.map(({ name }) => `: "\${${name}:?}" &&\n`),
    `{ ${body.join('; \\\n  ')}; } |\n`,
    `curl --http1.1 --globoff --path-as-is -X ${request.method} ${quoteAll([request.origin, ...request.target])} \\\n`,
    ...curlHeaders(request).map((header) => `  -H ${headerWord(header, request)} \\\n`),
    '  --data-binary @-\n',
  ].join('');
}

function headerWord(header: readonly CurlPiece[], request: ExportedRequest): string {
  const texts = header.filter((piece) => typeof piece === 'string' || 'variable' in piece);
  if (texts.length === header.length) return quoteAll(texts);
  const counted = bodyPieces(request).flatMap((piece) =>
    isVariable(piece) ? [`$(printf %s "$${piece.variable}" | wc -c)`] : [],
  );
  const length = `"Content-Length: $((${[literalLength(request), ...counted].join(' + ')}))"`;
  // Headers without a value may stand behind it (curl-headers.ts).
  const behind = texts.slice(1);
  return behind.length === 0 ? length : length + quoteAll(behind);
}
