/** For tests only: an upload as it is when it is over. */
import { defaultAssumptions } from '../core/assumptions.ts';
import { type BuiltRequest, buildRequest } from '../core/build-request.ts';
import type { Upload } from '../page/exchange/exchange.ts';
import { readReply } from '../page/exchange/reply-reading.ts';
import type { SentUpload } from '../page/history/entry-of.ts';
import { outcomeOf } from '../page/state/outcome/outcome-of.ts';
import { newSession, type Session } from '../page/state/session.ts';
import { advanceExchange, type ExchangeEvent, startExchange } from '../upload/exchange.ts';

export interface ShortUpload {
  readonly xml: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly status?: number;
}

export interface UploadForTest {
  readonly sent: SentUpload;
  readonly built: BuiltRequest;
  readonly session: Session;
}

/** Null where no request can be built. */
export function uploadForTest(short: ShortUpload): UploadForTest | null {
  const { xml, parameters = { to: '+4201' }, headers = [], body = '', status = 200 } = short;
  const session = newSession({ xml, parameters }, 'Boundary-0123456789abcdef0123456789abcdef');
  const built = buildRequest({
    xml,
    parameters,
    media: { name: 'a.jpg', size: 3, declaredType: 'image/jpeg', head: Uint8Array.of(0xff, 0xd8, 0xff) },
    assumptions: defaultAssumptions,
    boundary: session.boundary,
  });
  const { request: plan } = built;
  if (plan === null) return null;
  const bytes = new TextEncoder().encode(body);
  const end = {
    type: 'end',
    at: 9,
    replyBytes: bytes.length,
    truncated: false,
    excess: false,
    trailers: [],
  } as const;
  const events: readonly ExchangeEvent[] = [
    { type: 'connected', at: 1, address: '10.0.0.1', port: 80 },
    { type: 'head-sent', at: 2, head: '' },
    { type: 'body-sent', at: 3, bytes: plan.bodyLength },
    {
      type: 'reply-head',
      at: 5,
      httpVersion: '1.1',
      status,
      statusText: 'OK',
      headers,
      bodyBytesSent: plan.bodyLength,
    },
    end,
  ];
  const exchange: Upload['exchange'] = advanceExchange(startExchange({ plan, startedAt: 0 }), {
    type: 'events',
    events,
  });
  const upload: Upload = { earlier: [], exchange, isRunning: false, unanswered: null };
  const reading = readReply({ status, headers, body: bytes, end }, defaultAssumptions);
  const verdict =
    reading.verdict === null
      ? ({ kind: 'judging' } as const)
      : ({ kind: 'judged', verdict: reading.verdict } as const);
  const outcome = outcomeOf(upload, verdict, built);
  return { sent: { upload, outcome, reading, built, mediaHash: null, failures: null }, built, session };
}
