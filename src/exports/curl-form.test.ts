/** What the real curl sends for the command with `-F`, read by a parser that is not ours. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import busboy from 'busboy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFor, jpegBytes, latin1, type ShortRequest } from '../test/build-for-test.ts';
import { curlForm } from './curl-form.ts';
import { exportedRequest } from './exported-request-of.ts';

interface Part {
  readonly name: string | undefined;
  readonly fileName?: string | undefined;
  readonly type?: string;
  readonly value: string;
}

let folder: string;
let server: Server;
let origin: string;
let arrived: { message: IncomingMessage; parts: readonly Part[] } | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'curl-form-'));
  writeFileSync(join(folder, 'it"s.jpg'), jpegBytes);
  server = createServer((message, reply) => {
    const parts: Part[] = [];
    const parser = busboy({
      headers: message.headers,
      preservePath: true,
      defParamCharset: 'utf8',
      defCharset: 'latin1',
    });
    parser
      .on('field', (name, value) => parts.push({ name, value }))
      .on('file', (name, stream, { filename, mimeType }) => {
        let value = '';
        stream.on('data', (chunk: Buffer) => {
          value += chunk.toString('latin1');
        });
        stream.on('end', () => parts.push({ name, fileName: filename, type: mimeType, value }));
      })
      .on('close', () => {
        arrived = { message, parts };
        reply.end('ok');
      });
    message.pipe(parser);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function formFor(short: ShortRequest) {
  const { plan } = buildFor({ ...short, url: `${origin}/${short.url ?? ''}` });
  if (!plan) throw new Error('There is no request.');
  return { plan, ...curlForm(exportedRequest(plan), 'it"s.jpg') };
}

async function sentFor(short: ShortRequest) {
  const form = formFor(short);
  const shell = spawn('/bin/sh', ['-c', form.command], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  shell.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const [status] = await once(shell, 'close');
  expect({ status, errors: status === 0 ? '' : errors }).toEqual({ status: 0, errors: '' });
  if (!arrived) throw new Error('Nothing arrived.');
  return { ...form, ...arrived };
}

describe('the readable curl command', () => {
  it('sends the same headers, names, values and file', async () => {
    const { message, parts, plan } = await sentFor({
      method: 'put',
      url: 'up?q=[a]{b}',
      headers: 'X-A: it\'s "$x"\nx-b: 2\nX-Empty:',
      data: 'from=%to%&note=%description%&bin=%ff!%ff%0A&file=%media_content%&again=%media_content%',
      params: { to: '@/etc/passwd', description: '<x;type=text/html\r\n\'"\\ `$(x)` !ls Š\n' },
      media: { name: 'a "b" \\c;d.jpg' },
    });
    expect(message.method).toBe('PUT');
    expect(message.url).toBe('/up?q=[a]{b}');
    const names = plan.headers.map(({ name }) => name).filter((name) => !/^content-/i.test(name));
    const raw = message.rawHeaders;
    expect(raw.filter((_, index) => index % 2 === 0).slice(0, names.length)).toEqual(names);
    expect(raw[raw.indexOf('X-A') + 1]).toBe('it\'s "$x"');
    const file = { fileName: 'a %22b%22 \\c;d.jpg', type: 'image/jpeg', value: latin1(jpegBytes) };
    expect(parts).toEqual([
      { name: 'from', value: '@/etc/passwd' },
      { name: 'note', value: Buffer.from('<x;type=text/html\r\n\'"\\ `$(x)` !ls Š\n').toString('latin1') },
      { name: 'bin', value: '\xff!\xff\n' },
      { name: 'file', ...file },
      { name: 'again', ...file },
    ]);
  });

  it('lists what differs for every request', () => {
    const { differences } = formFor({});
    expect(differences).toHaveLength(5);
    expect(differences.join('\n')).toMatch(/boundary.*charset.*Content-Length.*last.*quotes/s);
  });

  it.each([
    ['an empty name', '=1', 'Part 1 has no name'],
    ['= in a name', 'a%3Db=1', 'Part 1 has = in its name'],
    ['NUL in a value', 'a=%00', 'Part 1 holds a NUL byte'],
    ['a line break in a name', 'a%0Ab=1', 'Part 1 has a control character'],
    ['a name that is no UTF-8', '%ff=1', 'Part 1 has a name that is no UTF-8'],
  ])("leaves out and names what curl can't be told: %s", async (_, data, expected) => {
    const { differences, parts } = await sentFor({ data: `${data}&z=1` });
    expect(differences.join('\n')).toContain(expected);
    expect(parts).toEqual([{ name: 'z', value: '1' }]);
  });

  it('says what becomes of quotes, of media parameters and of the empty line of MP-7', () => {
    const { differences } = formFor({
      data: 'a"b=1&file=%media_content%',
      mediaBytes: Uint8Array.of(1),
      media: { declaredType: 'image/png; a=b' },
      assume: { 'file-part-blank-line': 'literal' },
    });
    expect(differences.slice(5)).toEqual([
      'In names a quote becomes %22, and a backslash stays as it is.',
      'The parameters of the media type are left out.',
      'The empty line before the headers of the file part is left out (MP-7).',
    ]);
  });
});
