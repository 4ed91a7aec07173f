/**
 * One upload of a scenario: sent, judged as the app would, its media fetched, all of it recorded. A server that
 * can't be reached, or that asks to be left alone for a while, is asked once more.
 */
import { type BuiltRequest, buildRequest } from '../core/build-request.ts';
import { bodyChunks } from '../core/request/bytes.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { judgeResponse } from '../core/response/judge.ts';
import type { Exchange } from '../upload/exchange.ts';
import { runUpload, type Upload } from '../upload/run-upload.ts';
import type { CheckContext } from './check-context.ts';
import type { SeenUpload } from './definition.ts';
import { type FetchedMedia, fetchMedia } from './fetch-media.ts';
import { madePieces } from './media/made-media.ts';
import { maskFor } from './record/check-mask.ts';
import { maskedReasons, recordedFailure } from './record/recorded-reply.ts';
import { type ReadReply, recordedFetch, recordedUpload } from './record/recorded-upload.ts';
import type { Reason, RecordedExchange } from './report.ts';
import { retryDelay } from './retry-after.ts';
import type { MadeMedia, ScenarioInputs } from './scenario.ts';

export interface Asked {
  readonly scenario: string;
  /** What this upload is for, where a scenario has several. */
  readonly about: string;
  readonly prepared: Extract<ScenarioInputs, { readonly media: MadeMedia | null }> & {
    /** The request that it makes, where it was built already. */
    readonly built?: BuiltRequest;
  };
  readonly bytesPerSecond: number | null;
  readonly edit?: ((plan: RequestPlan) => RequestPlan) | undefined;
}

export type Answer =
  | { readonly kind: 'answered'; readonly seen: SeenUpload }
  /** Something left, and no complete reply came. */
  | { readonly kind: 'failed'; readonly title: string; readonly detail: string }
  /** Nothing left, twice in a row. */
  | { readonly kind: 'unreached'; readonly text: string }
  /** It asks to be left alone, for longer than we wait, or once more. */
  | { readonly kind: 'put-off'; readonly text: string }
  /** A person, or the time that was granted, ended it. */
  | { readonly kind: 'stopped' };

export interface SentUpload {
  readonly answer: Answer;
  readonly exchanges: readonly RecordedExchange[];
  /** What happened on the way: a wait. */
  readonly notes: readonly Reason[];
}

/** A reply is judged by its first bytes. */
const mostJudged = 1024 * 1024;
/** Before a server that can't be reached is asked again. Milliseconds. */
const beforeAnotherCall = 1000;

