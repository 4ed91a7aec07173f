/** A provider's media server to try against, offline: reads any upload, answers by it and keeps it for a while. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { keptBodies } from '../../demo/readings.ts';
import { demoMediaPath, demoUploadHeader } from '../../demo/report.ts';
import { demoPatience } from '../../demo/scenarios.ts';
import { headerPairs } from '../header-pairs.ts';
import { demoBehaviours } from './demo-behaviours.ts';
import { type DemoBody, type ReadingOptions, readDemoBody } from './demo-body.ts';
import {
  type DemoReply,
  type DemoReplyKind,
  demandedReply,
  demoRefusal,
  demoSuccess,
  replyKindOf,
  replyTo,
} from './demo-replies.ts';
import { type ScenarioChoice, scenarioChoice } from './demo-scenario-choice.ts';
import { answer, runVisit } from './demo-visit.ts';
import { createKeptUploads, type KeptUploads } from './kept-uploads.ts';
import { refusedValueIn } from './refused-value.ts';

export interface DemoMediaServer {
  readonly handleUpload: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** What was received last, in whatever order uploads began. */
  readonly kept: KeptUploads;
}

export interface DemoOptions {
  /** Seconds until a misbehaving connection is closed, whatever it is at. */
  readonly patience?: number;
  /** So many connections may misbehave at once. */
  readonly mostAtOnce?: number;
  /** Whether files can be had again; if not, a success has the documentation's `media_url`. */
  readonly keepsMedia?: boolean;
  /** Whether bodies are kept for other parsers. */
  readonly keepsBodies?: boolean;
  /** Scheme and host under which a request reached us. */
  readonly originOf?: (request: IncomingMessage) => string | null;
}

/** Its handlers are called only for requests that the guard let pass. */
export function createDemoMediaServer(options: DemoOptions = {}): DemoMediaServer {
  const { patience = demoPatience, mostAtOnce = 200, keepsMedia = true, keepsBodies = true } = options;
  const { originOf = ({ headers }) => `http://${headers.host}` } = options;
  const kept = createKeptUploads(keepsMedia, keepsBodies);
  let misbehaving = 0;

  const open = (request: IncomingMessage, response: ServerResponse): Receiving => {
    const id = drawId();
    response.setHeader(demoUploadHeader, id);
    let received: DemoBody | null = null;
    const keep: Receiving['keep'] = (body, copy = null) => {
      const { bodyLength, fields, files, fault } = body;
      const { method = '', url: target = '' } = request;
      const receivedAt = new Date().toISOString();
      const headers = headerPairs(request);
      const report = { id, receivedAt, method, target, headers, bodyLength, fields, files, fault };
      kept.add({ report, body: copy });
    };
    const addressOf = (file: string | null) =>
      `${originOf(request) ?? ''}${demoMediaPath}${file ?? drawId()}`;
    return {
      keep,
      read: async (onBytes) => {
        const copy = kept.bodies?.open(keptBodies.each) ?? null;
        received = await readDemoBody(request, { ...(onBytes && { onBytes }), media: kept.media, copy });
        // Half a body is no upload that others could read.
        if (!request.complete) copy?.drop();
        keep(received, copy?.keep());
      },
      usual: (kind) => {
        const refused = refusedValueIn(request, received?.fields ?? []);
        if (refused !== null) return demoRefusal(kind, refused.status, refused.message);
        return received === null ? demoSuccess(kind) : replyTo(kind, received, keepsMedia ? addressOf : null);
      },
    };
  };

  /** `reply`: whatever arrives. */
  const behaveNormally = async (
    request: IncomingMessage,
    response: ServerResponse,
    kind: DemoReplyKind,
    reply: DemoReply | null,
  ) => {
    const { read, usual } = open(request, response);
    await read();
    if (response.destroyed) return;
    const { status, contentType, body } = reply ?? usual(kind);
    if (body !== '') return answer(response, { status, contentType, body });
    response.writeHead(status);
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
    const { keep, read, usual } = open(request, response);
    const leaveUnread = () => {
      const fault = `The body was not read: that is what scenario=${name} is about.`;
      keep({ bodyLength: 0, fields: [], files: [], fault });
    };
    const opening = {
      request,
      socket,
      response,
      reply,
      options,
      read,
      usual: (kind = reply) => usual(kind),
      leaveUnread,
      patience: patience * 1000,
    };
    await runVisit(opening, demoBehaviours[name]);
  };

  const handleUpload = async (request: IncomingMessage, response: ServerResponse) => {
    const query = queryOf(request.url ?? '');
    const kind = replyKindOf(query);
    if (request.method !== 'POST' && request.method !== 'PUT') return refuseMethod(kind, request, response);
    const choice = scenarioChoice(query);
    switch (choice.kind) {
      case 'none':
        return behaveNormally(request, response, kind, demandedReply(query));
      case 'wrong':
        return behaveNormally(request, response, kind, demoRefusal('xml', 400, choice.why));
      case 'scenario':
        if (misbehaving < mostAtOnce) return misbehave(request, response, choice);
        return behaveNormally(request, response, kind, demoRefusal(kind, 503, 'The demo server is busy'));
    }
  };
  return { handleUpload, kept };
}

/** One upload while it is received. */
interface Receiving {
  /** `copy`: the key of its body, where that was kept. */
  readonly keep: (
    body: Pick<DemoBody, 'bodyLength' | 'fields' | 'files' | 'fault'>,
    copy?: string | null,
  ) => void;
  readonly read: (onBytes?: ReadingOptions['onBytes']) => Promise<void>;
  readonly usual: (kind: DemoReplyKind) => DemoReply;
}

/** Nobody can guess it: 144 bits. */
function drawId(): string {
  return randomBytes(18).toString('base64url');
}

function refuseMethod(kind: DemoReplyKind, request: IncomingMessage, response: ServerResponse): void {
  const message = `This is the demo media server: it takes uploads by POST and PUT, not ${request.method}.`;
  const { status, contentType, body } = demoRefusal(kind, 405, message);
  answer(response, { status, contentType, body }, { Allow: 'POST, PUT', 'Cache-Control': 'no-store' });
  request.resume();
}

function queryOf(target: string): URLSearchParams {
  const at = target.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : target.slice(at + 1));
}
