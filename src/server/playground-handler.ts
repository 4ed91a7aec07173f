/** The one handler of the playground's own addresses, for `vite`, `vite preview` and `serve`. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { demoReportPath, demoUploadPath } from '../wire/demo-report.ts';
import { sendPath, tokenPath } from '../wire/protocol.ts';
import { createDemoMediaServer } from './demo-media-server.ts';
import { checkRequest, type GuardedKind, refuse } from './guard.ts';
import { answerJson } from './json-answer.ts';
import { handleSend } from './proxy.ts';

export type PlaygroundHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

interface Route {
  readonly kind: GuardedKind;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
}

/** With a token of its own; what it does not know goes to `next`. */
export function createPlaygroundHandler(): PlaygroundHandler {
  const token = randomBytes(32).toString('base64url');
  const demo = createDemoMediaServer();
  const routes = new Map<string, Route>([
    [sendPath, { kind: 'send', handle: (request, response) => handleSend(request, response) }],
    [tokenPath, { kind: 'token', handle: (_, response) => answerJson(response, 200, { token }) }],
    [demoUploadPath, { kind: 'demo-upload', handle: demo.handleUpload }],
    [
      demoReportPath,
      { kind: 'demo-report', handle: (_, response) => answerJson(response, 200, demo.lastReport()) },
    ],
  ]);
  return (request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const route = routes.get(path);
    if (route === undefined && !/^\/(api|demo)\//.test(path)) return next();
    void answer(route, token, request, response).catch((error: unknown) => {
      fail(request, response, error);
    });
  };
}

async function answer(
  route: Route | undefined,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (route === undefined) {
    const text = 'There is nothing at this address.';
    return answerJson(response, 404, { code: 'not-found', text }, { Connection: 'close' });
  }
  const refusal = checkRequest(request, token, route.kind);
  if (refusal !== null) return refuse(response, refusal);
  await route.handle(request, response);
}

/** A fault of ours: told on standard error, and the request ends. */
function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`The playground could not answer ${request.method} ${request.url?.split('?', 1)}: ${reason}`);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const text = 'The playground failed to answer; its terminal says why.';
  answerJson(response, 500, { code: 'internal', text }, { Connection: 'close' });
}
