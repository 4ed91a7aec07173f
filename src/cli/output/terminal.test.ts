/** What others write never reaches the terminal as it is: not from servers, documents, names, arguments. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Captured, runCaptured } from '../../test/captured-console.ts';

/** A list of its own, not the one in force: controls but LF, bidirectional, invisible, halves. */
const ranges = [
  [0, 9],
  [0xb, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202f],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfffe, 0xffff],
  [0xe0000, 0xe007f],
] as const;

function isRaw(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => code >= first && code <= last);
}

const evil = ['\x1b]0;owned\x07', '\x1b[2K', '\x9b1A', '\x7f', '\r', '\u202e', '\u2066', '\u200b', '\u2028'];
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...evil, '\n', '%', '<', '&', '"', "'", '\\', '{', '\ud800', '\u{e0041}'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  ),
  minLength: 1,
  maxLength: 12,
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function expectVisible({ text, err }: Pick<Captured, 'text' | 'err'>) {
  expect([...text, ...err].filter(isRaw)).toEqual([]);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Not every character is allowed in an XML document: those that are not are written as they are. */
const document = (url: string, text: string) => `<account>
<username>${escaped(text)}</username>
<genericMediaUploadUrl>${url}?${escaped(text)}=%to%&amp;%sms_to%%${escaped(text)}%</genericMediaUploadUrl>
<genericMediaUploadMethod>${escaped(text)}</genericMediaUploadMethod>
<genericMediaUploadMultipartData>${escaped(text)}=%account[username]%&amp;%${escaped(text)}%=1&amp;f=%media_content%</genericMediaUploadMultipartData>
<genericMediaUploadCustomHeaders>X-A: ${escaped(text)}
${escaped(text)}: b</genericMediaUploadCustomHeaders>
<genericMediaUploadTimeout>${escaped(text)}</genericMediaUploadTimeout>
<genericMediaUpload${escaped(text)}>1</genericMediaUpload${escaped(text)}>
<rewriting><rule><conditions><condition type="${escaped(text)}"/></conditions></rule></rewriting>
</account>`;

describe('whatever others write', () => {
  test.each([
    ['check'],
    ['check --json'],
    ['preview --format=json'],
    ['preview --format=curl'],
    ['preview --format=powershell'],
    ['preview --format=curl-form'],
    ['preview --format=har'],
    ['preview --format=http-file'],
    ['preview --format=node'],
  ])('%s of a document holds no control character', async (words) => {
    const [command = '', ...options] = words.split(' ');
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const input = document('https://m.example/', text);
        const file = command === 'check' ? [] : ['--media-name', text.replaceAll('\0', '')];
        const args = [command, '-', ...options, ...file, '--param', `to=${text}`];
        expectVisible(await runCaptured(args, { input }));
      }),
      { numRuns: 40 },
    );
  });

  test.each([['--format=text'], ['--format=json']])('judge %s of a reply holds none', async (...format) => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(200, 402), async (text, status) => {
        const header = text.replaceAll(/[\r\n]/g, '');
        const args = ['--status', `${status}`, '--header', `Content-Type: ${header}`, ...format];
        const replies = [
          JSON.stringify({ message: text, media_url: text, [text]: { Media_Url: text } }),
          `<a${text}><message>${escaped(text)}</message><media_url>${escaped(text)}</media_url></a${text}>`,
          `<html><title>${text}</title>`,
        ];
        for (const input of replies) expectVisible(await runCaptured(['judge', '-', ...args], { input }));
      }),
      { numRuns: 30 },
    );
  });

  test('a refusal, a name, an argument hold none', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const arguments_ = [
          [text],
          ['check', text],
          ['explain', text],
          ['preview', '-', `--${text}`],
          ['preview', '-', '--media', text],
          ['preview', '-', '--format', text],
          ['preview', '-', '--param', text],
          ['judge', '-', '--status', text],
          ['send', '-', '--accept-certificate', text],
          ['serve', '--port', text],
          ['serve', '--hosted', '--config', '-'],
          ['set', '-', text],
          ['set', '-', `${text}=1`],
        ];
        for (const args of arguments_) expectVisible(await printed(args, JSON.stringify({ [text]: text })));
      }),
      { numRuns: 20 },
    );
  });
});

