/** Test support: a hosted playground in this process, and uploads as its page does them. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseConfig } from '../server/hosted/config.ts';
import { type HostedOptions, startHosted } from '../server/hosted/start-hosted.ts';
import type { Envelope, ProtocolEvent } from '../upload/protocol.ts';
import { eventsIn } from './raw-client.ts';

export const publicHost = 'play.example.com';
export const publicOrigin = `https://${publicHost}`;
export const tokenSecret = 'drawn-at-random-for-the-tests-0123456789';

/** The least there must be, on free ports, with this machine as an allowed target. */
export const testConfig = {
  listen: { port: 0 },
  operations: { port: 0 },
  origins: [publicOrigin],
  token: { secrets: [tokenSecret] },
  targets: { allowNetworks: ['127.0.0.1'] },
};

export async function hosted(
  changes: Readonly<Record<string, unknown>> = {},
  options: Partial<HostedOptions> = {},
) {
  const parsed = parseConfig(JSON.stringify({ ...testConfig, ...changes }));
  if (parsed.kind === 'faulty') throw new Error(parsed.faults.join('\n'));
  const page = mkdtempSync(join(tmpdir(), 'hosted-page-'));
  onTestFinished(() => rmSync(page, { recursive: true, force: true }));
  writeFileSync(join(page, 'index.html'), '<title>page</title>');
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const started = await startHosted({ config: parsed.config, log, page, ...options });
  if (started.kind === 'failed') throw new Error(started.text);
  onTestFinished(started.close);
  const { port, operationsPort } = started;
  return { ...started, operationsPort: operationsPort ?? 0, lines, ask: (path: string) => ask(port, path) };
}

/** A port of this machine, or the path of a socket. */
export type At = number | string;

const connectionTo = (at: At) =>
  typeof at === 'number' ? { port: at, host: '127.0.0.1' } : { socketPath: at };

/** GET under the public name. */
export async function ask(at: At, path: string, host = publicHost) {
  const asking = request({ ...connectionTo(at), path, headers: { Host: host }, agent: false });
  asking.end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, text: await textOf(response) };
}

export async function tokenOf(at: At): Promise<string> {
  return JSON.parse((await ask(at, '/api/token')).text).token;
}

export interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly events: readonly ProtocolEvent[];
}

/** The head and the envelope's line are sent, the body is left to the caller. `reply` is there in the end. */
export async function openUpload(
  at: At,
  envelope: Envelope,
  headers: Readonly<Record<string, string>> = {},
  text = JSON.stringify(envelope),
): Promise<{ sending: ClientRequest; reply: Promise<Reply> }> {
  const line = Buffer.from(`${text}\n`);
  const sending = request({
    ...connectionTo(at),
    agent: false,
    method: 'POST',
    path: '/api/send',
    headers: {
      Host: publicHost,
      Origin: publicOrigin,
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(line.length + envelope.bodyLength),
      'X-Playground-Token': headers['X-Playground-Token'] ?? (await tokenOf(at)),
      ...headers,
    },
  });
  const reply = replyTo(sending);
  // A caller that is refused may look at it later, or not at all.
  reply.catch(() => {});
  sending.write(line);
  return { sending, reply };
}

export async function upload(
  at: At,
  envelope: Envelope,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const { sending, reply } = await openUpload(at, envelope, headers);
  sending.end(body);
  return reply;
}

function replyTo(sending: ClientRequest): Promise<Reply> {
  return new Promise((resolve, reject) => {
    sending.on('error', reject);
    sending.on('response', async (response) => {
      // What is no longer read may be reset: the answer is there all the same.
      sending.off('error', reject).on('error', () => {});
      const text = await textOf(response);
      const isEvents = response.headers['content-type'] === 'application/x-ndjson';
      const events = isEvents ? eventsIn(text) : [];
      resolve({ status: response.statusCode, headers: response.headers, text, events });
    });
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  try {
    for await (const piece of response) text += piece;
  } catch {
    // Cut off: what came counts.
  }
  return text;
}
