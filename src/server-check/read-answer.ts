/** What an upload was answered, and what stands at its media_url. */
import type { BuiltRequest } from '../core/build-request.ts';
import { bodyChunks } from '../core/request/bytes.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { judgeResponse } from '../core/response/judge.ts';
import type { Exchange } from '../upload/exchange.ts';
import type { CheckContext } from './check-context.ts';
import { type FetchedMedia, fetchMedia } from './fetch-media.ts';
import { madePieces } from './media/made-media.ts';
import type { ReadReply } from './record/recorded-upload.ts';
import type { MadeMedia } from './scenario.ts';

/** A reply is judged by its first bytes. */
const mostJudged = 1024 * 1024;

export async function readReply<Local>(
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

/** Null where there is nothing to fetch. */
export async function fetchUploaded<Local>(
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
  const { acceptCertificate } = context;
  const wanted = { mediaUrl, uploadUrl: plan.url, expected, size, acceptCertificate };
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

export function hasFile(plan: RequestPlan): boolean {
  return bodyChunks(plan).includes('media');
}
