/**
 * One upload of a scenario: sent, judged as the app would, its media fetched, all of it recorded. A server that
 * can't be reached, or that asks to be left alone for a while, is asked once more.
 */
import { type BuiltRequest, buildRequest } from '../core/build-request.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { runUpload, type Upload } from '../upload/run-upload.ts';
import type { CheckContext } from './check-context.ts';
import type { SeenUpload } from './definition.ts';
import { fetchUploaded, hasFile, readReply } from './read-answer.ts';
import { maskFor } from './record/check-mask.ts';
import { maskedReasons, recordedFailure } from './record/recorded-reply.ts';
import { recordedFetch, recordedUpload } from './record/recorded-upload.ts';
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
    const fetched = await fetchUploaded(
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

function plansOf({ earlier, exchange }: Upload): readonly RequestPlan[] {
  return [...earlier.map((one) => one.exchange.sent.plan), exchange.sent.plan];
}
