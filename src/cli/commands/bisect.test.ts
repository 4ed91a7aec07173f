import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';

let server: Server;
let refuses: (text: string, length: number) => boolean;
let asked: number;

beforeEach(async () => {
  asked = 0;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'GET') return response.writeHead(404).end();
      asked += 1;
      const body = Buffer.concat(chunks);
      const isRefused = refuses(`${request.url}\n${body.toString('latin1')}`, body.length);
      const reply = isRefused ? { message: 'No.' } : { media_url: 'http://127.0.0.1:1/x' };
      response.writeHead(isRefused ? 403 : 200, { 'Content-Type': 'application/json' });
      return response.end(JSON.stringify(reply));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const port = () => (server.address() as AddressInfo).port;
const xml = (at = port()) => `<account><password>hunter2</password>
<genericMediaUploadUrl>http://127.0.0.1:${at}/up</genericMediaUploadUrl>
<genericMediaUploadMultipartData>to=%to%&amp;description=%description%&amp;key=%account[password]%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>`;

const bisect = (...args: string[]) =>
  runCaptured(['bisect', '-', '--param', 'to=+1', '--param', 'description=Hello', ...args], { input: xml() });

describe('bisect', () => {
  it('finds the very character that a firewall dislikes', async () => {
    refuses = (text) => text.slice(0, text.indexOf('filename=')).includes('<');
    const { text: out, status: code } = await bisect('--failing', 'description-special');
    expect(out).toContain('Only the value of “description” matters. In it “<” (U+003C).');
    expect(out).toContain(`Requests sent: ${asked}.`);
    expect(code).toBe(0);
  });

  it('finds the quotes of an assumption, and keeps to its budget', async () => {
    refuses = (text) => text.includes('name="file"');
    const found = await bisect('--failing', 'part-names=quoted', '--format', 'json');
    expect(JSON.parse(found.text)).toMatchObject({
      kind: 'found',
      isProven: true,
      differences: [{ kind: 'quotes', title: 'the quotes around “file”' }],
    });
    const asks = asked;
    const cut = await bisect('--failing', 'part-names=quoted', '--budget', '3');
    expect(cut.text).toContain('The requests were used up');
    expect(asked).toBe(asks + 3);
  });

  it('finds a limit of size', async () => {
    refuses = (_, length) => length > 1_048_576;
    const { text: out } = await bisect('--failing', 'size-2-1-mb');
    expect(out).toMatch(/Media of 104\d{4} bytes pass, of 104\d{4} bytes fail\./);
  });

  it('compares two Account XMLs: one that worked, and one that does not', async () => {
    refuses = (text) => text.includes('/v2/');
    const folder = mkdtempSync(join(tmpdir(), 'bisect-'));
    const worked = join(folder, 'worked.xml');
    writeFileSync(worked, xml());
    const changed = xml().replace('/up', '/v2/up').replace('to=%to%', 'recipient=%to%');
    const args = ['bisect', '-', '--param', 'to=+1', '--against', worked];
    const { text, status } = await runCaptured(args, { input: changed });
    rmSync(folder, { recursive: true });
    expect(text).toContain('Only the path of the URL matters.');
    expect(status).toBe(0);
  });

  it('says that there is nothing to find, with status 1', async () => {
    refuses = () => false;
    const { text: out, status: code } = await bisect('--failing', 'description-special');
    expect(out).toContain('passes now');
    expect(code).toBe(1);
  });

  it('says what this configuration can’t ask, and sends nothing', async () => {
    refuses = () => false;
    const { err, status: code } = await bisect('--passing', 'own-file', '--failing', 'photo');
    expect(err).toContain('own-file: ');
    expect([code, asked]).toEqual([1, 0]);
  });

  it.each([
    [['--failing', 'nonsense'], 'nonsense is no scenario'],
    [['--failing', 'part-names=sometimes'], 'part-names=sometimes is no scenario'],
    [['--failing', 'media-url-bytes'], 'media-url-bytes is no scenario'],
    [['--failing', 'photo', '--budget', '0'], '--budget 0'],
    [[], '--failing is needed'],
  ])('is bad usage with %j', async (args, words) => {
    const { err, status: code } = await bisect(...args);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });

  it('ends with status 3 where the server can’t be reached', async () => {
    refuses = () => false;
    const input = xml(1);
    const { text: out, status: code } = await runCaptured(['bisect', '-', '--failing', 'clip'], { input });
    expect(out).toContain("can't be reached");
    expect(code).toBe(3);
  });

  it('prints no password', async () => {
    refuses = (text) => text.includes('clip.mp4');
    const { text: out, err } = await bisect('--failing', 'clip');
    expect(out).toContain('the file name');
    expect(out + err).not.toContain('hunter2');
  });
});
