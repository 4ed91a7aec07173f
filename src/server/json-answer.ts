/** Answers for programs. Never with a CORS header: no other origin may read them. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export function answerJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  writeJson(response, status, value, headers);
  response.end();
}

/** The whole answer, but for its end: the caller may keep the connection a little. */
export function writeJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: OutgoingHttpHeaders,
): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...headers,
  });
  response.write(body);
}
