/** A program for Go that writes to the socket itself: `net/http` writes header names and order its own way. */
import type { ExportedRequest } from './exported-request.ts';
import { aboutProgram, asciiLiteral, indent, type Line, literal, programOf } from './program.ts';

export function goProgram(request: ExportedRequest): string {
  const program = programOf(request);
  const { hostname, port, secure, mediaSize, timeoutSeconds, variables } = request;
  const about = aboutProgram(program, { command: 'go run upload.go', needs: 'Go 1.16 or newer' });
  const packages = [
    ...(secure ? ['crypto/tls'] : []),
    'fmt',
    ...(mediaSize === null ? [] : ['io']),
    'net',
    'os',
    'regexp',
    'strconv',
    'time',
  ];
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  const address = asciiLiteral(`${host}:${port}`, '"');
  const timeout = `${timeoutSeconds} * time.Second`;
  const dial = secure
    ? `tls.DialWithDialer(&net.Dialer{Timeout: ${timeout}}, "tcp", ${address}, nil)`
    : `net.DialTimeout("tcp", ${address}, ${timeout.replaceAll(' ', '')})`;
  return `${about.map((line) => `// ${line.replace(/^ {2}/, '\t')}`.trimEnd()).join('\n')}
package main

import (
${packages.map((name) => `\t"${name}"`).join('\n')}
)

func fail(message interface{}, status int) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(status)
}
${variables.length === 0 ? '' : secretFunction}
func main() {
${mediaSize === null ? '' : openFile(mediaSize)}	body := []string{
${indent(
  program.body.map((line) => (line === 'media' ? 'media,' : `${expression(line)},`)),
  '\t\t',
)}
	}
	size := 0
	for _, piece := range body {
		size += len(piece)
${mediaSize === null ? '' : countFile}	}
	length := strconv.Itoa(size)
	head := []string{
${indent(
  program.head.map((line) => `${expression(line)},`),
  '\t\t',
)}
	}

	connection, err := ${dial}
	if err != nil {
		fail(err, 1)
	}
	for _, piece := range append(head, body...) {
${mediaSize === null ? '' : sendFile}		// The server may answer before it has read all.
		if _, err := connection.Write([]byte(piece)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			break
		}
	}
	reply := ""
	chunk := make([]byte, 65536)
	for {
		connection.SetReadDeadline(time.Now().Add(${timeout}))
		count, err := connection.Read(chunk)
		os.Stdout.Write(chunk[:count])
		if len(reply) < 4096 {
			reply += string(chunk[:count])
		}
		if err != nil {
			break
		}
	}
	// Replies such as 100 Continue may come before the one that counts.
	final := regexp.MustCompile(\`(?s)^(HTTP/1\\.1 1\\d\\d.*?\\r\\n\\r\\n)*HTTP/1\\.[01] 2\\d\\d\`)
	if !final.MatchString(reply) {
		os.Exit(1)
	}
}
`;
}

const secretFunction = `
func secret(name string) string {
	value := os.Getenv(name)
	if value == "" {
		fail("Set the environment variable "+name+".", 2)
	}
	return value
}
`;

const openFile = (size: number) => `	if len(os.Args) != 2 {
		fail("Usage: go run upload.go FILE", 2)
	}
	file, err := os.Open(os.Args[1])
	if err != nil {
		fail(err, 2)
	}
	info, err := file.Stat()
	if err != nil {
		fail(err, 2)
	}
	if info.Size() != ${size} {
		fail(fmt.Sprintf("%s has %d bytes; this request was made for ${size}.", os.Args[1], info.Size()), 2)
	}

	const media = "" // stands for the file
`;

const countFile = `		if piece == media {
			size += int(info.Size())
		}
`;

const sendFile = `		if piece == media {
			file.Seek(0, io.SeekStart)
			io.Copy(connection, file)
		}
`;

function expression(line: Line): string {
  return line
    .map((piece) => {
      if (piece instanceof Uint8Array) return literal(piece, '"');
      return 'length' in piece ? 'length' : `secret("${piece.variable}")`;
    })
    .join(' + ');
}
