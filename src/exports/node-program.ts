/** A program for Node that writes to the socket itself: `fetch` has its own headers, order and letter case. */
import type { ExportedRequest } from './exported-request.ts';
import { aboutProgram, asciiLiteral, indent, type Line, literal, programOf } from './program.ts';

export function nodeProgram(request: ExportedRequest): string {
  const program = programOf(request);
  const { hostname, port, secure, mediaSize, timeoutSeconds, variables } = request;
  const about = aboutProgram(program, { command: 'node upload.mjs', needs: 'Node 18 or newer' });
  const imports = [
    ['once', 'node:events'],
    ...(mediaSize === null ? [] : [['createReadStream, statSync', 'node:fs']]),
    ['connect', secure ? 'node:tls' : 'node:net'],
  ];
  return `${about.map((line) => `// ${line}`.trimEnd()).join('\n')}
${imports.map(([names, module]) => `import { ${names} } from '${module}';`).join('\n')}

function fail(message, status) {
  console.error(message);
  process.exit(status);
}
${variables.length === 0 ? '' : secretFunction}${mediaSize === null ? '' : openFile(mediaSize)}
// A character is a byte${mediaSize === null ? '' : ', null the file'}.
const body = [
${indent(
  program.body.map((line) => (line === 'media' ? 'null,' : `${expression(line)},`)),
  '  ',
)}
];
const length = body.reduce((sum, piece) => sum + ${mediaSize === null ? 'piece.length' : '(piece === null ? size : piece.length)'}, 0);
const head = [
${indent(
  program.head.map((line) => `${expression(line)},`),
  '  ',
)}
];

const socket = connect({ host: ${asciiLiteral(hostname, "'")}, port: ${port} });
let reply = '';
socket.on('data', (chunk) => {
  process.stdout.write(chunk);
  if (reply.length < 4096) reply += chunk.toString('latin1');
});
socket.on('error', (error) => console.error(error.message));
socket.setTimeout(${timeoutSeconds * 1000}, () => socket.destroy(new Error('No answer for ${timeoutSeconds} seconds.')));
socket.on('close', () => {
  // Replies such as 100 Continue may come before the one that counts.
  process.exitCode = /^(HTTP\\/1\\.1 1\\d\\d[^]*?\\r\\n\\r\\n)*HTTP\\/1\\.[01] 2\\d\\d/.test(reply) ? 0 : 1;
});
for (const piece of [...head, ...body]) {
  const chunks = ${mediaSize === null ? '' : 'piece === null ? createReadStream(file) : '}[Buffer.from(piece, 'latin1')];
  for await (const chunk of chunks) {
    if (!socket.destroyed && !socket.write(chunk)) await once(socket, 'drain').catch(() => {});
  }
}
`;
}

const secretFunction = `function secret(name) {
  const value = process.env[name] || fail(\`Set the environment variable \${name}.\`, 2);
  return Buffer.from(value).toString('latin1');
}
`;

const openFile = (size: number) => `
const file = process.argv[2] ?? fail('Usage: node upload.mjs FILE', 2);
const { size } = statSync(file);
if (size !== ${size}) fail(\`\${file} has \${size} bytes; this request was made for ${size}.\`, 2);
`;

function expression(line: Line): string {
  return line
    .map((piece) => {
      if (piece instanceof Uint8Array) return literal(piece, "'");
      return 'length' in piece ? 'length' : `secret('${piece.variable}')`;
    })
    .join(' + ');
}
