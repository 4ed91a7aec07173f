/** The installed curl is the referee: what it puts on a socket is what is read from its command. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawTarget } from '../../test/raw-target.ts';
import { latin1 } from '../byte-text.ts';
import { type CapturedRequest, wholeBody } from '../captured.ts';
import { readRaw } from '../read-raw.ts';
import { curlBoundary, curlVersion } from './build-request.ts';
import { readCurl } from './read-curl.ts';

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const hasBash = spawnSync('bash', ['--version']).status === 0;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'curl-referee-'));
  writeFileSync(join(folder, 'photo.jpg'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x0d, 0x0a, 0x00));
  writeFileSync(
    join(folder, 'clip.mp4'),
    Uint8Array.of(0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d),
  );
  writeFileSync(join(folder, 'notes.txt'), 'one\r\ntwo & three\n');
  writeFileSync(join(folder, 'a b.bin'), 'x');
  writeFileSync(join(folder, 'large.bin'), new Uint8Array(1024 * 1024 + 1).fill(0x61));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** `URL` stands for the address of the socket. */
const commands = [
  'curl URL',
  'curl -s URL/a/./b/../c?x=1#part',
  'curl --path-as-is URL/a/./b/../c',
  "curl -F file=@photo.jpg -F 'to=+420777123456' -F description='Hello, world' URL/upload",
  `curl -F 'file=@photo.jpg;type=image/png;filename=other name.png' URL`,
  `curl -F 'file=@"photo.jpg";filename="q\\"u;o.jpg"' URL`,
  'curl -F file=@clip.mp4 -F text=@notes.txt URL',
  'curl -F text="<notes.txt" -F a=b URL',
  `curl -F 'text=<notes.txt;type=text/plain; charset=utf-8' URL`,
  `curl -F 'a=b;type=text/html' -F 'c= spaced ' -F d= URL`,
  `curl -F 'a=one;two' URL`,
  `curl --form-string 'a=@b;type=x' -F 'na"me=v' URL`,
  `curl --form-escape -F 'na"me=v\\' URL`,
  'curl -F file=@"a b.bin" URL',
  'curl -X PUT -F file=@photo.jpg URL',
  "curl -H 'Content-Type: multipart/form-data' -F a=b URL",
  "curl -d a=1 -d 'b=2&c=3' URL",
  'curl -d @notes.txt URL',
  'curl --data-binary @notes.txt URL',
  'curl --data-raw @notes.txt URL',
  'curl --data-ascii x URL',
  "curl --data-urlencode 'a b&c' --data-urlencode '=x=y' --data-urlencode 'n=é +' URL",
  'curl --data-urlencode n@notes.txt --data-urlencode @notes.txt URL',
  "curl -G -d a=1 --data-urlencode 'b=x y' URL/?q=0",
  'curl -G -d a=1 URL',
  "curl --url-query 'a=x y' --url-query +b=%41 URL",
  'curl --json \'{"a":1}\' URL',
  "curl -H 'Content-Type: application/json' -d '{\"a\":1}' URL",
  "curl -H 'Accept:' -H 'User-Agent:' -H 'X-Empty;' -H 'X-A: 1' -H 'x-b:2' -d x URL",
  "curl -H 'Host: other.example' -H 'Connection: close' URL",
  "curl -A agent/1 -e https://from.example/ -b 'a=1; b=2' -b c=3 URL",
  "curl -A '' URL",
  'curl -u 4201:sec:ret URL',
  'curl http://us%65r:p%40w@HOST/x',
  'curl --oauth2-bearer abc URL',
  'curl -I URL',
  'curl -sSXPOST URL',
  'curl -sSLkd x URL',
  'curl --no-progress-meter --max-time 5 --data-bin x URL',
  'curl -0 -d x URL',
  'curl --request-target /other URL/x',
  'curl --globoff URL/a[1]{b}',
  'echo hello | curl -d @- URL',
  "printf 'a\\r\\n%%b\\101' | curl --data-binary @- URL",
  `{ printf 'a\\r\\n'; cat <'photo.jpg'; printf '\\055end'; } | curl -X POST --data-binary @- URL`,
  'curl --data-binary @- URL <notes.txt',
  "curl --data-binary @- URL <<'END'\nline $ one\nline two\nEND",
  'curl \\\n  -F a=b \\\n  URL',
  'curl -F "a=b \\"c\\" \\$d" URL',
  "curl -H 'Transfer-Encoding: chunked' -d hello URL",
  'curl -F a=à -F "b= à " URL',
  'curl --data-raw à -H X-A:à -H "X-B: à" URL',
  'curl -d "" URL',
  'curl -X POST URL',
  "curl -H 'Content-Length: 3' -d abc URL",
  'curl -H "Authorization: Bearer x" -u a:b URL',
  'curl --data-binary @large.bin URL',
  'curl -F file=@large.bin URL',
];
const bashCommands = [
  "curl -d $'a\\tb\\x41\\101\\u00e9\\'' URL",
  "curl --data-binary $'\\xff\\xd8' URL",
  'curl -d @- URL <<<"text"',
];

