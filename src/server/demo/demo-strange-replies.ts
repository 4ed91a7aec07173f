/** Scenarios of replies that are malformed, too large, or right in an unusual way. */
import { gzipSync } from 'node:zlib';
import { demoEndlessBytes } from '../../demo/scenarios.ts';
import { answer, type DemoVisit, pour, rawHead, writeRaw } from './demo-visit.ts';

export async function announceMore(visit: DemoVisit): Promise<void> {
  if (await visit.receive()) writeWithLength(visit, 20);
}

export async function announceLess(visit: DemoVisit): Promise<void> {
  if (await visit.receive()) writeWithLength(visit, -20);
}

/** Announces `by` bytes more, or less, than there are; the body that is announced is whole, if it can be. */
function writeWithLength(visit: DemoVisit, by: number): void {
  const { status, contentType, body } = visit.usual();
  const sent = by < 0 ? body + ' '.repeat(-by) : body;
  const headers = { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(sent) + by };
  writeRaw(visit.socket, rawHead(status, headers) + sent);
}

/** White space may stand behind XML and JSON alike, so it is the size alone that is wrong. */
const spaces = Buffer.alloc(64 * 1024, ' ');

export async function sendHuge(visit: DemoVisit): Promise<void> {
  if (!(await visit.receive())) return;
  const { status, contentType, body } = visit.usual();
  const bytes = visit.options.number('mib') * 1024 * 1024;
  visit.response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': bytes });
  visit.response.write(body);
  await pour(visit, spaces, bytes - Buffer.byteLength(body));
  visit.response.end();
}

export async function neverEnd(visit: DemoVisit): Promise<void> {
  if (!(await visit.receive())) return;
  const { status, contentType, body } = visit.usual();
  visit.response.writeHead(status, { 'Content-Type': contentType });
  visit.response.write(body);
  await pour(visit, spaces, demoEndlessBytes);
  visit.socket.resetAndDestroy();
}

export async function sendLargeHead(visit: DemoVisit): Promise<void> {
  if (!(await visit.receive())) return;
  const { status, contentType, body } = visit.usual();
  const cookies = Array.from(
    { length: visit.options.number('kib') },
    (_, index) => `Set-Cookie: v${String(index).padStart(5, '0')}=${'x'.repeat(1003)}\r\n`,
  );
  const head = rawHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) });
  writeRaw(visit.socket, head.replace('\r\n', `\r\n${cookies.join('')}`) + body);
}

export async function greetAsSsh({ receive, socket }: DemoVisit): Promise<void> {
  if (await receive()) writeRaw(socket, 'SSH-2.0-OpenSSH_9.6\r\n');
}

export async function compress(visit: DemoVisit): Promise<void> {
  if (!(await visit.receive())) return;
  const reply = visit.usual();
  answer(visit.response, { ...reply, body: gzipSync(reply.body) }, { 'Content-Encoding': 'gzip' });
}

export async function sendTrailers(visit: DemoVisit): Promise<void> {
  const { receive, response } = visit;
  if (!(await receive())) return;
  const { status, contentType, body } = visit.usual();
  response.writeHead(status, { 'Content-Type': contentType, Trailer: 'X-Stored-As, X-Took' });
  const half = Math.floor(body.length / 2);
  response.write(body.slice(0, half));
  response.write(body.slice(half));
  response.addTrailers({ 'X-Stored-As': 'video_1234567890.mp4', 'X-Took': '12 ms' });
  response.end();
}

export async function sendInterims(visit: DemoVisit): Promise<void> {
  const { receive, response } = visit;
  response.writeProcessing();
  if (!(await receive())) return;
  response.writeEarlyHints({ link: '</player.css>; rel=preload; as=style' });
  answer(response, visit.usual());
}
