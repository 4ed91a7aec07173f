import { afterEach, expect, it } from 'vitest';
import type { CheckReport } from '../../server-check/report.ts';
import { runCaptured } from '../../test/captured-console.ts';
import { type ParserServer, parsers, quotedOnly, startParserServer } from '../../test/parser-servers.ts';

let server: ParserServer | undefined;
afterEach(() => server?.close());

const xml = (url: string) => `<account><genericMediaUploadUrl>${url}</genericMediaUploadUrl>
<genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData></account>`;

async function check(url: string, ...scenarios: string[]): Promise<CheckReport> {
  const names = scenarios.flatMap((name) => ['--scenario', name]);
  const args = ['check-server', '-', '--param', 'to=+1', '--format', 'json', ...names];
  const { text } = await runCaptured(args, { input: xml(url) });
  return JSON.parse(text);
}

it.each(Object.entries(parsers))('a server on %s is named, by a real check of it', async (id, parse) => {
  server = await startParserServer(parse);
  const { diagnosis } = await check(server.url, 'photo', 'without-file', 'fingerprint');
  expect(diagnosis?.readers.map((one) => one.id)).toContain(id);
  expect(diagnosis?.readers.length).toBeLessThanOrEqual(2);
  expect(diagnosis?.causes.find((cause) => cause.id.startsWith('reader-'))?.confidence).toBe('high');
});

it('a server that reads no bare names is told so, and which scenarios that explains', async () => {
  server = await startParserServer(quotedOnly);
  const { diagnosis, results } = await check(server.url, 'photo', 'clip', 'fingerprint');
  expect(results.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual([
    'photo',
    'clip',
  ]);
  expect(diagnosis?.causes[0]).toMatchObject({ id: 'bare-names-not-read', explains: ['photo', 'clip'] });
});

it('a file that is dropped above 2 MB is told as what PHP does', async () => {
  server = await startParserServer(parsers.busboy, 2 * 1024 * 1024);
  const { diagnosis } = await check(server.url, 'photo', 'size', 'without-file');
  expect(diagnosis?.causes[0]).toMatchObject({
    id: 'limit-php',
    confidence: 'medium',
    explains: ['size-2-1-mb', 'size-8-1-mb'],
  });
});
