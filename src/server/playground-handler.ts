/** The one handler of the playground's own addresses, for `vite`, `vite preview` and `serve`. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { escapeUnseen } from '../core/source/escape-unseen.ts';
import { demoBodiesPath, demoReadingsPath } from '../demo/readings.ts';
import {
  demoMediaPath,
  demoReportPath,
  demoTimeHeader,
  demoUploadPath,
  demoUploadsPath,
} from '../demo/report.ts';
import { sendPath, tokenPath } from '../upload/protocol.ts';
import { createDemoMediaServer } from './demo/demo-media-server.ts';
import { checkRequest, type Guard, type GuardedKind } from './guard/guard.ts';
import { type Refusal, refuse } from './guard/refusal.ts';
import { localSite } from './guard/site.ts';
import { localTokens } from './guard/tokens.ts';
import { answerJson } from './json-answer.ts';
import { paceChunks } from './paced-chunks.ts';
import { serveInTurn } from './pipelining.ts';
import { handleSend } from './proxy/proxy.ts';

export type PlaygroundHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Called only for requests that the guard let pass. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface PlaygroundParts {
  readonly guard: Guard;
  readonly send: Handle;
  readonly demoUpload: Handle;
  readonly demoMedia: Handle;
  /** What was received last, or all of that; refused where it would be another visitor's. */
  readonly demoReport: Handle;
  readonly demoUploads: Handle;
  readonly demoReadings: Handle;
  readonly demoBody: Handle;
  /** Answers what the guard refused. */
  readonly refuse: (response: ServerResponse, refusal: Refusal) => void;
  /** Gets an internal error and where it happened: method and path without the query. */
  readonly onFault: (error: unknown, place: string) => void;
}

interface Route {
  readonly kind: GuardedKind;
  readonly handle: Handle;
}

/** For one user on their own machine, with a token of its own. */
export function localParts(): PlaygroundParts {
  const demo = createDemoMediaServer({ originOf: localSite.originOf });
  return {
    guard: { site: localSite, tokens: localTokens() },
    send: (request, response) => handleSend(request, response),
    demoUpload: demo.handleUpload,
    demoMedia: demo.kept.handleMedia,
    demoReport: (_, response) => answerJson(response, 200, demo.kept.reports()[0] ?? null),
    demoUploads: (_, response) =>
      answerJson(response, 200, demo.kept.reports(), { [demoTimeHeader]: new Date().toISOString() }),
    demoReadings: demo.kept.handleReadings,
    demoBody: demo.kept.handleBody,
    refuse,
    onFault: (error, place) => {
      const reason = error instanceof Error ? error.message : String(error);
      console.error(escapeUnseen(`The playground could not answer ${place}: ${reason}`));
    },
  };
}

/** Other addresses go to `next`. */
export function createPlaygroundHandler(parts: PlaygroundParts = localParts()): PlaygroundHandler {
  const { guard, send, demoUpload, demoMedia, demoReport, demoUploads, demoReadings, demoBody } = parts;
  const giveToken: Handle = (_, response) => answerJson(response, 200, { token: guard.tokens.issue() });
  const routes = new Map<string, Route>([
    [sendPath, { kind: 'send', handle: send }],
    [tokenPath, { kind: 'token', handle: giveToken }],
    [demoUploadPath, { kind: 'demo-upload', handle: demoUpload }],
    [demoReportPath, { kind: 'demo-report', handle: demoReport }],
    [demoUploadsPath, { kind: 'demo-report', handle: demoUploads }],
  ]);
  /** Addresses that go on with an id. */
  const longRoutes: readonly (readonly [path: string, route: Route])[] = [
    [demoMediaPath, { kind: 'demo-media', handle: demoMedia }],
    [demoReadingsPath, { kind: 'demo-report', handle: demoReadings }],
    [demoBodiesPath, { kind: 'demo-report', handle: demoBody }],
  ];
  return (request, response, next) => {
    paceChunks(request);
    const [path = ''] = (request.url ?? '').split('?', 1);
    const route = routes.get(path) ?? longRoutes.find(([start]) => path.startsWith(start))?.[1];
    // A broken connection is reported elsewhere; an error without a listener would end the process.
    response.on('error', () => {});
    const onFault = (error: unknown) => {
      parts.onFault(error, `${request.method} ${path}`);
      endWithFault(response);
    };
    const serve = () => {
      if (route !== undefined || /^\/(api|demo)\//.test(path)) {
        void answer(route, parts, request, response).catch(onFault);
        return;
      }
      try {
        next();
      } catch (error) {
        onFault(error);
      }
    };
    if (route !== undefined && isUpload(route.kind)) serve();
    else serveInTurn(request, response, serve);
  };
}

async function answer(
  route: Route | undefined,
  parts: PlaygroundParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (route === undefined) {
    const text = 'There is nothing at this address.';
    return answerJson(response, 404, { code: 'not-found', text }, { Connection: 'close' });
  }
  const refusal = checkRequest(request, parts.guard, route.kind);
  if (refusal !== null) return parts.refuse(response, refusal);
  // Sent before the previous request was answered (pipelining). That response may close the connection,
  // and an upload without a connection can't notice that its caller left (RFC 9112, 9.3.2 and 9.6).
  if (isUpload(route.kind) && response.socket === null) return parts.refuse(response, answerPending);
  return route.handle(request, response);
}

function isUpload(kind: GuardedKind): boolean {
  return kind === 'send' || kind === 'demo-upload';
}

const answerPending: Refusal = {
  status: 400,
  code: 'answer-pending',
  text: 'An upload needs a connection on which no other request is waiting for its response.',
};

function endWithFault(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const text = 'The playground failed to answer; its terminal says why.';
  answerJson(response, 500, { code: 'internal', text }, { Connection: 'close' });
}
