import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';

const xml = `<account>
  <username>johndow</username>
  <password>secret</password>
  <genericMediaUploadUrl>https://media.example/up?to=%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>from=%account[username]%&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>X-Size: %media_size%</genericMediaUploadCustomHeaders>
</account>
`;

let folder: string;
let photo: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'preview-'));
  photo = join(folder, 'my photo.jpg');
  writeFileSync(photo, Buffer.from('ffd8ffe0000d0a2d2d', 'hex'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const preview = (...args: string[]) =>
  runCaptured(['preview', '-', '--boundary', 'B', ...args], { input: xml });

describe('preview', () => {
  test('prints the exact bytes of head and body, and nothing else on standard output', async () => {
    const { status, out, err } = await preview('--media', photo, '--param', 'to=+420 1', '--no-advice');
    const body = [
      '--B',
      'Content-Disposition: form-data; name=from',
      '',
      'johndow',
      '--B',
      'Content-Disposition: form-data; name=file; filename="my photo.jpg"',
      'Content-Type: image/jpeg',
      '',
      Buffer.from('ffd8ffe0000d0a2d2d', 'hex').toString('latin1'),
      '--B--',
      '',
    ];
    const head = [
      'POST /up?to=%2B420%201 HTTP/1.1',
      'Host: media.example',
      'Connection: close',
      'Cache-Control: max-age=0',
      'User-Agent: CloudSoftphone/1.5.6',
      'Content-Type: multipart/form-data; charset=utf-8; boundary="B"',
      `Content-Length: ${body.join('\r\n').length}`,
      'X-Size: 9',
    ];
    expect(out.toString('latin1')).toBe([...head, '', ...body].join('\r\n'));
    expect(status).toBe(0);
    expect(err).toBe('');
  });

  test('prints the body alone with --format body', async () => {
    const whole = await preview('--media', photo);
    const { out } = await preview('--media', photo, '--format', 'body');
    expect(whole.out.subarray(whole.out.indexOf('\r\n\r\n') + 4)).toEqual(out);
  });

  test('uses the sample photo where no file is given, and says so', async () => {
    const { out, err } = await preview();
    expect(out.includes(Buffer.from('filename=sample.jpg\r\nContent-Type: image/jpeg'))).toBe(true);
    expect(err).toMatch(/^-:1:1 (info|warning) MP-10 /m);
  });

  test('takes name and type of the media by hand', async () => {
    const odd = join(folder, 'odd.bin');
    writeFileSync(odd, 'GIF89a');
    const { text, err } = await preview(
      '--media',
      odd,
      '--media-name',
      'a"b.gif',
      '--media-type',
      'image/gif',
    );
    expect(text).toContain('filename="a\\"b.gif"\r\nContent-Type: image/gif\r\n\r\nGIF89a\r\n');
    expect(err).toContain(' MP-8 ');
  });

  test('sends an empty file as an empty file', async () => {
    const empty = join(folder, 'empty.jpg');
    writeFileSync(empty, '');
    const { text } = await preview('--media', empty);
    expect(text).toContain(
      'filename=empty.jpg\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--B--\r\n',
    );
  });

  test('draws a new boundary of 96 bits or more each time', async () => {
    const boundary = async () =>
      /boundary="([^"]+)"/.exec((await runCaptured(['preview', '-'], { input: xml })).text)?.[1] ?? '';
    const [one, other] = [await boundary(), await boundary()];
    expect(one).toMatch(/[0-9a-f]{24,}$/);
    expect(one).not.toBe(other);
  });

  test('ends with 1 and prints no byte where no request can be built', async () => {
    const { status, out, err } = await runCaptured(['preview', '-'], { input: '<account></account>' });
    expect(status).toBe(1);
    expect(out.length).toBe(0);
    expect(err).toMatch(/^-:1:\d+ error ACC-9 /m);
  });
});

describe('preview as a command', () => {
  test('--format curl says who cannot run it, and what can be run there', async () => {
    const { status, text, err } = await preview('--media', photo, '--format', 'curl');
    expect(status).toBe(0);
    expect(text).toMatch(/^curl --http1\.1 /m);
    expect(err).toMatch(/^This command .* PowerShell and cmd cannot run it: use --format powershell\.$/m);
  });

  test('--format powershell names the media, and prints nothing else', async () => {
    const { status, text, err } = await preview('--media', photo, '--format', 'powershell', '--no-advice');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(text).toContain(`Convert-Path -LiteralPath '${photo}'`);
    expect(text).toMatch(/^}\n$/m);
  });
});

