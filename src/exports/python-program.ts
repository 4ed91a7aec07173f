/** A program for Python that writes to the socket itself: `http.client` refuses some of what the app sends. */
import type { ExportedRequest } from './exported-request.ts';
import { aboutProgram, asciiLiteral, indent, type Line, literal, programOf } from './program.ts';

export function pythonProgram(request: ExportedRequest): string {
  const program = programOf(request);
  const { hostname, port, secure, mediaSize, timeoutSeconds, variables } = request;
  const about = aboutProgram(program, { command: 'python3 upload.py', needs: 'Python 3.8 or newer' });
  const modules = ['os', 're', 'socket', ...(secure ? ['ssl'] : []), 'sys'];
  return `${about.map((line) => `# ${line}`.trimEnd()).join('\n')}
import ${modules.join(', ')}


def fail(message, status):
    print(message, file=sys.stderr)
    sys.exit(status)

${variables.length === 0 ? '' : secretFunction}${mediaSize === null ? '' : openFile(mediaSize)}
${mediaSize === null ? '' : '# None stands for the file.\n'}body = [
${indent(
  program.body.map((line) => (line === 'media' ? 'None,' : `${expression(line)},`)),
  '    ',
)}
]
length = sum(${mediaSize === null ? 'len(piece)' : 'size if piece is None else len(piece)'} for piece in body)
head = [
${indent(
  program.head.map((line) => `${expression(line)},`),
  '    ',
)}
]

reply = b''
try:
    connection = socket.create_connection((${asciiLiteral(hostname, "'")}, ${port}), ${timeoutSeconds})
${secure ? `    connection = ssl.create_default_context().wrap_socket(connection, server_hostname=${asciiLiteral(hostname, "'")})\n` : ''}    try:
        for piece in head + body:
${mediaSize === null ? sendPiece : sendPieceOrFile}
    except OSError as error:  # The server may answer before it has read all.
        print(error, file=sys.stderr)
    while chunk := connection.recv(65536):
        sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
        if len(reply) < 4096:
            reply += chunk
except OSError as error:
    print(error, file=sys.stderr)
# Replies such as 100 Continue may come before the one that counts.
final = re.match(rb'(HTTP/1\\.1 1\\d\\d.*?\\r\\n\\r\\n)*HTTP/1\\.[01] 2\\d\\d', reply, re.DOTALL)
sys.exit(0 if final else 1)
`;
}

const secretFunction = `
def secret(name):
    return os.fsencode(os.environ.get(name) or fail(f'Set the environment variable {name}.', 2))

`;

const openFile = (size: number) => `
if len(sys.argv) != 2:
    fail('Usage: python3 upload.py FILE', 2)
file = open(sys.argv[1], 'rb')
size = os.fstat(file.fileno()).st_size
if size != ${size}:
    fail(f'{sys.argv[1]} has {size} bytes; this request was made for ${size}.', 2)
`;

const sendPiece = '            connection.sendall(piece)';
const sendPieceOrFile = `            if piece is not None:
                connection.sendall(piece)
                continue
            file.seek(0)
            while chunk := file.read(65536):
                connection.sendall(chunk)`;

function expression(line: Line): string {
  return line
    .map((piece) => {
      if (piece instanceof Uint8Array) return `b${literal(piece, "'")}`;
      return 'length' in piece ? "b'%d' % length" : `secret('${piece.variable}')`;
    })
    .join(' + ');
}