export async function sendScenarioUpload<Local>(
  { scenario, about, prepared, bytesPerSecond, edit = (plan) => plan }: Asked,
  context: CheckContext<Local>,
): Promise<SentUpload> {
  const { io, signal } = context;
  const { built = buildRequest(prepared.inputs) } = prepared;
  if (built.request === null) throw new Error(`${scenario}: no request.`);
  const plan = edit(built.request);
  context.countUpload();
  const exchanges: RecordedExchange[] = [];
  const notes: Reason[] = [];
  const end = (answer: Answer): SentUpload => ({ answer, exchanges, notes });
  for (let isFirst = true; ; isFirst = false) {
    if (signal.aborted) return end({ kind: 'stopped' });
    const upload = await runUpload(plan, io.uploadIo(prepared.media, bytesPerSecond), {
      signal,
      acceptCertificate: context.acceptCertificate,
    });
    context.countRequests(upload.earlier.length + 1);
    const mask = maskFor(context.secrets, context.mask, built, plansOf(upload));
    const read = await readReply(upload.exchange, built, context);
    exchanges.push(
      ...recordedUpload(upload, read, isFirst ? about : `${about || 'the upload'}, once more`, mask),
    );
    if (signal.aborted && upload.exchange.failure !== null) return end({ kind: 'stopped' });
    const { failure, headSent, reply } = upload.exchange;
    if (failure !== null && headSent === null && upload.earlier.length === 0) {
      const said = recordedFailure(failure, false, mask);
      const text = `The server can't be reached: ${said.title}${said.detail === '' ? '' : ` (${said.detail.replace(/\.$/, '')})`}.`;
      if (!isFirst) return end({ kind: 'unreached', text });
      await io.wait(beforeAnotherCall, signal);
      continue;
    }
    context.markReached();
    if (failure !== null || reply === null || read?.verdict == null) {
      const said = recordedFailure(failure ?? { code: 'internal', detail: '' }, reply !== null, mask);
      return end({ kind: 'failed', title: said.title, detail: said.detail });
    }
    const delay = retryDelay(reply, io.now());
    if (delay !== null) {
      const asked = `The server answers ${reply.status} and asks to wait ${delay.text}`;
      if (!isFirst && reply.status === 429)
        return end({ kind: 'put-off', text: `${asked}, for the second time in a row.` });
      if (isFirst && delay.milliseconds > context.longestWait)
        return end({ kind: 'put-off', text: `${asked}: longer than this check waits.` });
      if (isFirst) {
        notes.push(...maskedReasons([{ rule: 'RES-2', text: `${asked}: waited, and asked again.` }], mask));
        context.say(`Waiting ${delay.text}: the server answers ${reply.status}.`);
        await io.wait(delay.milliseconds, signal);
        context.say(null);
        continue;
      }
    }
    const { verdict } = read;
    const fetched = await fetchIt(
      verdict.success ? verdict.mediaUrl : undefined,
      plan,
      prepared.media,
      context,
    );
    exchanges.push(...(fetched?.gets ?? []).map((get) => recordedFetch(get, mask)));
    const seen: SeenUpload = {
      scenario,
      url: plan.url,
      media: prepared.media,
      mediaType: hasFile(plan) ? plan.mediaType : null,
      reply,
      replyBytes: upload.exchange.end?.replyBytes ?? reply.received,
      excess: upload.exchange.end?.excess === true,
      verdict,
      fetched,
    };
    return end({ kind: 'answered', seen });
  }
}

async function readReply<Local>(
  { reply, end, local, failure }: Exchange<Local>,
  { inputs }: BuiltRequest,
  { io }: CheckContext<Local>,
): Promise<ReadReply | null> {
  if (reply === null || local === null) return null;
  const body = await io.replyBody(local, mostJudged);
  const isCut = end?.truncated === true || body.length < reply.received;
  const verdict = judgeResponse({
    status: reply.status,
    headers: reply.headers,
    body,
    assumptions: inputs.assumptions,
    excess: end?.excess === true,
    ...(isCut && { receivedLength: end?.replyBytes ?? reply.received }),
  });
  return { text: verdict.text, verdict: end === null || failure !== null ? null : verdict };
}

async function fetchIt<Local>(
  mediaUrl: string | undefined,
  plan: RequestPlan,
  media: MadeMedia | null,
  context: CheckContext<Local>,
): Promise<FetchedMedia | null> {
  if (mediaUrl === undefined || !hasFile(plan)) return null;
  const host = hostOf(mediaUrl);
  if (host !== null && context.deadHosts.has(host)) {
    const text = `It was not fetched: ${host} could not be reached before.`;
    return { gets: [], arrival: 'unknown', text, isFault: false, type: null };
  }
  const size = plan.body.find((segment) => segment.kind === 'media')?.size ?? 0;
  const expected = () => (media === null ? context.io.ownMedia() : madePieces(media));
  const wanted = { mediaUrl, uploadUrl: plan.url, expected, size };
  const fetched = await fetchMedia(wanted, context.io, context.signal);
  context.countRequests(fetched.gets.length);
  const last = fetched.gets.at(-1);
  if (last?.reply === null && host !== null && !context.signal.aborted) context.deadHosts.add(host);
  return fetched;
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).host;
  } catch {
    return null;
  }
}

function hasFile(plan: RequestPlan): boolean {
  return bodyChunks(plan).includes('media');
}

function plansOf({ earlier, exchange }: Upload): readonly RequestPlan[] {
  return [...earlier.map((one) => one.exchange.sent.plan), exchange.sent.plan];
}