/** Only what is for people: `set` prints the document as it is, where nobody looks. */
async function printed(args: readonly string[], input: string) {
  const { status, text, err } = await runCaptured(args, { input });
  return status === 0 ? { text: '', err } : { text, err };
}

test('a reply cannot wipe the line that says failed, or forge one, when it is sent', async () => {
  const message =
    '\x1b[2K\x1b[1A\rUpload succeeded\n  media_url: https://m.example/\x1b]0;owned\x07\x9b\u202e';
  const body = JSON.stringify({ message });
  const head = `HTTP/1.1 402 No \x9bway\r\nX-A: \x9b2K\x85\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const answer = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
  const server = createServer((socket) =>
    socket.on('error', () => {}).on('data', (chunk) => chunk.includes('--END--') && socket.end(answer)),
  );
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const format of ['text', 'json']) {
    const sent = await runCaptured(['send', '-', '--boundary=END', '--format', format], {
      input: `<account><genericMediaUploadUrl>http://127.0.0.1:${port}/</genericMediaUploadUrl><genericMediaUploadMultipartData>f=%media_content%</genericMediaUploadMultipartData></account>`,
    });
    expectVisible(sent);
    expect(sent.text).not.toMatch(/^Upload succeeded/m);
    if (format === 'json') expect(JSON.parse(sent.text).shown).toBe(message);
    else
      expect(sent.text).toContain(
        'The user reads: \\u{1b}[2K\\u{1b}[1A\\u{d}Upload succeeded\\u{a}  media_url',
      );
  }
});

test('a file name is printed visibly, in lines and as JSON, which reads back', async () => {
  const file = join(folder, 'a\x1b[31m\nb:1:1 error ACC-1 \u202e.xml');
  writeFileSync(file, '<account/>');
  const lines = await runCaptured(['check', file]);
  expectVisible(lines);
  expect(lines.text.trimEnd().split('\n')).toHaveLength(1);
  const json = await runCaptured(['check', '--json', file]);
  expectVisible(json);
  expect(JSON.parse(json.text)[0].file).toBe(file);
});

test('the exact formats and the document of set stay to the byte', async () => {
  const input =
    '<account><genericMediaUploadUrl>https://m.example/</genericMediaUploadUrl><genericMediaUploadMultipartData>a=%to%</genericMediaUploadMultipartData></account>';
  const body = await runCaptured(['preview', '-', '--format=body', '--param', 'to=\x1b\u202e\n'], { input });
  expect(body.text).toContain('\r\n\r\n\x1b\u202e\n\r\n');
  const set = await runCaptured(['set', '-', 'a=\u202e'], { input });
  expect(set.text).toContain('<a>\u202e</a>');
});

test('a document is visible on a terminal, its line breaks and tabs kept, and to the byte anywhere else', async () => {
  const xml =
    '<account>\r\n\t<title>\x9b2K \x7f \u202e\r</title>\n\t<genericMediaUploadUrl>https://m.example/</genericMediaUploadUrl>\n</account>\n';
  const made = await runCaptured(['link', '-'], { input: xml });
  for (const [args, input] of [
    [['link', '--decode', made.text.trim()], ''],
    [['set', '-', 'a=\u202e'], xml],
  ] as const) {
    const exact = await runCaptured(args, { input });
    const shown = await runCaptured(args, { input, isTerminal: true });
    expect(exact.text).toContain('\u202e');
    expectVisible({ text: shown.text.replaceAll('\t', '').replaceAll('\r\n', '\n'), err: '' });
    const isKept = (text: string) => text.replaceAll(/[^\r\n\t]|\r(?!\n)/g, '');
    expect(isKept(shown.text)).toBe(isKept(exact.text));
  }
  const decoded = await runCaptured(['link', '--decode', made.text.trim()]);
  expect(decoded.text).toBe(xml);
});
