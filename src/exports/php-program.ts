/** A program for PHP that writes to the socket itself: its curl extension has its own boundary and order. */
import type { ExportedRequest } from './exported-request.ts';
import { aboutProgram, asciiLiteral, indent, type Line, literal, programOf } from './program.ts';

export function phpProgram(request: ExportedRequest): string {
  const program = programOf(request);
  const { hostname, port, secure, mediaSize, timeoutSeconds, variables } = request;
  const about = aboutProgram(program, {
    command: 'php upload.php',
    needs: `PHP 7.4 or newer${secure ? ' with its openssl extension' : ''}`,
  });
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  const address = `${secure ? 'ssl' : 'tcp'}://${host}:${port}`;
  return `<?php
${about.map((line) => `// ${line}`.trimEnd()).join('\n')}

function fail($message, $status) {
    fwrite(STDERR, "$message\\n");
    exit($status);
}

function send($socket, $bytes) {
    while ($bytes !== '') {
        $written = fwrite($socket, $bytes);
        // The server may answer before it has read all.
        if (!$written) return;
        $bytes = substr($bytes, $written);
    }
}
${variables.length === 0 ? '' : secretFunction}${mediaSize === null ? '' : openFile(mediaSize)}
${mediaSize === null ? '' : '// null stands for the file.\n'}$body = [
${indent(
  program.body.map((line) => (line === 'media' ? 'null,' : `${expression(line)},`)),
  '    ',
)}
];
$length = 0;
foreach ($body as $piece) $length += ${mediaSize === null ? 'strlen($piece)' : '$piece === null ? $size : strlen($piece)'};
$head = [
${indent(
  program.head.map((line) => `${expression(line)},`),
  '    ',
)}
];

$socket = stream_socket_client(${asciiLiteral(address, '"', '$')}, $code, $message, ${timeoutSeconds});
if (!$socket) fail("No connection: $message", 1);
stream_set_timeout($socket, ${timeoutSeconds});
foreach (array_merge($head, $body) as $piece) {
${mediaSize === null ? '    send($socket, $piece);' : sendPieceOrFile}
}
$reply = '';
while (!feof($socket) && !stream_get_meta_data($socket)['timed_out']) {
    $chunk = (string) fread($socket, 65536);
    echo $chunk;
    if (strlen($reply) < 4096) $reply .= $chunk;
}
// Replies such as 100 Continue may come before the one that counts.
exit(preg_match('~^(HTTP/1\\.1 1\\d\\d.*?\\r\\n\\r\\n)*HTTP/1\\.[01] 2\\d\\d~s', $reply) ? 0 : 1);
`;
}

const secretFunction = `
function secret($name) {
    $value = getenv($name);
    // Not ?:, for which 0 is nothing.
    return $value === false || $value === '' ? fail("Set the environment variable $name.", 2) : $value;
}
`;

const openFile = (size: number) => `
if ($argc !== 2) fail('Usage: php upload.php FILE', 2);
$file = fopen($argv[1], 'rb') ?: fail("$argv[1] cannot be read.", 2);
$size = fstat($file)['size'];
if ($size !== ${size}) fail("$argv[1] has $size bytes; this request was made for ${size}.", 2);
`;

const sendPieceOrFile = `    if ($piece !== null) {
        send($socket, $piece);
        continue;
    }
    rewind($file);
    while (!feof($file)) send($socket, fread($file, 65536));`;

function expression(line: Line): string {
  return line
    .map((piece) => {
      if (piece instanceof Uint8Array) return literal(piece, '"', '$');
      return 'length' in piece ? '$length' : `secret('${piece.variable}')`;
    })
    .join(' . ');
}
