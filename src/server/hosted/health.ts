/** Live, ready, and the metrics: for load balancers and for operators. Never about a single request. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from './metrics.ts';

/** True where it answered. Under any name: load balancers ask by address. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  isReady: () => boolean,
  state = '',
): boolean {
  const [path] = (request.url ?? '').split('?', 1);
  if (path !== '/healthz' && path !== '/readyz') return false;
  const isFine = path === '/healthz' || isReady();
  say(request, response, isFine ? 200 : 503, (isFine ? 'ok' : 'shutting down') + state);
  return true;
}

/** For a port of its own, that only the operator reaches. `state` is told there alone. */
export function createOperationsHandler(isReady: () => boolean, metrics: Metrics, state: () => string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (answerHealth(request, response, isReady, state())) return;
    if (request.url?.split('?', 1)[0] !== '/metrics') return say(request, response, 404, 'not found');
    const { contentType, text } = await metrics.page();
    say(request, response, 200, text, contentType);
  };
}

function say(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const body = Buffer.from(isRead ? text : 'only read here');
  response.writeHead(isRead ? status : 405, {
    'Content-Type': type,
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(!isRead && { Allow: 'GET, HEAD', Connection: 'close' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