/** What the socket received. */
async function sentBy(command: string, shell: string): Promise<{ raw: Buffer; port: number }> {
  const target = await rawTarget((socket, received) => {
    const all = received().toString('latin1');
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = all.slice(0, end);
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    const isWhole = /^transfer-encoding/im.test(head)
      ? all.endsWith('\r\n0\r\n\r\n')
      : all.length >= end + 4 + length;
    // Asked first: as a server that does not answer is, it sends the body after a second; so answer.
    if (/^expect:/im.test(head) && all.length === end + 4) socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    if (isWhole) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  const text = withAddress(command, target.port);
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C.UTF-8' };
  const child = spawn(shell, ['-c', text], { cwd: folder, env, stdio: 'ignore' });
  await new Promise((resolve) => child.on('close', resolve));
  return { raw: target.received(), port: target.port };
}

function withAddress(command: string, port: number): string {
  return command.replaceAll('URL', `http://127.0.0.1:${port}`).replaceAll('HOST', `127.0.0.1:${port}`);
}

function readLikeCurl(command: string): CapturedRequest {
  const { captures } = readCurl(command, (path) => readFileSync(join(folder, path)));
  const request = captures[0]?.request;
  if (!request) throw new Error(`not read: ${JSON.stringify(captures)}`);
  return request;
}

/** The version and the boundary are the installed curl's own; a length that counts that boundary follows it. */
function comparable(request: CapturedRequest, boundary: string, version: string): string {
  const body = latin1(wholeBody(request) ?? new Uint8Array()).replaceAll(curlBoundary, boundary);
  const lines = request.headers.map(({ name, value, line }) => {
    const text = (line ?? `${name}: ${value}`).replaceAll(curlBoundary, boundary);
    if (text === `User-Agent: curl/${curlVersion}`) return `User-Agent: ${version}`;
    return /^content-length: /i.test(text) ? `${name}: ${body.length}` : text;
  });
  return `${request.method} ${request.target} HTTP/${request.version}\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

async function expectSame(command: string, shell: string): Promise<void> {
  const { raw, port } = await sentBy(command, shell);
  const sent = readRaw(raw).request;
  if (sent === null) throw new Error(`curl sent nothing for ${command}`);
  const text = raw.toString('latin1');
  const boundary = /boundary=(-+\w+)/.exec(text)?.[1] ?? curlBoundary;
  const version = /^User-Agent: (curl\/\S+)/m.exec(text)?.[1] ?? '';
  const ours = comparable(readLikeCurl(withAddress(command, port)), boundary, version);
  expect(ours).toBe(comparable(sent, boundary, version));
}

describe.skipIf(!hasCurl)('what curl sends is what is read', () => {
  test.each(commands)('%s', (command) => expectSame(command, 'sh'));
  test.skipIf(!hasBash).each(bashCommands)('%s', (command) => expectSame(command, 'bash'));
});
