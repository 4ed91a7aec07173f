/** For tests: the surroundings of a check with a server that is a function, and a clock that a wait turns on. */
import { answerChallenge } from '../core/request/answer-challenge.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import type { CheckIo, Got } from '../server-check/check-io.ts';
import type { HeaderPair } from '../server-check/report.ts';
import type { ExchangeEvent } from '../upload/exchange.ts';
import type { FailureCode } from '../upload/protocol.ts';

export interface ScriptedReply {
  readonly status?: number;
  readonly headers?: readonly HeaderPair[];
  readonly body?: string;
  /** Milliseconds that it takes. */
  readonly takes?: number;
}

export interface ScriptedFailure {
  readonly failure: FailureCode;
  /** Nothing left: there was no connection. */
  readonly unreached?: true;
}

export interface ScriptedServer {
  /** `number`: from 1. */
  readonly upload: (plan: RequestPlan, number: number) => ScriptedReply | ScriptedFailure;
  readonly get?: (url: string) => Got;
}

export interface ScriptedIo {
  readonly io: CheckIo<Uint8Array>;
  readonly plans: readonly RequestPlan[];
  /** What was waited for, in milliseconds; the longest wait is the check's own clock. */
  readonly waits: readonly number[];
}

export function scriptedIo({ upload, get }: ScriptedServer): ScriptedIo {
  let time = 1_700_000_000_000;
  const plans: RequestPlan[] = [];
  const waits: number[] = [];
  const alarms: { at: number; ring: () => void }[] = [];
  const pass = (milliseconds: number) => {
    time += milliseconds;
    for (const alarm of alarms) if (alarm.at <= time) alarm.ring();
  };
  const io: CheckIo<Uint8Array> = {
    uploadIo: () => ({
      send: async ({ plan }, report, signal) => {
        plans.push(plan);
        const answer = upload(plan, plans.length);
        await Promise.resolve();
        const events = (list: readonly ExchangeEvent[]) => report({ type: 'events', events: list });
        if (!('unreached' in answer)) events([{ type: 'head-sent', at: 1, head: '' }]);
        if ('failure' in answer) {
          events([{ type: 'error', at: 1, code: answer.failure, detail: 'As scripted.' }]);
          return;
        }
        const { status = 200, headers = [], body = '', takes = 5 } = answer;
        pass(takes);
        await Promise.resolve();
        if (signal.aborted) {
          events([{ type: 'error', at: takes, code: 'cancelled', detail: '' }]);
          return;
        }
        const bytes = new TextEncoder().encode(body);
        report({ type: 'prepared', local: bytes });
        events([
          {
            type: 'reply-head',
            at: takes,
            httpVersion: '1.1',
            status,
            statusText: '',
            headers,
            bodyBytesSent: 0,
          },
          { type: 'reply-bytes', bytes: bytes.length },
          { type: 'end', at: takes, replyBytes: bytes.length, truncated: false, excess: false, trailers: [] },
        ]);
      },
      loadAnswer: async () => answerChallenge,
      randomNonce: () => 'nonce-for-tests',
      now: () => time,
    }),
    replyBody: async (bytes, most) => bytes.subarray(0, most),
    get: async (url) =>
      get?.(url) ?? { reply: null, failure: { code: 'refused', detail: 'Nobody is there.' } },
    ownMedia: async function* () {},
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        waits.push(milliseconds);
        signal.addEventListener('abort', () => resolve(), { once: true });
        if (milliseconds >= 60_000) alarms.push({ at: time + milliseconds, ring: resolve });
        else {
          pass(milliseconds);
          resolve();
        }
      }),
    now: () => time,
  };
  return { io, plans, waits };
}

export const taken: ScriptedReply = {
  headers: [['Content-Type', 'application/json']],
  body: '{"media_url": "https://media.example/1.jpg"}',
};
