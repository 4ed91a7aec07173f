/** A provider's media server to try against, offline: takes any upload, keeps only a report. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DemoReport } from '../wire/demo-report.ts';
import { readDemoBody } from './demo-body.ts';
import { demoReply } from './demo-replies.ts';

export interface DemoMediaServer {
  readonly handleUpload: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** What was received last, in whatever order uploads began; null before the first. */
  readonly lastReport: () => DemoReport | null;
}

/** Called only for requests that the guard let pass. */
export function createDemoMediaServer(): DemoMediaServer {
  let last: DemoReport | null = null;
  const handleUpload = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST' && request.method !== 'PUT') return answerOtherMethod(request, response);
    const body = await readDemoBody(request);
    last = {
      receivedAt: new Date().toISOString(),
      method: request.method,
      target: request.url ?? '',
      headers: headerPairs(request.rawHeaders),
      ...body,
    };
    if (response.destroyed) return;
    const reply = demoReply(queryOf(request.url ?? ''));
    const content = Buffer.from(reply.body);
    response.writeHead(
      reply.status,
      content.length === 0
        ? {}
        : {
            'Content-Type': reply.contentType,
            'Content-Length': content.length,
            'X-Content-Type-Options': 'nosniff',
          },
    );
    response.end(content);
  };
  return { handleUpload, lastReport: () => last };
}

function answerOtherMethod(request: IncomingMessage, response: ServerResponse): void {
  const text = `This is the demo media server: it takes uploads by POST and PUT, not ${request.method}.\n`;
  response.writeHead(405, {
    Allow: 'POST, PUT',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(text);
  request.resume();
}

function queryOf(target: string): URLSearchParams {
  const at = target.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : target.slice(at + 1));
}

function headerPairs(raw: readonly string[]): (readonly [name: string, value: string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    pairs.push([raw[index] ?? '', asText(raw[index + 1] ?? '')]);
  }
  return pairs;
}

/** Node gives a header's bytes as latin-1; the client writes UTF-8 (TPL-11). */
function asText(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
