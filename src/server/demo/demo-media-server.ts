/** A provider's media server to try against, offline: takes any upload, keeps only a report. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DemoReport } from '../../demo/report.ts';
import { demoPatience, demoScenarios } from '../../demo/scenarios.ts';
import { headerPairs } from '../header-pairs.ts';
import { demoBehaviours } from './demo-behaviours.ts';
import { type DemoBody, readDemoBody } from './demo-body.ts';
import { type DemoReply, demoRefusal, demoReply } from './demo-replies.ts';
import { type ScenarioChoice, scenarioChoice } from './demo-scenario-choice.ts';
import { answer, runVisit } from './demo-visit.ts';

export interface DemoMediaServer {
  readonly handleUpload: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** What was received last, in whatever order uploads began; null before the first. */
  readonly lastReport: () => DemoReport | null;
}

export interface DemoOptions {
  /** Seconds until a misbehaving connection is closed, whatever it is at. */
  readonly patience?: number;
  /** So many connections may misbehave at once. */
  readonly mostAtOnce?: number;
}

/** Called only for requests that the guard let pass. */
export function createDemoMediaServer(options: DemoOptions = {}): DemoMediaServer {
  const { patience = demoPatience, mostAtOnce = 200 } = options;
  let last: DemoReport | null = null;
  let misbehaving = 0;
  const keep = (request: IncomingMessage, body: DemoBody) => {
    last = {
      receivedAt: new Date().toISOString(),
      method: request.method ?? '',
      target: request.url ?? '',
      headers: headerPairs(request),
      ...body,
    };
  };
  const behaveNormally = async (request: IncomingMessage, response: ServerResponse, reply: DemoReply) => {
    keep(request, await readDemoBody(request));
    if (response.destroyed) return;
    if (reply.body !== '') return answer(response, reply);
    response.writeHead(reply.status);
    response.end();
  };
  const misbehave = async (
    request: IncomingMessage,
    response: ServerResponse,
    { name, reply, options }: Extract<ScenarioChoice, { kind: 'scenario' }>,
  ) => {
    const { socket } = response;
    // A request that was sent before the one ahead of it was answered has no connection of its own.
    if (socket === null) {
      request.socket.destroy();
      return;
    }
    misbehaving += 1;
    response.on('close', () => {
      misbehaving -= 1;
    });
    const read = async (onBytes?: (total: number) => void | Promise<void>) => {
      keep(request, await readDemoBody(request, onBytes));
    };
    const leaveUnread = () => {
      const fault = `The body was not read: that is what scenario=${name} is about.`;
      keep(request, { bodyLength: 0, fields: [], files: [], fault });
    };
    const opening = {
      request,
      socket,
      response,
      reply,
      options,
      read,
      leaveUnread,
      patience: patience * 1000,
    };
    await runVisit(opening, demoBehaviours[name]);
  };
  const handleUpload = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST' && request.method !== 'PUT') return answerOtherMethod(request, response);
    const query = queryOf(request.url ?? '');
    const choice = scenarioChoice(query);
    switch (choice.kind) {
      case 'none':
        return behaveNormally(request, response, demoReply(query));
      case 'wrong':
        return behaveNormally(request, response, demoRefusal('xml', 400, choice.why));
      case 'scenario':
        if (misbehaving < mostAtOnce) return misbehave(request, response, choice);
        return behaveNormally(request, response, demoRefusal(choice.reply, 503, 'The demo server is busy'));
    }
  };
  return { handleUpload, lastReport: () => last };
}

function answerOtherMethod(request: IncomingMessage, response: ServerResponse): void {
  const scenarios = demoScenarios.map(({ name, does }) => `  ?scenario=${name}  ${does}\n`);
  const text = `This is the demo media server: it takes uploads by POST and PUT, not ${request.method}.
It can also misbehave:
${scenarios.join('')}`;
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