describe('advice on the request', () => {
  test('goes to standard error, never into the bytes, and names the servers', async () => {
    const quoted = ['--media', photo, '--media-name', 'a"b.jpg'];
    const { status, out, err } = await preview(...quoted);
    expect(status).toBe(0);
    expect(err).toMatch(/^-:\d+:\d+ advice MP-6 The file name has a quote.*Measured: right on \d+ of 26 /m);
    const without = await preview(...quoted, '--no-advice');
    expect(without.err).not.toContain('advice');
    expect(without.out).toEqual(out);
  });

  test('is among the diagnostics of the JSON', async () => {
    const { text } = await preview('--media', photo, '--format', 'json');
    expect(JSON.parse(text).diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'MP-6', severity: 'advice', line: 5, column: 4 }),
    );
  });
});

describe('preview --format json', () => {
  test('holds request, diagnostics and provenance with 1-based places', async () => {
    const { text, status } = await preview('--format', 'json', '--media', photo, '--param', 'to=1&2');
    const json = JSON.parse(text);
    expect(status).toBe(0);
    expect(json.request).toMatchObject({
      method: 'POST',
      url: 'https://media.example/up?to=1%262',
      target: '/up?to=1%262',
      bodyLength: 178,
    });
    expect(json.request.headers.at(-1)).toEqual(['X-Size', '9']);
    expect(json.provenance).toContainEqual({
      in: 'target',
      start: 7,
      end: 12,
      node: 'genericMediaUploadUrl',
      parameter: 'to',
      line: 4,
      column: 54,
      endLine: 4,
      endColumn: 58,
    });
    const username = { line: 2, column: 13, endLine: 2, endColumn: 20 };
    expect(json.provenance).toContainEqual(
      expect.objectContaining({ in: 'body', parameter: 'account[username]', value: username }),
    );
  });

  test('holds the trace of the number rewriting', async () => {
    const rule = (condition: string, action: string) =>
      `<rule><conditions>${condition}</conditions><actions>${action}</actions></rule>`;
    const input = `<account><rewriting>
${rule('<condition type="startsWith" param="1"/>', '<action type="prepend" param="+"/>')}
${rule('<condition type="startsWith" param="00"/>', '<action type="replace" param="+"/>')}
</rewriting><genericMediaUploadUrl>https://a.example/%to%</genericMediaUploadUrl></account>`;
    const { text } = await runCaptured(['preview', '-', '--format=json', '--param', 'to=00420'], { input });
    const { request, rewriting } = JSON.parse(text);
    expect(request.target).toBe('/%2B420');
    expect(rewriting).toMatchObject([
      { rule: 1, held: false, address: '00420', line: 2, column: 1 },
      { rule: 2, held: true, address: '+420', line: 3, column: 1 },
    ]);
    expect(JSON.parse((await preview('--format=json')).text).rewriting).toEqual([]);
  });

  test('has null for a request that cannot be built', async () => {
    const { text, status } = await runCaptured(['preview', '--format=json', '-'], { input: 'no xml' });
    expect(JSON.parse(text)).toMatchObject({ request: null, provenance: [] });
    expect(status).toBe(1);
  });

  test('counts columns in UTF-16 units and leaves a BOM out', async () => {
    const input =
      '\uFEFF<account><a>🌅</a><genericMediaUploadUrl>https://a.example/%nope%</genericMediaUploadUrl></account>';
    const { text } = await runCaptured(['preview', '--format=json', '-'], { input });
    const unknown = JSON.parse(text).diagnostics.find(({ rule }: { rule: string }) => rule === 'TPL-5');
    expect(unknown).toMatchObject({ line: 1, column: 60, endLine: 1, endColumn: 66 });
  });
});

describe('bad usage of preview ends with 2 and a line that helps', () => {
  test.each([
    [['--boundary', 'ends in space '], /boundary/],
    [['--boundary', ''], /boundary/],
    [['--media-type', 'jpeg'], /media type/],
    [['--assume', 'sms-to=maybe'], /alias, unknown/],
    [['--assume', 'nonsense=1'], /url-encoding/],
    [['--param', '1to=x'], /NAME=VALUE/],
    [['--param', 'to'], /NAME=VALUE/],
    [['--param', 'account[a b]=x'], /account\[node\]/],
    [['--account', '0'], /from 1/],
    [
      ['--format', 'yaml'],
      /http, body, curl, curl-form, powershell, har, http-file, node, python, php, go, json/,
    ],
    [['--media', '/nowhere/photo.jpg'], /File not found: /],
    [['--media', '.'], /regular file|folder/],
    [['--nope'], /'--nope'.*--media-type/],
    [['another.xml'], /one FILE/],
  ])('%j', async (args, message) => {
    const { status, out, err } = await preview(...args);
    expect(status).toBe(2);
    expect(out.length).toBe(0);
    expect(err).toMatch(message);
  });

  test('a document that is not there', async () => {
    const { status, err } = await runCaptured(['preview', join(folder, 'nowhere.xml')]);
    expect(status).toBe(2);
    expect(err).toContain('File not found');
  });
});
